import Foundation
import Rehearsal
import Scenarios
import Testing
import WireProtocol
import Workshop

@Suite("Scenario S3 over real sockets: objections that propose, 47 actions to 19", .serialized)
struct ScenarioThreeTests {
    private static let first = Hall.id(0xc1)
    private static let second = Hall.id(0xc2)
    private static let wall = Hall.id(0xb1)
    private static let firstID = Activity.ID(rawValue: 0xc1)

    @Test("[P13] [P19] [P20] S3.6 to S3.8: consent in two rounds, proposals on the wall")
    func consent() async throws {
        try await withSite { site in
            let group = try await Group(
                on: site,
                colleges: ScenarioThree.colleges,
                seats: ScenarioThree.seats,
                college: ScenarioThree.college
            )
            try await group.launch(
                Self.wall,
                [
                    "kind": "wall", "title": "Plénière", "sections": ["Feuille de route"],
                    "writing": "shared",
                ]
            )
            try await Self.firstRound(group)
            try await Self.bringProposals(group)
            try await Self.secondRound(group)
            try await Self.checkWhatIsKept(group)
        }
    }

    private static func firstRound(_ group: Group) async throws {
        try await group.launch(first, ScenarioThree.consent())
        let answers = ScenarioThree.seats.filter { $0 != 22 }
        try await group.vote(answers, in: first) { seat in
            let proposal = ScenarioThree.proposals[seat].map { entry(seat, $0) }
            return .consent(ScenarioThree.firstAnswer(of: seat), proposal)
        }
        for blank in [nil, entry(22, "   ")] {
            let vote = Hall.vote(.consent(.object, blank), in: first)
            #expect(try await group.seats[22].ask("poll.vote", vote).code == "proposal-missing")
            try await group.lead.sees("progress/\(first)", ["answered": 31, "of": 32])
        }
        let proposal = try #require(ScenarioThree.proposals[22])
        try await group.vote([22], in: first) { _ in .consent(.object, entry(22, proposal)) }
        try await group.allSee("progress/\(first)", ["answered": 32, "of": 32])
        try group.checkHidden(first, texts: Array(ScenarioThree.proposals.values))
        try await group.ask("activity.close", ["activity": .text(first)])
        try await group.allSee(
            "tally/\(first)",
            ["ballots": 32, "abstentions": 0, "counts": [24, 6, 2]]
        )
        for tab in group.everyone {
            try await tab.sees("two proposals") { map in
                let texts = map.all("entry/").compactMap { $0["text"]?.text }
                return Set(texts) == Set(ScenarioThree.proposals.values)
            }
        }
    }

    private static func bringProposals(_ group: Group) async throws {
        let fields: JSONValue = ["poll": .text(first), "wall": .text(wall), "section": 0]
        for _ in 0..<2 { try await group.ask("poll.bring", fields) }
        for tab in group.everyone {
            try await tab.sees("two notes, once") { map in
                let notes = map.all("note/")
                return notes.count == 2
                    && notes.allSatisfy { $0["from"]?.text == first && $0["author"] == nil }
            }
        }
    }

    private static func secondRound(_ group: Group) async throws {
        try await group.launch(second, ScenarioThree.consent(after: firstID))
        try await group.vote(
            ScenarioThree.seats,
            in: second,
            earlier: { ScenarioThree.firstAnswer(of: $0).line },
            { .consent(ScenarioThree.secondAnswer(of: $0)) }
        )
        try await group.ask("activity.close", ["activity": .text(second)])
        try await group.allSee(
            "tally/\(second)",
            ["ballots": 32, "abstentions": 0, "counts": [28, 4, 0]]
        )
        #expect(group.lead.map["tally/\(first)"]?["counts"] == [24, 6, 2])
        for tab in group.everyone {
            for frame in tab.now.heard { try group.checkTables(in: frame) }
        }
        #expect(try await group.hall.export("json").text.contains(": 24"))
        for format in ["json", "csv"] {
            let text = try await group.hall.export(format).text
            #expect(!text.contains("~"))
        }
    }

    /// [P16] What people answered before, and who they are, has left the disk with the close.
    private static func checkWhatIsKept(_ group: Group) async throws {
        try await group.ask("room.end")
        // What comes next is written only after what has ended is forgotten.
        try await group.ask("screen.show", ["show": "welcome"])
        let files = try group.hall.site.folder.dataFiles()
        #expect(files.keys.filter { $0.contains("secrets/") } == [])
        var ballots = 0
        for bytes in files.values {
            let text = String(decoding: bytes, as: UTF8.self)
            let ballot = /B[12]00000000000000c[12]a[0-9a-f]{32}k[012](?<rest>[\s\S])/
            let lines = text.matches(of: ballot)
            ballots += lines.count
            for line in lines { #expect(line.rest != "~", "what was answered before is kept") }
        }
        // A line may be cut by the edge of one of the file's pages.
        #expect((60...64).contains(ballots))
    }

    private static func entry(_ number: Int, _ text: String) -> Entry {
        Entry(id: Note.ID(rawValue: 0xE000 + UInt64(number)), text: text)
    }

    @Test("S3.10 to S3.12: eleven people take 47 actions to 19 in two rounds")
    func prioritisation() async throws {
        try await withSite { site in
            let group = try await Group(on: site, seats: ScenarioThree.members)
            let all = Array(ScenarioThree.actions.indices)
            try await group.launch(first, ScenarioThree.choice(among: all, count: 5...24))
            let many = Hall.vote(.choices(Choices(0..<25)!), in: first)
            #expect(
                try await group.seats[4].ask("poll.vote", many).code == "wrong-number-of-choices"
            )
            try await group.vote(ScenarioThree.members, in: first) {
                .choices(Choices(ScenarioThree.firstChoices(of: $0))!)
            }
            let guest = Hall.vote(.choices(Choices(0..<5)!), in: first)
            #expect(try await group.guest.ask("poll.vote", guest).code == "not-allowed")
            try await group.allSee("progress/\(first)", ["answered": 11, "of": 11])
            try group.checkHidden(first, texts: [])
            try await group.ask("activity.close", ["activity": .text(first)])
            try await group.allSee("tally/\(first)", Self.tally(ScenarioThree.firstVoices))
            #expect(ScenarioThree.firstVoices.reduce(0, +) == 210)

            let again = all.filter { (4...6).contains(ScenarioThree.firstVoices[$0]) }
            let design = ScenarioThree.choice(among: again, count: 5...11, after: Self.firstID)
            try await group.launch(second, design)
            try await group.vote(ScenarioThree.members, in: second) {
                .choices(Choices(ScenarioThree.secondChoices(of: $0))!)
            }
            try await group.ask("activity.close", ["activity": .text(second)])
            try await group.allSee("tally/\(second)", Self.tally(ScenarioThree.secondVoices))
            let adopted =
                all.filter { ScenarioThree.firstVoices[$0] >= 7 }
                + again.enumerated().filter { ScenarioThree.secondVoices[$0.offset] >= 6 }
                .map(\.element)
            #expect(
                adopted.sorted().map { ScenarioThree.actions[$0].id } == ScenarioThree.adopted
            )
        }
    }

    private static func tally(_ voices: [Int]) -> JSONValue {
        ["ballots": 11, "abstentions": 0, "counts": .list(voices.map { .number($0) })]
    }

    private var first: String { Self.first }
    private var second: String { Self.second }
}
