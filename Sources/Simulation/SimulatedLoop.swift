import LiveRooms

/// A loop of a simulated world: it keeps the promises of ``RoomLoop`` and no others.
final class SimulatedLoop: RoomLoop {
    let number: Int
    private unowned let world: World

    init(number: Int, in world: World) {
        self.number = number
        self.world = world
    }

    var isCurrent: Bool { world.isRunning(number) }

    func perform(_ job: @escaping @Sendable () -> Void) {
        world.add(job, to: number)
    }

    func after(_ pause: Duration, _ job: @escaping @Sendable () -> Void) {
        world.after(pause, on: self, job)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        world.add(UnownedJob(job), to: number)
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    func asUnownedTaskExecutor() -> UnownedTaskExecutor {
        UnownedTaskExecutor(ordinary: self)
    }

    func checkIsolated() {
        precondition(isCurrent, "Called away from the simulated loop")
    }

    func isIsolatingCurrentContext() -> Bool? {
        isCurrent
    }
}
