import Frames

/// What a socket is at present, for the C callbacks and the timer on its loop's thread.
///
/// The socket's opaque pointer is its owner, unretained: ``ListeningContext`` keeps the owner from
/// `LWS_CALLBACK_RAW_ADOPT` to `LWS_CALLBACK_RAW_CLOSE`, which also clears the pointer.
final class SocketOwner {
    private enum Stage {
        case http(HTTPConnection)
        case webSocket(WebSocketConnection)
    }

    private var stage: Stage
    /// Its place in the context's list.
    var index: Int

    init(_ connection: HTTPConnection, index: Int) {
        stage = .http(connection)
        self.index = index
    }

    func received(_ bytes: ReceivedBytes) -> Disposition {
        switch stage {
        case .http(let connection): carryOut(connection.assumeIsolated { $0.received(bytes) })
        case .webSocket(let connection): connection.assumeIsolated { $0.received(bytes) }
        }
    }

    func writable() -> Disposition {
        switch stage {
        case .http(let connection): carryOut(connection.assumeIsolated { $0.writable() })
        case .webSocket(let connection): connection.assumeIsolated { $0.writable() }
        }
    }

    func ended() {
        switch stage {
        case .http(let connection): connection.assumeIsolated { $0.ended() }
        case .webSocket(let connection): connection.assumeIsolated { $0.ended() }
        }
    }

    func tick(_ now: UInt32) {
        switch stage {
        case .http(let connection): connection.assumeIsolated { $0.tick(now) }
        case .webSocket(let connection): connection.assumeIsolated { $0.tick(now) }
        }
    }

    /// The server stops.
    func stop() {
        switch stage {
        case .http(let connection): connection.assumeIsolated { $0.stop() }
        case .webSocket(let connection):
            connection.assumeIsolated { $0.close(.serviceRestart, reason: "restart") }
        }
    }

    private func carryOut(_ disposition: Disposition) -> Disposition {
        switch disposition {
        case .keep, .close: return disposition
        case .become(let connection):
            stage = .webSocket(connection)
            return connection.assumeIsolated { $0.begin() }
        }
    }
}
