import Frames
import HTTPTypes
import Libwebsockets
import Synchronization

/// Sends back what it receives, for conformance suites and measurements.
struct EchoService: Service {
    /// Who receives broadcasts; `nil` echoes.
    let audience: Audience?

    func upgrade(_ request: UpgradeRequest, on loop: ServiceLoop) -> UpgradeDecision {
        .accept(audience.map { Listener(audience: $0) } ?? Echo())
    }

    func respond(
        to request: HTTPRequest,
        body: [UInt8],
        from peer: PeerAddress
    ) async -> Response {
        guard request.path == "/" else {
            return Response(head: HTTPResponse(status: .notFound), body: .bytes([]))
        }
        var head = HTTPResponse(status: .ok)
        head.headerFields[.contentType] = "text/plain; charset=utf-8"
        let text = body.isEmpty ? Array("This server echoes WebSocket messages.\n".utf8) : body
        return Response(head: head, body: .bytes(text))
    }
}

/// Answers every message with itself; reads no further while the answers do not leave.
private struct Echo: WebSocketReceiver {
    func opened(_ connection: isolated WebSocketConnection) {}

    func received(_ message: WebSocketMessage, on connection: isolated WebSocketConnection) {
        let outcome =
            switch message {
            case .text(let text): connection.send(ServerFrame(.text, text))
            case .binary(let bytes): connection.send(ServerFrame(.binary, bytes))
            }
        switch outcome {
        case .sent, .closed: break
        case .queued: connection.pauseReading()
        case .refused: connection.close(.tryAgainLater, reason: "too slow")
        }
    }

    func drained(_ connection: isolated WebSocketConnection) {
        connection.resumeReading()
    }

    func closed(_ code: CloseCode, reason: String, on connection: isolated WebSocketConnection) {}
}

/// Every WebSocket that wants the broadcasts, by loop.
final class Audience: Sendable {
    private let members = Mutex<[ObjectIdentifier: [WebSocketConnection]]>([:])

    func add(_ connection: WebSocketConnection) {
        members.withLock { $0[ObjectIdentifier(connection.loop), default: []].append(connection) }
    }

    func remove(_ connection: WebSocketConnection) {
        members.withLock { members in
            members[ObjectIdentifier(connection.loop)]?.removeAll { $0 === connection }
        }
    }

    /// Sends `frame` to everybody on `loop`; on the loop's thread.
    func broadcast(_ frame: ServerFrame, on loop: ServiceLoop) {
        let connections = members.withLock { $0[ObjectIdentifier(loop)] ?? [] }
        for connection in connections {
            connection.assumeIsolated { _ = $0.send(frame) }
        }
    }
}

private struct Listener: WebSocketReceiver {
    let audience: Audience

    func opened(_ connection: isolated WebSocketConnection) {
        audience.add(connection)
    }

    func received(_ message: WebSocketMessage, on connection: isolated WebSocketConnection) {}

    func drained(_ connection: isolated WebSocketConnection) {}

    func closed(_ code: CloseCode, reason: String, on connection: isolated WebSocketConnection) {
        audience.remove(connection)
    }
}
