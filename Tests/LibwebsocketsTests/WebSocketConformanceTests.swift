import Frames
import Libwebsockets
import Rehearsal
import Testing

/// RFC 6455, byte by byte, against a server that echoes.
@Suite("WebSocket conformance", .serialized)
struct WebSocketConformanceTests {
    @Test(
        "a message is echoed, whatever length its header has to tell",
        arguments: [0, 1, 125, 126, 127, 128, 65_535, 65_536]
    )
    func lengths(_ length: Int) async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            let payload = [UInt8](repeating: UInt8(ascii: "a"), count: length)
            socket.send(ClientFrame(.text, payload).bytes)
            let expected = ServerFrame(.text, payload).bytes
            #expect(try socket.receive(exactly: expected.count) == expected)
        }
    }

    @Test("fragments make one message, with a ping between them answered at once")
    func fragments() async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            socket.send(ClientFrame(.text, Array("frag".utf8), isFinal: false).bytes)
            socket.send(ClientFrame(.ping, Array("now".utf8)).bytes)
            let pong = ServerFrame(.pong, Array("now".utf8)).bytes
            #expect(try socket.receive(exactly: pong.count) == pong)
            socket.send(ClientFrame(.continuation, [], isFinal: false).bytes)
            socket.send(ClientFrame(.continuation, Array("ment".utf8)).bytes)
            let echo = ServerFrame.text("fragment").bytes
            #expect(try socket.receive(exactly: echo.count) == echo)
        }
    }

    @Test("a message that arrives byte by byte is whole")
    func drip() async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            for byte in ClientFrame(.binary, Array(0..<200)).bytes { socket.send([byte]) }
            let echo = ServerFrame(.binary, Array(0..<200)).bytes
            #expect(try socket.receive(exactly: echo.count) == echo)
        }
    }

    @Test("a character cut in two by fragments is whole again")
    func cutCharacter() async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            let text = Array("κόσμε".utf8)
            socket.send(ClientFrame(.text, Array(text[..<1]), isFinal: false).bytes)
            socket.send(ClientFrame(.continuation, Array(text[1...])).bytes)
            let echo = ServerFrame(.text, text).bytes
            #expect(try socket.receive(exactly: echo.count) == echo)
        }
    }

    @Test("every ping of a burst is answered, in order")
    func pings() async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            let payloads = (0..<10).map { Array("ping \($0)".utf8) }
            socket.send(payloads.flatMap { ClientFrame(.ping, $0).bytes })
            let pongs = payloads.flatMap { ServerFrame(.pong, $0).bytes }
            #expect(try socket.receive(exactly: pongs.count) == pongs)
        }
    }

    @Test("a pong nobody asked for is ignored, also with bytes that are not text")
    func unsolicitedPong() async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            socket.send(ClientFrame(.text, Array("a".utf8), isFinal: false).bytes)
            socket.send(ClientFrame(.pong, [0xff, 0xfe]).bytes)
            socket.send(ClientFrame(.continuation, Array("b".utf8)).bytes)
            let echo = ServerFrame.text("ab").bytes
            #expect(try socket.receive(exactly: echo.count) == echo)
        }
    }

    @Test("a frame sent glued to the handshake is read")
    func glued() async throws {
        try await withServer { server in
            let socket = try ClientSocket(port: server.port)
            socket.send(HandshakeRequest().bytes + ClientFrame(.text, Array("early".utf8)).bytes)
            let echo = ServerFrame.text("early").bytes
            var bytes: [UInt8] = []
            while !bytes.suffix(echo.count).elementsEqual(echo) { bytes += try socket.receive() }
        }
    }

    /// What breaks the protocol, and the code it is closed with.
    static let violations: [(String, [UInt8], CloseCode)] = [
        ("not masked", [0x81, 0x02, 0x61, 0x62], .protocolError),
        ("first reserved bit", [0xc1, 0x80, 0, 0, 0, 0], .protocolError),
        ("second reserved bit", [0xa1, 0x80, 0, 0, 0, 0], .protocolError),
        ("third reserved bit", [0x91, 0x80, 0, 0, 0, 0], .protocolError),
        ("reserved data opcode", [0x83, 0x80, 0, 0, 0, 0], .protocolError),
        ("reserved control opcode", [0x8b, 0x80, 0, 0, 0, 0], .protocolError),
        ("fragmented ping", [0x09, 0x80, 0, 0, 0, 0], .protocolError),
        ("long ping", [0x89, 0xfe, 0, 126, 0, 0, 0, 0], .protocolError),
        ("continuation of nothing", ClientFrame(.continuation, [1]).bytes, .protocolError),
        (
            "message within a message",
            ClientFrame(.text, [0x61], isFinal: false).bytes + ClientFrame(.text, [0x62]).bytes,
            .protocolError
        ),
        ("invalid UTF-8", ClientFrame(.text, [0xce, 0xba, 0xed, 0xa0, 0x80]).bytes, .invalidText),
        ("half a character", ClientFrame(.text, [0xce]).bytes, .invalidText),
        ("overlong UTF-8", ClientFrame(.text, [0xc0, 0x80]).bytes, .invalidText),
        (
            "too long", ClientFrame(.binary, .init(repeating: 0, count: 65_537)).bytes,
            .messageTooBig
        ),
        (
            "too long in fragments",
            ClientFrame(.binary, .init(repeating: 0, count: 65_536), isFinal: false).bytes
                + ClientFrame(.continuation, [0]).bytes,
            .messageTooBig
        ),
        (
            "announced length of 2^62",
            [0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], .messageTooBig
        ),
        (
            "length with the highest bit",
            [0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], .protocolError
        ),
        ("half a close code", ClientFrame(.close, [3]).bytes, .protocolError),
        ("close code 999", ClientFrame(.close, [0x03, 0xe7]).bytes, .protocolError),
        ("close code 1005", ClientFrame(.close, [0x03, 0xed]).bytes, .protocolError),
        ("close code 1015", ClientFrame(.close, [0x03, 0xf7]).bytes, .protocolError),
        ("close code 2999", ClientFrame(.close, [0x0b, 0xb7]).bytes, .protocolError),
        ("close reason not UTF-8", ClientFrame(.close, [0x03, 0xe8, 0xff]).bytes, .invalidText),
    ]

    @Test("who breaks the protocol is told why and closed", arguments: violations)
    func violation(_ name: String, _ bytes: [UInt8], _ code: CloseCode) async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            socket.send(bytes)
            let answer = try socket.receiveAll()
            #expect(answer.first == 0x88, "\(name): no close frame")
            #expect(answer.dropFirst(2).prefix(2).elementsEqual(closeFrame(code)[2...]), "\(name)")
        }
    }

    @Test(
        "a close is answered with its code and reason, then the connection ends",
        arguments: [1000, 1001, 1003, 1007, 1011, 1012, 1013, 3000, 3999, 4000, 4999]
    )
    func close(_ code: UInt16) async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            let frame = closeFrame(CloseCode(rawValue: code), "à bientôt")
            socket.send(ClientFrame(.close, Array(frame[2...])).bytes)
            #expect(try socket.receiveAll() == frame)
        }
    }

    @Test("a close without a code is answered without one")
    func closeWithoutCode() async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            socket.send(ClientFrame(.close, []).bytes)
            #expect(try socket.receiveAll() == [0x88, 0])
        }
    }

    @Test("nothing sent after a close is echoed")
    func afterClose() async throws {
        try await withServer { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            let frame = closeFrame(.normal)
            let late = ClientFrame(.text, [0x61]).bytes
            socket.send(ClientFrame(.close, Array(frame[2...])).bytes + late)
            #expect(try socket.receiveAll() == frame)
        }
    }
}
