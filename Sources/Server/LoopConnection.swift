import Frames
import Gateway
import Libwebsockets
import LiveRooms
import Synchronization

/// A libwebsockets connection as the gateway wants it.
final class LoopConnection: Connection {
    let loop: any RoomLoop
    private let socket: WebSocketConnection

    /// Bytes that may wait for the socket before values are skipped: a second of a slow 3G line.
    private static let congestionBytes = 65_536

    init(_ socket: WebSocketConnection, on loop: ServiceLoop) {
        self.socket = socket
        self.loop = loop
    }

    func send(_ frame: ServerFrame) -> Bool {
        let outcome = socket.assumeIsolated { $0.send(frame) }
        switch outcome {
        case .sent, .queued, .closed: return true
        case .refused: return false
        }
    }

    var isCongested: Bool {
        socket.assumeIsolated { $0.pendingBytes > Self.congestionBytes }
    }

    func close(_ code: CloseCode) {
        socket.assumeIsolated { $0.close(code) }
    }
}

extension ServiceLoop: RoomLoop {}

/// Hands the events of one socket to its session.
final class SessionReceiver: WebSocketReceiver {
    private let session = Mutex<Session?>(nil)
    private let loop: ServiceLoop
    private let open: @Sendable (LoopConnection) -> Session

    init(on loop: ServiceLoop, open: @escaping @Sendable (LoopConnection) -> Session) {
        self.loop = loop
        self.open = open
    }

    func opened(_ connection: isolated WebSocketConnection) {
        let session = open(LoopConnection(connection, on: loop))
        self.session.withLock { $0 = session }
        session.assumeIsolated { $0.opened() }
    }

    func received(_ message: WebSocketMessage, on connection: isolated WebSocketConnection) {
        withSession { session in
            switch message {
            case .text(let bytes): session.received(bytes)
            case .binary: session.receivedBinary()
            }
        }
    }

    func drained(_ connection: isolated WebSocketConnection) {
        withSession { $0.drained() }
    }

    func closed(
        _ code: CloseCode,
        reason: String,
        on connection: isolated WebSocketConnection
    ) {
        withSession { $0.closed() }
        session.withLock { $0 = nil }
    }

    private func withSession(_ body: (isolated Session) -> Void) {
        let session = session.withLock { $0 }
        session?.assumeIsolated(body)
    }
}
