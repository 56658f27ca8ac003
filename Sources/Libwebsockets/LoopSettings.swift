import Synchronization

/// What the connections of one loop share.
final class LoopSettings: Sendable {
    let loop: ServiceLoop
    let service: any Service
    let configuration: ListenConfiguration
    let deadlines: Deadlines
    /// Seconds since the loop began to listen; advanced once a second by the loop's timer.
    private let clock = Atomic<UInt32>(0)

    init(loop: ServiceLoop, service: any Service, configuration: ListenConfiguration) {
        self.loop = loop
        self.service = service
        self.configuration = configuration
        deadlines = Deadlines(configuration.limits)
    }

    var limits: ConnectionLimits { configuration.limits }

    /// The loop's clock in whole seconds: one load, no system call.
    var now: UInt32 { clock.load(ordering: .relaxed) }

    /// Moves the clock on by one second and returns it.
    func tick() -> UInt32 {
        clock.add(1, ordering: .relaxed).newValue
    }
}

/// What libwebsockets is to do with a socket after one of its callbacks.
enum Disposition: Sendable {
    case keep
    case close
    /// The handshake was answered: events go to this WebSocket from now on.
    case become(WebSocketConnection)
}
