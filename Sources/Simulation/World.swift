import LiveRooms
import Synchronization
import Workshop

/// Everything that happens in a simulated afternoon, one thing after the other, on one thread.
///
/// What is ready runs in an order that the seed picks; when nothing is ready, time jumps to the
/// next timer. The same seed gives the same afternoon.
final class World: Sendable {
    private let state: Mutex<State>

    fileprivate struct State {
        var chance: Chance
        var now = Duration.zero
        var loops: [Queue] = []
        var timers: [Timer] = []
        var timerCount = 0
        var running: Int?
    }

    /// What waits on one loop: jobs of tasks in any order, closures in the order they were given.
    fileprivate struct Queue {
        let loop: SimulatedLoop
        var jobs: [UnownedJob] = []
        var closures: [@Sendable () -> Void] = []
    }

    fileprivate struct Timer {
        let due: Duration
        let number: Int
        let loop: Int
        let body: @Sendable () -> Void
    }

    /// More steps than any script takes: an afternoon that does not end is a bug.
    private static let longestRun = 3_000_000

    init(seed: UInt64) {
        state = Mutex(State(chance: Chance(seed: seed)))
    }

    /// A new loop in this world.
    func makeLoop() -> SimulatedLoop {
        state.withLock { state in
            let loop = SimulatedLoop(number: state.loops.count, in: self)
            state.loops.append(Queue(loop: loop))
            return loop
        }
    }

    var now: Duration { state.withLock { $0.now } }

    /// Draws from the world's chance.
    func draw<Result>(_ body: (inout Chance) -> Result) -> Result {
        state.withLock { body(&$0.chance) }
    }

    /// Runs `body` on `loop` once `pause` has passed.
    func after(
        _ pause: Duration,
        on loop: SimulatedLoop,
        _ body: @escaping @Sendable () -> Void
    ) {
        state.withLock { state in
            state.timerCount += 1
            state.timers.append(
                Timer(
                    due: state.now + pause,
                    number: state.timerCount,
                    loop: loop.number,
                    body: body
                )
            )
        }
    }

    func add(_ job: UnownedJob, to loop: Int) {
        state.withLock { $0.loops[loop].jobs.append(job) }
    }

    func add(_ body: @escaping @Sendable () -> Void, to loop: Int) {
        state.withLock { $0.loops[loop].closures.append(body) }
    }

    func isRunning(_ loop: Int) -> Bool {
        state.withLock { $0.running == loop }
    }
}

// MARK: - Running

extension World {
    fileprivate enum Step {
        case job(UnownedJob, SimulatedLoop)
        case closure(@Sendable () -> Void, SimulatedLoop)
    }

    /// Lets things happen until nothing is left to do or `end` of the world's time has come.
    func run(until end: Duration) {
        for _ in 0..<Self.longestRun {
            if let step = state.withLock({ $0.takeStep() }) {
                take(step)
            } else if !state.withLock({ $0.advance(upTo: end) }) {
                return
            }
        }
        preconditionFailure("A simulated afternoon did not end")
    }

    private func take(_ step: Step) {
        switch step {
        case .job(let job, let loop):
            state.withLock { $0.running = loop.number }
            job.runSynchronously(
                isolatedTo: loop.asUnownedSerialExecutor(),
                taskExecutor: loop.asUnownedTaskExecutor()
            )
        case .closure(let body, let loop):
            state.withLock { $0.running = loop.number }
            body()
        }
        state.withLock { $0.running = nil }
    }
}

extension World.State {
    /// One of the things that are ready: any waiting job, or the oldest closure of a loop.
    fileprivate mutating func takeStep() -> World.Step? {
        let ready = loops.map { $0.jobs.count + ($0.closures.isEmpty ? 0 : 1) }
        let total = ready.reduce(0, +)
        guard total > 0 else { return nil }
        var pick = Int.random(in: 0..<total, using: &chance)
        for index in loops.indices {
            if pick < ready[index] {
                let loop = loops[index].loop
                if pick < loops[index].jobs.count {
                    return .job(loops[index].jobs.remove(at: pick), loop)
                }
                return .closure(loops[index].closures.removeFirst(), loop)
            }
            pick -= ready[index]
        }
        return nil
    }

    /// Jumps to the next timer; `false` when there is none before `end`.
    fileprivate mutating func advance(upTo end: Duration) -> Bool {
        let next = timers.indices.min {
            (timers[$0].due, timers[$0].number) < (timers[$1].due, timers[$1].number)
        }
        guard let next, timers[next].due <= end else { return false }
        let timer = timers.remove(at: next)
        now = max(now, timer.due)
        loops[timer.loop].closures.append(timer.body)
        return true
    }
}
