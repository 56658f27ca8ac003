import Frames
import HTTPTypes
import Rehearsal
import Synchronization
import Testing

@testable import Libwebsockets

/// Starts a server on a free port, runs `body` and stops the server.
@discardableResult
func withServer<Result>(
    _ service: some Service = TestService(),
    loops: Int = 1,
    subprotocols: [String] = [],
    limits change: (inout ConnectionLimits) -> Void = { _ in },
    _ body: (Server) async throws -> Result
) async throws -> Result {
    var configuration = ListenConfiguration(host: "127.0.0.1", port: 0, loops: loops)
    change(&configuration.limits)
    configuration.subprotocols = subprotocols
    let server = try await Server.start(configuration, service: service)
    do {
        let result = try await body(server)
        await server.stop(grace: .zero)
        return result
    } catch {
        await server.stop(grace: .zero)
        throw error
    }
}

/// Runs `body` with a crowd that ends with it.
@discardableResult
func withCrowd<Result>(_ body: (Crowd) async throws -> Result) async throws -> Result {
    let crowd = Crowd()
    defer { crowd.stop() }
    return try await body(crowd)
}

/// Answers requests as told, and lets a receiver of the test's choice have every WebSocket.
struct TestService: Service {
    var receiver: any WebSocketReceiver = EchoReceiver()
    var refusal: HTTPResponse.Status?
    var answer: @Sendable (HTTPRequest, [UInt8]) async -> Response = { request, body in
        guard request.path?.hasPrefix("/missing") == false else {
            return Response(head: HTTPResponse(status: .notFound))
        }
        let method = request.method.rawValue
        return Response(
            head: HTTPResponse(status: .ok, headerFields: [.eTag: "\"1\""]),
            body: .bytes(Array("\(method) \(request.path ?? "") ".utf8) + body)
        )
    }

    func upgrade(_ request: UpgradeRequest, on loop: ServiceLoop) -> UpgradeDecision {
        refusal.map { .refuse($0) } ?? .accept(receiver)
    }

    func respond(
        to request: HTTPRequest,
        body: [UInt8],
        from peer: PeerAddress
    ) async -> Response {
        await answer(request, body)
    }
}

/// Sends every message back.
struct EchoReceiver: WebSocketReceiver {
    func opened(_ connection: isolated WebSocketConnection) {}

    func received(_ message: WebSocketMessage, on connection: isolated WebSocketConnection) {
        switch message {
        case .text(let text): connection.send(ServerFrame(.text, text))
        case .binary(let bytes): connection.send(ServerFrame(.binary, bytes))
        }
    }

    func drained(_ connection: isolated WebSocketConnection) {}
    func closed(_ code: CloseCode, reason: String, on connection: isolated WebSocketConnection) {}
}

/// Tells a test what happens on its WebSockets, in order.
final class Witness: WebSocketReceiver {
    enum Event: Equatable, Sendable {
        case opened, drained
        case received(WebSocketMessage)
        case closed(CloseCode, reason: String)
    }

    private let events: AsyncStream<(Event, WebSocketConnection)>
    private let sink: AsyncStream<(Event, WebSocketConnection)>.Continuation

    init() {
        (events, sink) = AsyncStream.makeStream()
    }

    func opened(_ connection: isolated WebSocketConnection) {
        sink.yield((.opened, connection))
    }

    func received(_ message: WebSocketMessage, on connection: isolated WebSocketConnection) {
        sink.yield((.received(message), connection))
    }

    func drained(_ connection: isolated WebSocketConnection) {
        sink.yield((.drained, connection))
    }

    func closed(_ code: CloseCode, reason: String, on connection: isolated WebSocketConnection) {
        sink.yield((.closed(code, reason: reason), connection))
    }

    /// The next event; one caller at a time.
    func next() async -> (Event, WebSocketConnection) {
        var iterator = events.makeAsyncIterator()
        return await iterator.next()!
    }

    /// The connection of the next `opened`.
    func connection() async throws -> WebSocketConnection {
        let (event, connection) = await next()
        try #require(event == .opened)
        return connection
    }
}

extension ClientSocket {
    /// A connection that has become a WebSocket.
    static func webSocket(port: UInt16) throws -> ClientSocket {
        let socket = try ClientSocket(port: port)
        socket.send(HandshakeRequest().bytes)
        var answer: [UInt8] = []
        while !answer.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            answer += try socket.receive(exactly: 1)
        }
        try #require(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 101 "))
        return socket
    }
}

/// The close frame of a server.
func closeFrame(_ code: CloseCode, _ reason: String = "") -> [UInt8] {
    let payload = [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xff)] + Array(reason.utf8)
    return [0x88, UInt8(payload.count)] + payload
}
