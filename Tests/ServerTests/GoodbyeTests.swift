import Foundation
import Frames
import Rehearsal
import Testing
import WireProtocol
import Workshop

@Suite("Every goodbye of section 6, over a real socket, in both languages", .serialized)
struct GoodbyeTests {
    private static let seat = #""role":"participant","token":"AAECAwQFBgcICQoLDA0ODw","client":"a""#

    /// Messages of which each ends the connection as a violation: before a join, and after one.
    private static let violations = [
        "", "{", "[]", "null", "{}", "\u{0}", #"{"do":"join"}"#, #"{"do":"poll.vote","id":"c1"}"#,
        #"{"do":"room.open","id":"c1"}"#, #"{"do":"ping","id":"c1"}"#,
        String(repeating: "[", count: 16_000), #"{"do":"join","role":"god","client":"a"}"#,
        #"{"do":"join","role":"guest","secret":"AAE","client":"a"}"#,
        #"{"do":"join","# + seat + #","name":7}"#,
    ]

    @Test("[P2] [P3] what does not begin with a join, or is no message, ends with 4000")
    func violation() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            for message in Self.violations {
                try await Self.expect(.violation, after: message, in: hall, tells: "fr")
            }
            let socket = try await Self.open(hall)
            socket.send(.binary, [0, 1, 2])
            try await Self.expect(.violation, on: socket, in: "fr")
            try await Self.afterJoining(hall)
            try await site.checkAlive(hall)
        }
    }

    /// [P3] A second join, and nonsense once inside; sentences are in the language of the join.
    private static func afterJoining(_ hall: Hall) async throws {
        for language in ["fr", "en"] {
            let join = #"{"do":"join",\#(seat),"lang":"\#(language)"}"#
            for second in [join, "{", "[1]", #"{"id":"c1","do":"note.post"}"#] {
                let socket = try await open(hall)
                socket.send(join)
                _ = try await socket.next()
                socket.send(second)
                try await expect(.violation, on: socket, in: language)
            }
        }
    }

    @Test("[P2] a message over 16 KiB ends with 1009")
    func tooLong() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let tab = try await hall.seat(1).join()
            tab.sendRaw(#"{"id":"c1","do":"ping","x":""# + String(repeating: "x", count: 17_408))
            let (code, _) = try await tab.end()
            #expect(code == .messageTooBig)
            try await site.checkAlive(hall)
        }
    }

    @Test("wrong secrets, wrong codes, wrong choices")
    func closedDoors() async throws {
        try await withSite { site in
            let hall = try await site.createRoom(["title": "Essai", "colleges": ["un"]])
            for language in ["fr", "en"] {
                for role in ["facilitator", "display", "guest"] {
                    let wrong = hall.tab(
                        .init(role: role, secret: Hall.token(of: 1), language: language)
                    )
                    try await Self.expect(.wrongSecret, of: wrong)
                }
                let elsewhere = Tab(
                    .init(secret: Hall.token(of: 1), language: language),
                    code: "ZZZZZZ",
                    port: site.port,
                    crowd: site.crowd
                )
                try await Self.expect(.roomUnknown, of: elsewhere)
                let long = JSONValue.text(String(repeating: "x", count: 61))
                for details in [
                    ["college": 1], ["college": -1], ["organisation": 0], ["name": long],
                ] as [[String: JSONValue]] {
                    try await Self.expect(
                        .invalidJoin,
                        of: hall.seat(1, language, details: details)
                    )
                }
            }
            // A path that cannot be a room's, and a role's secret for another role.
            let nowhere = Tab(
                .init(secret: Hall.token(of: 1)),
                code: "not-a-code",
                port: site.port,
                crowd: site.crowd
            )
            try await Self.expect(.roomUnknown, of: nowhere)
            let guest = hall.tab(.init(role: "facilitator", secret: hall.guestSecret))
            try await Self.expect(.wrongSecret, of: guest)
            try await site.checkAlive(hall, details: ["college": 0])
        }
    }

    @Test("[P6] a tab that comes back replaces its dead connection, other tabs stay")
    func replaced() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            for language in ["fr", "en"] {
                let other = try await hall.seat(1, language, client: "other").join()
                let older = try await hall.seat(1, language, client: "same").join()
                let newer = try await hall.seat(1, language, client: "same").join()
                let (code, bye) = try await older.end()
                Self.check(code, bye, is: .replaced, in: language)
                #expect(try await newer.ask("room.open").code == "not-allowed")
                #expect(try await other.ask("room.open").code == "not-allowed")
            }
            #expect(try await hall.facilitator().join().map["presence"]?["seats"] == 1)
        }
    }

    @Test("a flood is refused, then ends with 4029; nobody else notices")
    func flood() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let console = try await hall.facilitator().join()
            for language in ["fr", "en"] {
                let tab = try await hall.seat(1, language, client: "f\(language)").join()
                for number in 0..<300 {
                    tab.sendRaw(#"{"id":"f\#(number)","do":"room.open"}"#)
                }
                try await tab.wait("a flood's end") { $0.bye != nil }
                tab.cutOff()
                #expect(tab.now.bye?["code"] == "flood")
                let refusals = tab.now.answers.values.joined().filter { $0.code == "too-fast" }
                #expect(refusals.count == WireLimits.floodRefusals)
                let isFrench = language == "fr"
                let say = WireRefusal.tooFast.sentence(in: isFrench ? .french : .english)
                #expect(refusals.first == .refused(code: "too-fast", say: say))
                let bye = ByeReason.flood.sentence(in: isFrench ? .french : .english)
                #expect(tab.now.bye?["say"]?.text == bye)
                #expect(tab.now.bye?["again"] == true)
            }
            #expect(try await console.ask("room.open").code == "ack")
        }
    }

    @Test("a stranger does not enter a room that has ended")
    func ended() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let console = try await hall.facilitator().join()
            let seat = try await hall.seat(1).join()
            #expect(try await console.ask("room.open").code == "ack")
            #expect(try await console.ask("room.end").code == "ack")
            for language in ["fr", "en"] {
                try await Self.expect(.roomEnded, of: hall.seat(2, language))
            }
            seat.cutOff()
            try await hall.seat(1).join().sees("the room") { $0["room"]?["phase"] == "ended" }
        }
    }
}

