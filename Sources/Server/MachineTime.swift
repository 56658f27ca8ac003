import Foundation
import LiveRooms
import Workshop

/// The time of this machine.
struct MachineTime: Timekeeper {
    private let start = ContinuousClock.now

    init() {}

    var elapsed: Duration { ContinuousClock.now - start }

    var today: Moment {
        Moment(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1_000))
    }

    func sleep(for pause: Duration) async throws {
        try await Task.sleep(for: pause)
    }
}
