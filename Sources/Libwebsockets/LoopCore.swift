import CLibwebsockets
import Glibc
import Synchronization

/// The thread of a ``ServiceLoop`` and the jobs that wait for it.
///
/// Apart from the loop itself, so that the thread does not keep its loop alive: the last reference
/// to the loop ends the thread.
///
/// Unchecked because of the two libev pointers. `loop` and what it watches is touched on the thread
/// only; `wakeup` is also passed to `ev_async_send`, the one libev call made for other threads
/// (ev.pod, "ev_async"). Both are allocated in `init` and freed by the thread as it ends, after
/// `isEnded` was set under the mutex that every sender holds.
final class LoopCore: @unchecked Sendable {
    /// One unit of work; both kinds share one queue, so they run in the order of submission.
    enum Work {
        case job(UnownedJob)
        case closure(@Sendable () -> Void)
    }

    private struct Queue {
        var waiting: [Work] = []
        var isStopping = false
        var isEnded = false
    }

    /// The core whose thread is the current one, if any.
    private static let current: pthread_key_t = {
        var key = pthread_key_t()
        precondition(pthread_key_create(&key, nil) == 0, "No thread-specific key was left")
        return key
    }()

    let loop: OpaquePointer
    private let wakeup: UnsafeMutablePointer<ev_async>
    private let queue = Mutex(Queue())
    /// The batch being run, kept so that its storage is used again (loop thread only).
    private var turn: [Work] = []

    init() {
        guard let loop = clws_loop_new() else {
            preconditionFailure("libev could not make a loop: out of memory or descriptors")
        }
        self.loop = loop
        wakeup = .allocate(capacity: 1)
        wakeup.initialize(to: ev_async())
        clws_async_start(loop, wakeup) { _, _, _ in }
    }

    /// Whether the caller runs on this core's thread.
    var isCurrent: Bool {
        pthread_getspecific(Self.current) == Unmanaged.passUnretained(self).toOpaque()
    }

    /// Queues `work`; work for a loop that has ended is dropped, nobody is left to wait for it.
    func submit(_ work: Work) {
        let mustWake = !isCurrent
        queue.withLock { queue in
            guard !queue.isEnded else { return }
            queue.waiting.append(work)
            if mustWake, queue.waiting.count == 1 { ev_async_send(loop, wakeup) }
        }
    }

    /// Ends the thread once the work queued so far is done.
    func stop() {
        queue.withLock { queue in
            queue.isStopping = true
            if !queue.isEnded { ev_async_send(loop, wakeup) }
        }
    }

    /// Starts the thread; it holds the core until it ends.
    func start(serving executor: UnownedSerialExecutor, and tasks: UnownedTaskExecutor) {
        let start = ThreadStart(core: self, serial: executor, tasks: tasks)
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { argument in
                let start = Unmanaged<ThreadStart>.fromOpaque(argument!).takeRetainedValue()
                start.core.run(serial: start.serial, tasks: start.tasks)
                return nil
            },
            Unmanaged.passRetained(start).toOpaque()
        )
        precondition(failure == 0, "The service thread could not be started: \(failure)")
        pthread_detach(thread)
    }

    private func run(serial: UnownedSerialExecutor, tasks: UnownedTaskExecutor) {
        pthread_setspecific(Self.current, Unmanaged.passUnretained(self).toOpaque())
        clws_name_thread("service-loop")
        while true {
            runWaiting(serial: serial, tasks: tasks)
            let (isBusy, isDone) = queue.withLock { queue in
                queue.isEnded = queue.isStopping && queue.waiting.isEmpty
                return (!queue.waiting.isEmpty, queue.isEnded)
            }
            guard !isDone else { break }
            ev_run(loop, isBusy ? CInt(EVRUN_NOWAIT) : CInt(EVRUN_ONCE))
        }
        ev_async_stop(loop, wakeup)
        ev_loop_destroy(loop)
        wakeup.deallocate()
    }

    /// Runs the work that was waiting when the turn began.
    ///
    /// What it submits waits for the next turn, so a chain of jobs never starves the sockets.
    private func runWaiting(serial: UnownedSerialExecutor, tasks: UnownedTaskExecutor) {
        queue.withLock { swap(&$0.waiting, &turn) }
        for work in turn {
            switch work {
            case .job(let job): job.runSynchronously(isolatedTo: serial, taskExecutor: tasks)
            case .closure(let closure): closure()
            }
        }
        turn.removeAll(keepingCapacity: true)
    }
}

/// What a new thread is handed.
private final class ThreadStart {
    let core: LoopCore
    let serial: UnownedSerialExecutor
    let tasks: UnownedTaskExecutor

    init(core: LoopCore, serial: UnownedSerialExecutor, tasks: UnownedTaskExecutor) {
        self.core = core
        self.serial = serial
        self.tasks = tasks
    }
}
