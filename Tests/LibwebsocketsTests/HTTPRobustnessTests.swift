import HTTPTypes
import Rehearsal
import Testing

@testable import Libwebsockets

/// Requests as strangers send them.
@Suite("HTTP robustness", .serialized)
struct HTTPRobustnessTests {
    /// What is refused, and with which status.
    static let refusals: [(String, String, Int)] = [
        ("garbage", "\u{16}\u{3}\u{1}garbage\r\n\r\n", 400),
        ("no host", "GET / HTTP/1.1\r\n\r\n", 400),
        ("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("space before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        ("folded line", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400),
        ("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("relative target", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("control byte", "GET / HTTP/1.1\r\nHost: a\r\nX: \u{1}\r\n\r\n", 400),
        ("HTTP/2 without TLS", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ("length and chunks", post("Content-Length: 1\r\nTransfer-Encoding: chunked"), 400),
        ("two lengths", post("Content-Length: 1\r\nContent-Length: 2"), 400),
        ("listed lengths", post("Content-Length: 1, 1"), 400),
        ("negative length", post("Content-Length: -1"), 400),
        ("length with a sign", post("Content-Length: +1"), 400),
        ("length not a number", post("Content-Length: 0x10"), 400),
        ("length above all numbers", post("Content-Length: 99999999999999999999999"), 413),
        ("length above the limit", post("Content-Length: 1048577"), 413),
        ("no length", post("X: y"), 411),
        ("unknown coding", post("Transfer-Encoding: gzip, chunked"), 501),
        ("unknown expectation", post("Expect: tea\r\nContent-Length: 1"), 417),
        ("bad chunk size", post("Transfer-Encoding: chunked") + "xyz\r\n", 400),
        ("chunk above the limit", post("Transfer-Encoding: chunked") + "FFFFFFFF\r\n", 413),
        ("no end of chunk", post("Transfer-Encoding: chunked") + "1\r\nabc\r\n", 400),
        ("long target", "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\n\r\n", 414),
        ("endless target", "GET /" + String(repeating: "a", count: 70_000), 414),
        ("long header", "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 70_000))", 431),
        (
            "many headers",
            "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: y\r\n", count: 101))\r\n", 431
        ),
    ]

    private static func post(_ lines: String) -> String {
        "POST / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n"
    }

    @Test("what could be misunderstood is refused, and the connection closed", arguments: refusals)
    func refusal(_ name: String, _ request: String, _ status: Int) async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            socket.send(request)
            let text = String(decoding: try socket.receiveAll(), as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 \(status) "), "\(name): \(text.prefix(40))")
            #expect(text.contains("Connection: close\r\n"))
        }
    }

    @Test("a body above the limit does not destroy the answer that refuses it")
    func refusedWhileSending() async throws {
        try await withServer { server in
            let body = [UInt8](repeating: 0, count: 3 << 20)
            let reply = try HTTPClient.request("POST", "/", port: server.port, body: body)
            #expect(reply.status == 413)
        }
    }

    @Test("a client that drips its head is dropped")
    func drip() async throws {
        try await withServer(limits: { $0.headTimeout = .seconds(1) }) { server in
            let socket = try ClientSocket(port: server.port)
            socket.send("GET / HTTP/1.1\r\nHos")
            let text = String(decoding: try socket.receiveAll(), as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test("a client that says nothing is dropped without an answer")
    func silence() async throws {
        try await withServer(limits: { $0.headTimeout = .seconds(1) }) { server in
            let socket = try ClientSocket(port: server.port)
            #expect(try socket.receiveAll().isEmpty)
        }
    }

    @Test("a body that does not come is not waited for")
    func missingBody() async throws {
        try await withServer(limits: { $0.bodyTimeout = .seconds(1) }) { server in
            let socket = try ClientSocket(port: server.port)
            socket.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
            let text = String(decoding: try socket.receiveAll(), as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test("an idle connection is closed after its time")
    func idle() async throws {
        try await withServer(limits: { $0.keepAlive = .seconds(1) }) { server in
            let socket = try ClientSocket(port: server.port)
            socket.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = try HTTPClient.readReply(from: socket)
            #expect(try socket.receiveAll().isEmpty)
        }
    }

    @Test("a body sent ahead with a request behind it harms nobody")
    func sentTooFarAhead() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
            let post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
            let last = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            socket.send(get + post + last)
            let text = String(decoding: try socket.receiveAll(), as: UTF8.self)
            #expect(text.ranges(of: "HTTP/1.1 200").count == 3)
            #expect(try HTTPClient.request("GET", "/", port: server.port).status == 200)
        }
    }

    @Test("heads are read the same, however the network cuts them")
    func cuts() throws {
        let text = "GET /path HTTP/1.1\r\nHost: a\r\nX-One: 1\r\n\r\nrest"
        let bytes = Array(text.utf8)
        for cut in 0..<bytes.count {
            var parser = RequestHeadParser(limits: ConnectionLimits())
            let early = try parser.next(in: bytes[..<cut])
            if cut < bytes.count - 4 {
                #expect(early == nil)
            }
            let (head, count) = try #require(try parser.next(in: bytes[...]))
            #expect(count == bytes.count - 4)
            #expect(head.request.path == "/path")
            #expect(head.request.authority == "a")
        }
    }
}
