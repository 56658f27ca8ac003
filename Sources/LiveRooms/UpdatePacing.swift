/// When changes may be shown: at once after silence, then at most at a given rate (P11).
///
/// Pure: every input returns the one thing the caller must now do.
package struct UpdatePacing: Sendable {
    private enum State {
        /// Nothing was shown lately. Leaves for `resting`.
        case idle
        /// Something was shown at `since`; the next change waits. Leaves for `idle` or `waiting`.
        case resting(since: Duration)
        /// Something waits to be shown and the caller has set a timer. Leaves for `resting`.
        case waiting
    }

    package enum Action: Equatable, Sendable {
        case showNow
        case showAfter(Duration)
        case wait
    }

    private var state = State.idle

    package init() {}

    /// Something changed.
    package mutating func changed(at now: Duration, interval: Duration) -> Action {
        switch state {
        case .idle:
            state = .resting(since: now)
            return .showNow
        case .resting(let since) where now - since >= interval:
            state = .resting(since: now)
            return .showNow
        case .resting(let since):
            state = .waiting
            return .showAfter(since + interval - now)
        case .waiting:
            return .wait
        }
    }

    /// The timer that ``Action/showAfter(_:)`` asked for has run out and all was shown.
    package mutating func shown(at now: Duration) {
        state = .resting(since: now)
    }
}

extension UpdatePacing {
    /// The shortest time between two updates: 20 a second, faster than which no eye follows.
    package static let shortestInterval = Duration.milliseconds(50)

    /// The share of a core that one room may spend on sending, as time per seat and update.
    ///
    /// A delivery costs 5 to 10 µs, nearly all of it the kernel's (Docs/Benchmarks.md): 30 µs keep
    /// a room under a third of a core, and 10,000 seats fresh within 300 ms.
    package static let timePerSeat = Duration.microseconds(30)

    /// The time between two updates for an audience of `seats` connections.
    package static func interval(forSeats seats: Int) -> Duration {
        max(shortestInterval, timePerSeat * seats)
    }

    /// The time between two changes of presence: slower than tallies and on a beat of its own, so
    /// that a bar that moves as somebody arrives tells nothing.
    package static let presenceInterval = Duration.seconds(1)
}
