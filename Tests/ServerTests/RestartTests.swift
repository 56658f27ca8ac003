import Foundation
import Rehearsal
import Testing

@Suite("The server ends under 42 people", .serialized)
struct RestartTests {
    private static let poll = Hall.id(0xa1)
    private static let wall = Hall.id(0xb1)
    private static let seats = 42

    @Test("[P9] [P18] after kill -9 all come back, nothing acknowledged is lost or counted twice")
    func killed() async throws {
        try await Self.withProcess { first, site in
            let (call, tabs) = try await Self.fill(site)
            // Everybody votes once; a third are answered before the end, the rest at any time.
            let votes = tabs.enumerated().map { seat, tab in
                tab.post("poll.vote", ["poll": .text(Self.poll), "choices": [.number(seat % 3)]])
            }
            for seat in 0..<14 { _ = try await tabs[seat].answer(to: votes[seat]) }
            let acknowledged = Self.acknowledged(tabs, votes)
            first.kill()
            // Typed while nobody listens.
            let notes = tabs.enumerated().map { seat, tab in
                tab.post("note.post", Self.note(seat))
            }
            let second = try ServerProcess(port: site.port, folder: site.folder)
            for (tab, id) in zip(tabs, votes) {
                #expect(try await tab.answer(to: id).code == "ack")
            }
            for (tab, id) in zip(tabs, notes) {
                #expect(try await tab.answer(to: id).code == "ack")
            }
            #expect(acknowledged >= 14)
            try await Self.checkCounts(call, tabs)
            withExtendedLifetime(second) {}
        }
    }

    @Test("[P9] [P18] kill -9 again and again while everybody changes their mind")
    func killedRepeatedly() async throws {
        try await Self.withProcess { first, site in
            let (call, tabs) = try await Self.fill(site)
            var process = first
            for round in 1...3 {
                let votes = tabs.enumerated().map { seat, tab in
                    let choice = JSONValue.number((seat + round) % 3)
                    return tab.post("poll.vote", ["poll": .text(Self.poll), "choices": [choice]])
                }
                _ = try await tabs[round].answer(to: votes[round])
                process.kill()
                process = try ServerProcess(port: site.port, folder: site.folder)
                for (tab, id) in zip(tabs, votes) {
                    #expect(try await tab.answer(to: id).code == "ack")
                }
            }
            for (seat, tab) in tabs.enumerated() {
                #expect(try await tab.ask("note.post", Self.note(seat)).code == "ack")
            }
            try await Self.checkCounts(call, tabs)
        }
    }

    @Test("SIGTERM says bye restart, and everything acknowledged is there after")
    func terminated() async throws {
        try await Self.withProcess { first, site in
            let (call, tabs) = try await Self.fill(site)
            for (seat, tab) in tabs.enumerated() {
                let vote: JSONValue = [
                    "poll": .text(Self.poll), "choices": [.number(seat % 3)],
                ]
                #expect(try await tab.ask("poll.vote", vote).code == "ack")
                #expect(try await tab.ask("note.post", Self.note(seat)).code == "ack")
            }
            let status = first.terminate()
            #expect(status == 0)
            for tab in tabs + [call] {
                try await tab.wait("a bye") { $0.heard.contains { $0.contains("\"restart\"") } }
            }
            let bye = tabs[0].now.heard.last.flatMap { JSONValue($0.utf8) }
            #expect(bye?["again"] == true)
            #expect(bye?["say"] == "Le serveur redémarre.")
            let second = try ServerProcess(port: site.port, folder: site.folder)
            try await Self.checkCounts(call, tabs)
            withExtendedLifetime(second) {}
        }
    }
}

extension RestartTests {
    private static func withProcess(
        _ body: (ServerProcess, Site) async throws -> Void
    ) async throws {
        let folder = try SiteFolder()
        let process = try ServerProcess(folder: folder)
        let site = Site(port: process.port, folder: folder, crowd: Crowd())
        defer { site.sendEverybodyHome() }
        try await body(process, site)
    }

    /// An open room with a poll, a wall and 42 seats; gives the console and the seats.
    private static func fill(_ site: Site) async throws -> (Tab, [Tab]) {
        let hall = try await site.createRoom()
        let console = try await hall.facilitator().join()
        let commands: [(String, JSONValue)] = [
            ("room.open", [:]),
            (
                "activity.add",
                [
                    "activity": .text(poll),
                    "as": [
                        "kind": "poll", "question": "Oui ?",
                        "options": ["Oui", "Non", "Peut-être"],
                        "results": "live",
                    ],
                ]
            ),
            (
                "activity.add",
                [
                    "activity": .text(wall),
                    "as": [
                        "kind": "wall", "title": "Idées", "sections": ["Idées"],
                        "writing": "shared", "notesPerSeat": 1,
                    ],
                ]
            ),
            ("activity.launch", ["activity": .text(poll)]),
            ("activity.launch", ["activity": .text(wall)]),
        ]
        for (verb, fields) in commands {
            try #require(try await console.ask(verb, fields).code == "ack")
        }
        var tabs: [Tab] = []
        for seat in 0..<seats { tabs.append(try await hall.seat(seat).join()) }
        return (console, tabs)
    }

    private static func note(_ seat: Int) -> JSONValue {
        [
            "wall": .text(wall), "note": .text(Hall.id(0x1000 + seat)), "section": 0,
            "text": "Note \(seat)",
        ]
    }

    private static func acknowledged(_ tabs: [Tab], _ ids: [String]) -> Int {
        zip(tabs, ids).count { tab, id in tab.now.answers[id] != nil }
    }

    /// Everybody is back and sees one ballot and one note of each.
    private static func checkCounts(_ console: Tab, _ tabs: [Tab]) async throws {
        for tab in tabs + [console] {
            try await tab.sees(
                "tally/\(poll)",
                ["ballots": 42, "abstentions": 0, "counts": [14, 14, 14]]
            )
            try await tab.sees("42 notes") { $0.all("note/").count == 42 }
            try await tab.sees("everybody") { $0["presence"]?["here"] == 42 }
            #expect(tab.map["presence"]?["seats"] == 42)
        }
        let texts = Set(console.map.all("note/").compactMap { $0["text"]?.text })
        #expect(texts == Set((0..<seats).map { "Note \($0)" }))
    }
}
