import Foundation
import Frames
import Rehearsal
import Testing

@Suite("Clients that mean harm, or do not care", .serialized)
struct HostileTests {
    @Test("[P4] a page of another site gets no WebSocket; a stranger's subprotocol neither")
    func origins() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let path = "/live/\(hall.code)"
            for origin in [
                "https://evil.example", "http://localhost.evil.example", "null", "localhost",
                "http://localhost:1",
            ] {
                await #expect(throws: CrowdError.refused(status: 403), "\(origin)") {
                    let request = HandshakeRequest(
                        path: path,
                        origin: origin,
                        subprotocol: "atelier.v1"
                    )
                    _ = try await site.crowd.connect(port: site.port, request)
                }
            }
            let own = HandshakeRequest(
                path: path,
                origin: "http://localhost",
                subprotocol: "atelier.v1"
            )
            #expect(
                try await site.crowd.connect(port: site.port, own).subprotocol == "atelier.v1"
            )
            await #expect(throws: CrowdError.refused(status: 400)) {
                let request = HandshakeRequest(path: path, subprotocol: "chat")
                _ = try await site.crowd.connect(port: site.port, request)
            }
            await #expect(throws: CrowdError.refused(status: 404)) {
                let request = HandshakeRequest(
                    path: "/dead/\(hall.code)",
                    subprotocol: "atelier.v1"
                )
                _ = try await site.crowd.connect(port: site.port, request)
            }
            try await site.checkAlive(hall)
        }
    }

    @Test("codes can be guessed 120 times, then neither over HTTP nor over a socket")
    func guessing() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let letters = Array("ABCDEFGHJKMNPQRSTVWXYZ")
            var guesses = 0
            var refusal: HTTPReply?
            // Two tries come back every second, so the limit is met a little later than at 120.
            while refusal == nil, guesses < letters.count * letters.count {
                let (row, column) = guesses.quotientAndRemainder(dividingBy: letters.count)
                let code = "ZZZZ" + String([letters[row], letters[column]])
                let reply = try await site.request("GET", "/api/rooms/\(code)")
                if reply.status == 429 { refusal = reply } else { guesses += 1 }
            }
            #expect(guesses >= 120)
            #expect(JSONValue(try #require(refusal).body)?["code"] == "too-many-tries")
            try await Self.checkSocketIsShut(hall)
            #expect(try await site.request("GET", "/health").status == 200)
        }
    }

    /// Uses up the tries that came back meanwhile, then knocks at a room that exists.
    private static func checkSocketIsShut(_ hall: Hall) async throws {
        var codes: Set<String> = []
        for attempt in 0..<5 where !codes.contains("flood") {
            while try await hall.site.request("GET", "/api/rooms/ZZZZZZ").status != 429 {}
            let tab = try await hall.seat(attempt).join()
            if let code = tab.now.bye?["code"]?.text { codes.insert(code) }
            tab.cutOff()
        }
        #expect(codes == ["flood"])
    }

    @Test("rooms can be made 20 times a minute, then 429")
    func manyRooms() async throws {
        try await withSite { site in
            var codes: Set<String> = []
            for _ in 0..<20 { codes.insert(try await site.createRoom().code) }
            #expect(codes.count == 20)
            var last: HTTPReply?
            for _ in 0..<5 where last?.status != 429 {
                last = try await site.request("POST", "/api/rooms", body: #"{"title":"x"}"#)
            }
            #expect(last?.status == 429)
            #expect(last.flatMap { JSONValue($0.body) }?["code"] == "too-many-rooms")
        }
    }

    @Test("no path leads out of the web folder")
    func traversal() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            for path in [
                "/assets/../index.html", "/assets/../../data/rooms.sqlite", "/../data/rooms.sqlite",
                "/assets/%2e%2e/%2e%2e/data/rooms.sqlite", "/assets//etc/passwd",
                "/assets/..%2f..%2fdata%2frooms.sqlite", "//etc/passwd", "/assets/page.js/..",
                "/assets/page.js%00.html", "/assets/page.js.br", "/index.html", "/participant.html",
            ] {
                let reply = try await site.request("GET", path)
                #expect([400, 404].contains(reply.status), "\(path)")
                #expect(!reply.text.contains("SQLite"))
            }
            try await site.checkAlive(hall)
        }
    }

    @Test("heads and bodies that are too large are refused, and harm nobody")
    func sizes() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let long = String(repeating: "x", count: 20_000)
            let head = try await site.request("GET", "/", ["X-Long: \(long)"])
            #expect(head.status == 431)
            let many = (0..<200).map { "X-\($0): y" }
            #expect(try await site.request("GET", "/", many).status == 431)
            #expect(try await site.request("GET", "/" + long).status == 414)
            let socket = try ClientSocket(port: site.port)
            socket.send("POST /api/rooms HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n")
            #expect(try HTTPClient.readReply(from: socket).status == 413)
            try await site.checkAlive(hall)
        }
    }

    @Test("300 requests that never end do not keep others from being served")
    func unfinished() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let sockets = try Unfinished(count: 300, port: site.port)
            try await site.checkAlive(hall)
            withExtendedLifetime(sockets) {}
        }
    }

    @Test("people who vanish without a word are missed, and counted once when they come back")
    func vanishing() async throws {
        try await withSite { site in
            let stage = try await Stage(on: site, seats: 42)
            try await stage.console.sees("everybody") { $0["presence"]?["here"] == 42 }
            for tab in stage.seats { tab.cutOff() }
            try await stage.console.sees("nobody") { $0["presence"]?["here"] == 0 }
            for tab in stage.seats { try await tab.join() }
            try await stage.vote(0..<42, for: 1)
            try await stage.console.sees(
                "tally/\(Stage.poll)",
                ["ballots": 42, "abstentions": 0, "counts": [0, 42]]
            )
            try await stage.console.sees("presence", ["seats": 42, "here": 42, "away": []])
        }
    }

    @Test("[P18] a command sent twice has the effect of one and is acknowledged twice")
    func replay() async throws {
        try await withSite { site in
            let stage = try await Stage(on: site, seats: 1)
            let tab = stage.seats[0]
            let vote = #"{"id":"r1","do":"poll.vote","poll":"\#(Stage.poll)","choices":[1]}"#
            let note = """
                {"id":"r2","do":"note.post","wall":"\(Stage.wall)","note":"\(Hall.id(1))",\
                "section":0,"text":"une fois"}
                """
            for message in [vote, note] {
                tab.sendRaw(message)
                tab.sendRaw(message)
            }
            try await tab.wait("four answers") { state in
                state.answers["r1"]?.count == 2 && state.answers["r2"]?.count == 2
            }
            #expect(tab.now.answers.values.joined().allSatisfy { $0.code == "ack" })
            try await stage.console.sees(
                "tally/\(Stage.poll)",
                ["ballots": 1, "abstentions": 0, "counts": [0, 1]]
            )
            try await stage.console.sees("one note") { $0.all("note/").count == 1 }
        }
    }

    @Test("[P12] a reader that stops reading slows nobody, and ends with the right map")
    func slowReader() async throws {
        try await withSite { site in
            let stage = try await Stage(on: site, seats: 42)
            let slow = stage.seats[41]
            slow.setReading(false)
            let text = String(repeating: "lorem ipsum ", count: 41)
            for round in 0..<5 {
                try await stage.post(0..<41, round: round, text: text)
            }
            try await stage.vote(0..<41, for: 0)
            for tab in stage.seats[..<41] + [stage.console] {
                try await tab.sees("all notes") { $0.all("note/").count == 205 }
                try await tab.sees("\(Stage.poll)") { map in
                    map["tally/\(Stage.poll)"]?["ballots"] == 41
                }
            }
            slow.setReading(true)
            try await slow.sees("all notes") { $0.all("note/").count == 205 }
            try await slow.sees("the count") { $0["tally/\(Stage.poll)"]?["ballots"] == 41 }
            #expect(slow.map.shared == stage.seats[0].map.shared)
            #expect(try await slow.ask("room.open").code == "not-allowed")
        }
    }

    @Test("a wall takes 2,000 notes and refuses the next in both languages")
    func fullWall() async throws {
        try await withSite { site in
            let stage = try await Stage(on: site, seats: 100, writing: "silent")
            for (seat, tab) in stage.seats.enumerated() {
                for number in 0..<20 { stage.post(tab, note: 100 * seat + number, "n") }
            }
            try await stage.console.wait("2,000 notes", within: .seconds(60)) { state in
                state.map["progress/\(Stage.wall)"] == ["notes": 2_000]
            }
            for language in ["fr", "en"] {
                let late = try await stage.hall.seat(900, language).join()
                let id = stage.post(late, note: 99_999, "la dernière")
                let answer = try await late.answer(to: id)
                #expect(answer.code == "wall-full")
            }
        }
    }
}

/// Requests whose heads never end.
private final class Unfinished {
    private var requests: [Request] = []

    private final class Request {
        let socket: ClientSocket

        init(port: UInt16) throws {
            socket = try ClientSocket(port: port)
            socket.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        }
    }

    init(count: Int, port: UInt16) throws {
        for _ in 0..<count { requests.append(try Request(port: port)) }
    }
}
