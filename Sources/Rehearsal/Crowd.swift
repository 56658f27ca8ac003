import CEpoll
package import Frames
import Glibc
import Synchronization

/// Thousands of simulated WebSocket clients on one thread, for tests, measurements and rehearsals.
///
/// Built on plain POSIX sockets and epoll, and on nothing of the server's, so that a mistake of the
/// server's is not made twice. Connects to 127.0.0.1 only. Must be stopped with ``stop()``.
package final class Crowd: Sendable {
    enum Command: Sendable {
        case open(CrowdSocket, port: UInt16, request: [UInt8])
        case send(CrowdSocket.ID, [UInt8])
        case setReading(CrowdSocket.ID, isOn: Bool)
        /// Closes at once: with a RST when `isAbrupt`, as a phone that loses its network would.
        case end(CrowdSocket.ID, isAbrupt: Bool)
        case remind(CrowdSocket, waiter: Int, at: ContinuousClock.Instant)
        case stop
    }

    private let commands = Mutex<[Command]>([])
    /// An eventfd: makes the thread look at `commands`.
    private let bell: CInt
    private let ids = Atomic<UInt64>(1)

    package init() {
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            limit.rlim_cur = limit.rlim_max
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        bell = eventfd(0, CInt(EFD_NONBLOCK) | CInt(EFD_CLOEXEC))
        precondition(bell >= 0, "No descriptor was left for a crowd")
        start()
    }

    /// Opens a WebSocket and waits for the answer to its handshake.
    ///
    /// - Parameters:
    ///   - port: Where the server listens on 127.0.0.1.
    ///   - request: What the handshake says.
    ///   - onEvent: Receives what happens instead of ``CrowdSocket/next(within:)``; called on the
    ///     crowd's thread, so it must be short. `nil` collects messages for `next`.
    /// - Returns: The open WebSocket.
    /// - Throws: ``CrowdError`` when the server refuses or does not answer within 30 s.
    package func connect(
        port: UInt16,
        _ request: HandshakeRequest = HandshakeRequest(),
        onEvent: (@Sendable (CrowdSocket, CrowdEvent) -> Void)? = nil
    ) async throws(CrowdError) -> CrowdSocket {
        let id = ids.add(1, ordering: .relaxed).oldValue
        let socket = CrowdSocket(id: id, crowd: self, onEvent: onEvent)
        submit(.open(socket, port: port, request: request.bytes))
        try await socket.opened()
        return socket
    }

    /// Ends every connection, abruptly, and the thread.
    package func stop() {
        submit(.stop)
    }

    func submit(_ command: Command) {
        commands.withLock { $0.append(command) }
        var one: UInt64 = 1
        _ = write(bell, &one, 8)
    }

    private func start() {
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { argument in
                Unmanaged<Crowd>.fromOpaque(argument!).takeRetainedValue().run()
                return nil
            },
            Unmanaged.passRetained(self).toOpaque()
        )
        precondition(failure == 0, "The crowd's thread could not be started: \(failure)")
        pthread_detach(thread)
    }

    private func run() {
        var thread = CrowdThread(bell: bell)
        while thread.isRunning {
            for command in commands.withLock({ waiting in
                defer { waiting.removeAll() }
                return waiting
            }) {
                thread.carryOut(command)
            }
            thread.turn()
        }
        thread.end()
        close(bell)
    }
}

/// What a crowd's socket says in its opening handshake.
package struct HandshakeRequest: Hashable, Sendable {
    package var path = "/"
    package var host = "localhost"
    package var origin: String?
    package var subprotocol: String?
    /// Further header lines, without line ends.
    package var headerLines: [String] = []

    package init(
        path: String = "/",
        host: String = "localhost",
        origin: String? = nil,
        subprotocol: String? = nil,
        headerLines: [String] = []
    ) {
        self.path = path
        self.host = host
        self.origin = origin
        self.subprotocol = subprotocol
        self.headerLines = headerLines
    }

    /// The example key of RFC 6455 §1.3, whose answer is known without hashing.
    static let key = "dGhlIHNhbXBsZSBub25jZQ=="
    static let answer = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

    /// The request as it goes on the wire.
    package var bytes: [UInt8] {
        var lines = [
            "GET \(path) HTTP/1.1", "Host: \(host)", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: \(Self.key)",
        ]
        if let origin { lines.append("Origin: \(origin)") }
        if let subprotocol { lines.append("Sec-WebSocket-Protocol: \(subprotocol)") }
        lines += headerLines
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}

/// What happens on a crowd's socket.
package enum CrowdEvent: Hashable, Sendable {
    case text([UInt8])
    case binary([UInt8])
    case pong([UInt8])
    /// The connection ended; 1005 is a close without a code, 1006 an end without a close.
    case closed(CloseCode, reason: String)
}

/// Why a crowd's socket could not do what was asked.
package enum CrowdError: Error, Hashable, Sendable {
    /// The server answered the handshake with this status.
    case refused(status: Int)
    /// The answer to the handshake, or a frame, is not what RFC 6455 says.
    case broken(String)
    /// The connection ended.
    case closed(CloseCode, reason: String)
    /// Nothing came within the time given.
    case silent
}
