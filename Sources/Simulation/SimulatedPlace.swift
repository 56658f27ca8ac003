import Gateway
import LiveRooms
import Logging
import Workshop

/// A server in a simulated world: it can be killed and started again on the same log.
final class SimulatedPlace: Sendable {
    let world: World
    let outside: SimulatedLoop
    /// Where sockets live; rooms may live on another loop.
    let socketLoop: SimulatedLoop
    let auditor: Auditor
    let bug: PlantedBug?
    let log: SimulatedLog
    let vault: SimulatedVault
    private let loops: [SimulatedLoop]

    init(seed: UInt64, bug: PlantedBug?) {
        world = World(seed: seed)
        self.bug = bug
        auditor = Auditor()
        outside = world.makeLoop()
        socketLoop = world.makeLoop()
        loops = [socketLoop, world.makeLoop()]
        log = SimulatedLog(in: world, loop: socketLoop, auditor: auditor, bug: bug)
        vault = SimulatedVault(bug: bug)
    }

    /// A fresh server on the log as it is.
    func startServer() -> Reception {
        let time = SimulatedTime(world: world)
        let surroundings = RoomSurroundings(
            log: log,
            vault: vault,
            time: time,
            logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
            chance: { [world] in world.draw { $0.next() } }
        )
        let directory = RoomDirectory<RoomChannel>(loops: loops, surroundings: surroundings) {
            RoomChannel(code: $0)
        }
        return Reception(directory: directory, time: time)
    }
}
