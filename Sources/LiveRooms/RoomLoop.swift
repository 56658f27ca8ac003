/// A thread that runs jobs one at a time, in the order in which they were given.
///
/// Rooms and connections live on loops. In production a loop is also what serves the sockets, so a
/// ballot crosses no thread between the socket and the tally; in the simulation it is a list of
/// jobs from which a seed picks.
package protocol RoomLoop: SerialExecutor, TaskExecutor {
    /// Runs `job` on this loop, after all that were given before.
    func perform(_ job: @escaping @Sendable () -> Void)

    /// Whether the caller is on this loop now.
    var isCurrent: Bool { get }
}

extension RoomLoop {
    /// Runs `job` at once when the caller is on this loop already, else after what waits there.
    package func performSoon(_ job: @escaping @Sendable () -> Void) {
        if isCurrent { job() } else { perform(job) }
    }
}