extension GoodbyeTests {
    private static func open(_ hall: Hall) async throws -> CrowdSocket {
        try await hall.site.crowd.connect(
            port: hall.site.port,
            HandshakeRequest(path: "/live/\(hall.code)", subprotocol: "atelier.v1")
        )
    }

    private static func expect(
        _ reason: ByeReason,
        after message: String,
        in hall: Hall,
        tells language: String
    ) async throws {
        let socket = try await open(hall)
        socket.send(message)
        try await expect(reason, on: socket, in: language)
    }

    /// The socket hears the reason, perhaps after other messages, and is closed.
    private static func expect(
        _ reason: ByeReason,
        on socket: CrowdSocket,
        in language: String
    ) async throws {
        var bye: JSONValue?
        while true {
            switch try await socket.nextEvent() {
            case .text(let bytes):
                let message = JSONValue(bytes)
                if message?["type"] == "bye" { bye = message }
            case .closed(let code, _): return check(code, bye, is: reason, in: language)
            case .binary, .pong: Issue.record("a binary message or a pong")
            }
        }
    }

    private static func expect(_ reason: ByeReason, of tab: Tab) async throws {
        try await tab.join()
        let (code, bye) = try await tab.end()
        check(code, bye, is: reason, in: tab.person.language)
    }

    private static func check(
        _ code: CloseCode?,
        _ bye: JSONValue?,
        is reason: ByeReason,
        in language: String
    ) {
        #expect(code?.rawValue == reason.closeCode)
        #expect(bye?["code"]?.text == reason.code)
        #expect(bye?["say"]?.text == reason.sentence(in: language == "fr" ? .french : .english))
        #expect(bye?["again"]?.bool == reason.comesBack)
        #expect(bye?["afterMs"]?.number == reason.pauseMilliseconds)
    }
}

extension Site {
    /// The server still answers, and a room still counts right.
    func checkAlive(_ hall: Hall, details: [String: JSONValue] = [:]) async throws {
        #expect(try await request("GET", "/health").status == 200)
        let id = String(UUID().uuidString.filter { $0 != "-" }.lowercased().prefix(16))
        let console = try await hall.facilitator(client: id).join()
        let seat = try await hall.seat(500, details: details).join()
        _ = try await console.ask("room.open")
        let add: JSONValue = ["activity": .text(id), "as": RefusalTests.pollDesign]
        #expect(try await console.ask("activity.add", add).code == "ack")
        let launch = try await console.ask("activity.launch", ["activity": .text(id)])
        #expect(launch.code == "ack")
        let vote: JSONValue = ["poll": .text(id), "choices": [1]]
        #expect(try await seat.ask("poll.vote", vote).code == "ack")
        try await console.sees(
            "tally/\(id)",
            ["ballots": 1, "abstentions": 0, "counts": [0, 1]]
        )
        console.cutOff()
        seat.cutOff()
    }
}
