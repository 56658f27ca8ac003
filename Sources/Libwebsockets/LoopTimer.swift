import CLibwebsockets

/// A libev timer with a Swift closure.
///
/// The timer and its watcher own one another from `start` until the timer fires for the last time
/// or is cancelled; a loop destroyed before that leaves both allocated, which only ends with the
/// process. Loop thread only.
final class LoopTimer {
    private let watcher = UnsafeMutablePointer<ev_timer>.allocate(capacity: 1)
    private let repeats: Bool
    private let fire: () -> Void

    private init(repeats: Bool, fire: @escaping () -> Void) {
        self.repeats = repeats
        self.fire = fire
        watcher.initialize(to: ev_timer())
    }

    deinit {
        watcher.deallocate()
    }

    /// Calls `fire` once, `seconds` from now.
    static func start(on loop: OpaquePointer, after seconds: Double, _ fire: @escaping () -> Void) {
        LoopTimer(repeats: false, fire: fire).begin(on: loop, seconds: seconds)
    }

    /// Calls `fire` every `seconds` until the timer is cancelled.
    static func start(
        on loop: OpaquePointer,
        every seconds: Double,
        _ fire: @escaping () -> Void
    ) -> LoopTimer {
        let timer = LoopTimer(repeats: true, fire: fire)
        timer.begin(on: loop, seconds: seconds)
        return timer
    }

    private func begin(on loop: OpaquePointer, seconds: Double) {
        let owned = Unmanaged.passRetained(self).toOpaque()
        let interval = repeats ? seconds : 0
        clws_timer_start(loop, watcher, owned, seconds, interval) { loop, watcher, _ in
            guard let loop, let data = watcher?.pointee.data else { return }
            Unmanaged<LoopTimer>.fromOpaque(data).takeUnretainedValue().expired(on: loop)
        }
    }

    private func expired(on loop: OpaquePointer) {
        fire()
        if !repeats { cancel(on: loop) }
    }

    /// Stops a running timer; must be called at most once.
    func cancel(on loop: OpaquePointer) {
        ev_timer_stop(loop, watcher)
        Unmanaged.passUnretained(self).release()
    }
}
