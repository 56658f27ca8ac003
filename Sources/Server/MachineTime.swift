import Foundation
package import LiveRooms
package import Workshop

/// The time of this machine.
package struct MachineTime: Timekeeper {
    private let start = ContinuousClock.now

    package init() {}

    package var elapsed: Duration { ContinuousClock.now - start }

    package var today: Moment {
        Moment(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1_000))
    }

    package func sleep(for pause: Duration) async throws {
        try await Task.sleep(for: pause)
    }
}
