import CLibwebsockets

/// One thread that services its sockets, as a Swift executor.
///
/// Actors on this executor run on the thread, between two turns of the event loop, and may
/// therefore call their connections directly; so may tasks started with it as their preference.
/// The thread lives as long as the loop is referenced.
package final class ServiceLoop: SerialExecutor, TaskExecutor {
    let core = LoopCore()

    package init() {
        core.start(serving: asUnownedSerialExecutor(), and: asUnownedTaskExecutor())
    }

    deinit {
        core.stop()
    }

    /// Whether the caller runs on this loop's thread.
    package var isCurrent: Bool { core.isCurrent }

    /// Runs `job` on the loop's thread, after everything that was submitted before it.
    ///
    /// May be called from any thread. Jobs submitted on the thread itself run in the next turn.
    package func perform(_ job: @escaping @Sendable () -> Void) {
        core.submit(.closure(job))
    }

    /// Runs `job` on the loop's thread once `delay` has passed; it cannot be taken back.
    ///
    /// A loop that ends first drops it.
    package func after(_ delay: Duration, _ job: @escaping @Sendable () -> Void) {
        let seconds = delay / .seconds(1)
        perform { [core] in
            LoopTimer.start(on: core.loop, after: seconds, job)
        }
    }
}

extension ServiceLoop {
    package func enqueue(_ job: consuming ExecutorJob) {
        core.submit(.job(UnownedJob(job)))
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    package func asUnownedTaskExecutor() -> UnownedTaskExecutor {
        UnownedTaskExecutor(ordinary: self)
    }

    /// Traps unless the caller is on the loop's thread; lets C callbacks use `assumeIsolated`.
    package func checkIsolated() {
        precondition(core.isCurrent, "Called away from the service thread")
    }

    package func isIsolatingCurrentContext() -> Bool? {
        core.isCurrent
    }
}
