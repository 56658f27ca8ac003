import Foundation
import Rehearsal
import Testing
import WireProtocol
import Workshop

@Suite("Who learns what of whom", .serialized)
struct PrivacyTests {
    private static let poll = Hall.id(0xc1)

    @Test("[P19] longer for one seat is told to that seat, and to nobody else")
    func ownTime() async throws {
        try await withSite { site in
            let group = try await Group(on: site, seats: 0..<3)
            try await group.launch(
                Self.poll,
                ["kind": "poll", "question": "Oui ?", "options": ["Oui", "Non"], "seconds": 60]
            )
            for tab in group.everyone {
                try await tab.sees("a timer") { $0["timer/\(Self.poll)"]?["endsMs"] != nil }
            }
            let timer = try #require(group.lead.map["timer/\(Self.poll)"])
            let end = try #require(timer["endsMs"]?.number)
            let seat = try #require(group.seats[1].now.welcome?["seat"]?["id"])
            let heard = group.everyone.map { $0.now.heard.count }
            try await group.ask(
                "timer.extend",
                ["activity": .text(Self.poll), "seat": seat, "endsMs": .number(end + 60_000)]
            )
            try await group.seats[1].sees(
                "time/\(Self.poll)",
                ["endsMs": .number(end + 60_000)]
            )
            // Every connection answers after what the extension may have caused.
            for tab in group.everyone {
                let id = tab.post("ping")
                try await tab.wait("a pong") { $0.heard.contains { $0.contains("\"\(id)\"") } }
            }
            for (index, tab) in group.everyone.enumerated() where index != 1 {
                let since = tab.now.heard[heard[index]...]
                #expect(!since.contains { $0.contains("time/") || $0.contains("endsMs") })
                #expect(tab.map["timer/\(Self.poll)"] == timer)
            }
            let late = try await group.hall.seat(1, client: "phone").join()
            #expect(late.map["time/\(Self.poll)"]?["endsMs"]?.number == end + 60_000)
        }
    }

    @Test("[P20] a result by college: the small group and what gives it away are left out")
    func breakdown() async throws {
        try await withSite { site in
            // Ten, seven and three people.
            let group = try await Group(
                on: site,
                colleges: ["attribution", "direction", "informatique"],
                seats: 0..<20,
                college: { $0 < 10 ? 0 : $0 < 17 ? 1 : 2 }
            )
            let design: JSONValue = [
                "kind": "poll", "question": "Oui ?", "options": ["Oui", "Non"],
                "breakdown": "college", "abstention": false,
            ]
            try await group.launch(Self.poll, design)
            try await group.vote(0..<20, in: Self.poll) { .choices(Choices([$0 % 2])!) }
            try await group.allSee("tally/\(Self.poll)", Self.tally)
            #expect(group.lead.map["tables/\(Self.poll)"] == nil, "not while it is open")
            try await group.ask("activity.close", ["activity": .text(Self.poll)])
            for tab in group.everyone {
                try await tab.sees("a closed poll") {
                    $0["activity/\(Self.poll)"]?["phase"]?.text == "closed"
                }
                for frame in tab.now.heard { try group.checkTables(in: frame) }
            }
            let rows = group.lead.map["tables/\(Self.poll)"]?.list?.first?["rows"]?.list ?? []
            for row in rows where row["group"]?.number == 2 {
                Issue.record("informatique is shown")
            }
            let report = try await group.hall.export("csv").text
            #expect(!report.contains("informatique"))
        }
    }

    private static let tally: JSONValue = ["ballots": 20, "abstentions": 0, "counts": [10, 10]]
}
