package import Workshop

/// Where time comes from: the machine, or a simulation.
package protocol Timekeeper: Sendable {
    /// Time since some fixed point; never goes back.
    var elapsed: Duration { get }
    /// The time of day, for people.
    var today: Moment { get }
    /// Returns after `pause`, or throws when the task is cancelled first.
    func sleep(for pause: Duration) async throws
}
