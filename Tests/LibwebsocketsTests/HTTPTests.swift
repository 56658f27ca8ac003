import HTTPTypes
import Libwebsockets
import Rehearsal
import Testing

/// HTTP/1.1 as the pages and the API use it.
@Suite("HTTP", .serialized)
struct HTTPTests {
    @Test("a GET reaches the service and its answer the client")
    func get() async throws {
        try await withServer { server in
            let reply = try HTTPClient.request("GET", "/a?b=c", port: server.port)
            #expect(reply.status == 200)
            #expect(reply.text == "GET /a?b=c ")
            #expect(reply["etag"] == "\"1\"")
        }
    }

    @Test("HEAD has the headers of GET and no body")
    func head() async throws {
        try await withServer { server in
            let get = try HTTPClient.request("GET", "/", port: server.port)
            let head = try HTTPClient.request("HEAD", "/", port: server.port)
            #expect(head.status == get.status)
            let stable = { (reply: HTTPReply) in reply.headers.filter { $0.name != "date" } }
            #expect(stable(head) == stable(get))
            #expect(head.body.isEmpty)
        }
    }

    @Test("a POST brings its body, whole", arguments: [0, 5, 100_000, 1 << 20])
    func post(_ length: Int) async throws {
        try await withServer { server in
            let body = [UInt8](repeating: UInt8(ascii: "x"), count: length)
            let reply = try HTTPClient.request("POST", "/", port: server.port, body: body)
            #expect(reply.status == 200)
            #expect(reply.body == Array("POST / ".utf8) + body)
        }
    }

    @Test("a chunked POST brings its body")
    func chunked() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            socket.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            socket.send("3;x=y\r\nabc\r\n")
            socket.send("2\r\nde\r\n0\r\nTrailer: t\r\n\r\n")
            #expect(try HTTPClient.readReply(from: socket).text == "POST / abcde")
        }
    }

    @Test("who waits for 100 is told to go on")
    func expectContinue() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            socket.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n")
            socket.send("Expect: 100-continue\r\n\r\n")
            let line = "HTTP/1.1 100 Continue\r\n\r\n"
            #expect(try socket.receive(exactly: line.utf8.count) == Array(line.utf8))
            socket.send("ok")
            #expect(try HTTPClient.readReply(from: socket).text == "POST / ok")
        }
    }

    @Test("the service decides on 404")
    func missing() async throws {
        try await withServer { server in
            let reply = try HTTPClient.request("GET", "/missing", port: server.port)
            #expect(reply.status == 404)
        }
    }

    @Test("other methods get 405 and are told which ones there are", arguments: ["PUT", "BREW"])
    func method(_ method: String) async throws {
        try await withServer { server in
            let reply = try HTTPClient.request(method, "/", port: server.port, body: [])
            #expect(reply.status == 405)
            #expect(reply["allow"] == "GET, HEAD, POST")
        }
    }

    @Test("a connection serves one request after the other")
    func keepAlive() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            for number in 0..<3 {
                socket.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try HTTPClient.readReply(from: socket).text == "GET /\(number) ")
            }
        }
    }

    @Test("requests sent ahead are answered in order")
    func pipelining() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            socket.send(
                "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
                    + "GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            )
            let text = String(decoding: try socket.receiveAll(), as: UTF8.self)
            let bodies = text.split(separator: "\r\n\r\n").dropFirst()
            let starts = ["GET /1 ", "POST /2 abc", "GET /3 "]
            for (body, start) in zip(bodies, starts) { #expect(body.hasPrefix(start)) }
            #expect(bodies.count == 3)
        }
    }

    @Test("a WebSocket may begin where an exchange ended")
    func upgradeAfterExchange() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            socket.send(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8) + HandshakeRequest().bytes)
            var bytes: [UInt8] = []
            while !String(decoding: bytes, as: UTF8.self).contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") {
                bytes += try socket.receive(exactly: 1)
            }
            #expect(String(decoding: bytes, as: UTF8.self).contains("HTTP/1.1 101 "))
        }
    }

    @Test("HTTP/1.0 is answered and closed")
    func http10() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            socket.send("GET / HTTP/1.0\r\n\r\n")
            let text = String(decoding: try socket.receiveAll(), as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(text.contains("Connection: close\r\n"))
        }
    }

    @Test("an answer larger than the socket's buffers arrives whole")
    func largeAnswer() async throws {
        var service = TestService()
        let body = [UInt8](repeating: 7, count: 8 << 20)
        service.answer = { _, _ in Response(head: HTTPResponse(status: .ok), body: .bytes(body)) }
        try await withServer(service) { server in
            let reply = try HTTPClient.request("GET", "/", port: server.port)
            #expect(reply.body == body)
        }
    }

    @Test("304 and 204 have no body and no length", arguments: [204, 304])
    func bare(_ status: Int) async throws {
        var service = TestService()
        service.answer = { _, _ in Response(head: HTTPResponse(status: .init(code: status))) }
        try await withServer(service) { server in
            let reply = try HTTPClient.request("GET", "/", port: server.port)
            #expect(reply.status == status)
            #expect(reply["content-length"] == nil)
        }
    }

    @Test("a stream arrives piece by piece, and ends")
    func stream() async throws {
        var service = TestService()
        service.answer = { _, _ in
            let pieces = AsyncStream<[UInt8]> { stream in
                for number in 0..<100 { stream.yield(Array("piece \(number)\n".utf8)) }
                stream.finish()
            }
            return Response(head: HTTPResponse(status: .ok), body: .stream(pieces))
        }
        try await withServer(service) { server in
            let reply = try HTTPClient.request("GET", "/", port: server.port)
            #expect(reply.text == (0..<100).map { "piece \($0)\n" }.joined())
        }
    }

    @Test("a client that leaves ends the stream it was reading")
    func abandonedStream() async throws {
        let (endings, ended) = AsyncStream<Void>.makeStream()
        var service = TestService()
        service.answer = { _, _ in
            let pieces = AsyncStream<[UInt8]> { stream in
                stream.yield([1])
                stream.onTermination = { _ in ended.yield() }
            }
            return Response(head: HTTPResponse(status: .ok), body: .stream(pieces))
        }
        try await withServer(service) { server in
            do {
                let socket = try ClientSocket(port: server.port)
                socket.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try socket.receive()
            }
            for await _ in endings { break }
        }
    }
}
