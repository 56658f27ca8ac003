import Frames
import HTTPTypes
import Rehearsal
import Testing

@testable import Libwebsockets

/// What the application sees of its WebSockets.
@Suite("WebSocket connections", .serialized)
struct WebSocketConnectionTests {
    @Test("the first subprotocol both sides know is chosen")
    func subprotocol() async throws {
        try await withServer(subprotocols: ["chat.v2", "chat.v1"]) { server in
            try await withCrowd { crowd in
                let request = HandshakeRequest(subprotocol: "chat.v9, chat.v1, chat.v2")
                let socket = try await crowd.connect(port: server.port, request)
                #expect(socket.subprotocol == "chat.v1")
                #expect(try await crowd.connect(port: server.port).subprotocol == nil)
            }
        }
    }

    @Test("a client that speaks only unknown subprotocols is refused with 400")
    func unknownSubprotocol() async throws {
        try await withServer(subprotocols: ["chat.v2"]) { server in
            try await withCrowd { crowd in
                await #expect(throws: CrowdError.refused(status: 400)) {
                    let request = HandshakeRequest(subprotocol: "chat.v9")
                    _ = try await crowd.connect(port: server.port, request)
                }
            }
        }
    }

    @Test("the service refuses a socket with the status it likes")
    func refused() async throws {
        try await withServer(TestService(refusal: .forbidden)) { server in
            try await withCrowd { crowd in
                await #expect(throws: CrowdError.refused(status: 403)) {
                    _ = try await crowd.connect(port: server.port)
                }
            }
        }
    }

    @Test("another version of the protocol is told which one is spoken")
    func version() async throws {
        try await withServer { server in
            let lines = [
                "Upgrade: websocket", "Connection: keep-alive, Upgrade",
                "Sec-WebSocket-Version: 8", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            ]
            let reply = try HTTPClient.request("GET", "/", port: server.port, headerLines: lines)
            #expect(reply.status == 426)
            #expect(reply["sec-websocket-version"] == "13")
        }
    }

    @Test("a handshake without a key, or by POST, is refused", arguments: ["GET", "POST"])
    func badHandshake(_ method: String) async throws {
        try await withServer { server in
            let key = method == "GET" ? [] : ["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]
            let lines = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
            let reply = try HTTPClient.request(
                method,
                "/",
                port: server.port,
                headerLines: lines + key
            )
            // A POST without a length is refused before its wish to speak WebSocket is read.
            #expect(reply.status == (method == "GET" ? 400 : 411))
        }
    }

    @Test("messages arrive in order, and the end comes with its code and reason")
    func order() async throws {
        let witness = Witness()
        try await withServer(TestService(receiver: witness)) { server in
            try await withCrowd { crowd in
                let socket = try await crowd.connect(port: server.port)
                _ = try await witness.connection()
                socket.send("one")
                socket.send(.binary, [2])
                socket.close(CloseCode(rawValue: 4_001), reason: "enough")
                #expect(await witness.next().0 == .received(.text(Array("one".utf8))))
                #expect(await witness.next().0 == .received(.binary([2])))
                let end = Witness.Event.closed(CloseCode(rawValue: 4_001), reason: "enough")
                #expect(await witness.next().0 == end)
                #expect(try await socket.closeCode() == CloseCode(rawValue: 4_001))
            }
        }
    }

    @Test("a peer that vanishes is seen as 1006")
    func vanished() async throws {
        let witness = Witness()
        try await withServer(TestService(receiver: witness)) { server in
            try await withCrowd { crowd in
                let socket = try await crowd.connect(port: server.port)
                _ = try await witness.connection()
                socket.kill()
                #expect(await witness.next().0 == .closed(.abnormal, reason: ""))
            }
        }
    }

    @Test("closing sends what is queued first, and hears the peer's answer")
    func closing() async throws {
        let witness = Witness()
        try await withServer(TestService(receiver: witness)) { server in
            try await withCrowd { crowd in
                let socket = try await crowd.connect(port: server.port)
                let connection = try await witness.connection()
                await connection.send(.text("last words"))
                await connection.close(.tryAgainLater, reason: "full")
                #expect(await connection.send(.text("too late")) == .closed)
                #expect(try await socket.next() == "last words")
                let end = try await socket.nextEvent()
                #expect(end == .closed(.tryAgainLater, reason: "full"))
                #expect(await witness.next().0 == .closed(.tryAgainLater, reason: "full"))
            }
        }
    }

    @Test("a slow reader costs at most its outbox, and is told apart by the outcome")
    func outbox() async throws {
        let witness = Witness()
        try await withServer(TestService(receiver: witness)) { server in
            try await withCrowd { crowd in
                let socket = try await crowd.connect(port: server.port)
                let connection = try await witness.connection()
                socket.pauseReading()
                let frame = ServerFrame(.text, [UInt8](repeating: 0x61, count: 60_000))
                var sent = 0
                while case let outcome = await connection.send(frame), outcome != .refused {
                    try #require(outcome != .closed)
                    sent += 1
                }
                let pending = await connection.pendingBytes
                #expect(pending <= ConnectionLimits().outboxBytes)
                #expect(pending + frame.bytes.count > ConnectionLimits().outboxBytes)
                socket.resumeReading()
                #expect(await witness.next().0 == .drained)
                #expect(await connection.pendingBytes == 0)
                for _ in 0..<sent { #expect(try await socket.next().utf8.count == 60_000) }
                await connection.send(.text("after"))
                #expect(try await socket.next() == "after")
            }
        }
    }

    @Test("while the application does not read, the peer has to wait")
    func flowControl() async throws {
        let witness = Witness()
        try await withServer(TestService(receiver: witness)) { server in
            try await withCrowd { crowd in
                let socket = try await crowd.connect(port: server.port)
                let connection = try await witness.connection()
                await connection.pauseReading()
                socket.send("held")
                // The order of this connection's events shows that nothing came before the resume.
                await connection.send(.text("ready"))
                #expect(try await socket.next() == "ready")
                await connection.resumeReading()
                #expect(await witness.next().0 == .received(.text(Array("held".utf8))))
            }
        }
    }

    @Test("a silent peer is pinged, and one that does not answer is given up")
    func halfOpen() async throws {
        let witness = Witness()
        try await withServer(
            TestService(receiver: witness),
            limits: {
                $0.pingInterval = .seconds(1)
                $0.hangup = .seconds(2)
            }
        ) { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            _ = try await witness.connection()
            #expect(try socket.receive(exactly: 2) == [0x89, 0])
            _ = try socket.receiveAll()
            #expect(await witness.next().0 == .closed(.abnormal, reason: ""))
        }
    }

    @Test("a peer that answers pings stays")
    func alive() async throws {
        let witness = Witness()
        try await withServer(
            TestService(receiver: witness),
            limits: {
                $0.pingInterval = .seconds(1)
                $0.hangup = .seconds(2)
            }
        ) { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            _ = try await witness.connection()
            for _ in 0..<4 {
                #expect(try socket.receive(exactly: 2) == [0x89, 0])
                socket.send(ClientFrame(.pong, []).bytes)
            }
            socket.send(ClientFrame(.text, [0x61]).bytes)
            #expect(await witness.next().0 == .received(.text([0x61])))
        }
    }

    @Test("a peer that never answers a close is cut")
    func deafToClose() async throws {
        let witness = Witness()
        try await withServer(
            TestService(receiver: witness),
            limits: { $0.closeTimeout = .seconds(1) }
        ) { server in
            let socket = try ClientSocket.webSocket(port: server.port)
            let connection = try await witness.connection()
            await connection.close(.normal)
            #expect(try socket.receiveAll() == closeFrame(.normal))
            #expect(await witness.next().0 == .closed(.normal, reason: ""))
        }
    }

    @Test("connections beyond the limit are not taken")
    func tooMany() async throws {
        try await withServer(limits: { $0.maxConnections = 2 }) { server in
            try await withCrowd { crowd in
                let first = try await crowd.connect(port: server.port)
                _ = try await crowd.connect(port: server.port)
                await #expect(throws: CrowdError.self) {
                    _ = try await crowd.connect(port: server.port)
                }
                first.close()
                _ = try await first.closeCode()
                first.send("gone")
            }
        }
    }

    @Test("42 seats on two loops hear one another's echo")
    func manySeats() async throws {
        try await withServer(loops: 2) { server in
            try await withCrowd { crowd in
                var sockets: [CrowdSocket] = []
                for _ in 0..<42 { sockets.append(try await crowd.connect(port: server.port)) }
                for socket in sockets { socket.send("seat \(socket.id)") }
                for socket in sockets {
                    #expect(try await socket.next() == "seat \(socket.id)")
                }
                #expect(await server.connectionCount == 42)
            }
        }
    }
}
