import LiveRooms
import Workshop

/// The time of a simulated world.
struct SimulatedTime: Timekeeper {
    let world: World

    var elapsed: Duration { world.now }

    /// The afternoon of the first simulated workshop, 2026-11-22 14:00 UTC.
    var today: Moment {
        Moment(milliseconds: 1_795_356_000_000 + Int64(world.now / .milliseconds(1)))
    }
}
