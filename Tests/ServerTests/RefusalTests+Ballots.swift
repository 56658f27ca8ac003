import Foundation
import Testing

/// What polls of the other kinds refuse, and what facilitators may not do with them.
extension RefusalTests {
    private static let ranking = Hall.id(0xd1)
    private static let points = Hall.id(0xd2)
    private static let estimate = Hall.id(0xd3)
    private static let texts = Hall.id(0xd4)
    private static let consent = Hall.id(0xd5)
    private static let hidden = Hall.id(0xd6)

    static func ballots(_ cast: Cast) async throws {
        let designs: [(String, JSONValue)] = [
            (ranking, ["ask": "ranking", "options": ["a", "b", "c"]]),
            (points, ["ask": "points", "options": ["a", "b"], "points": 10, "all": true]),
            (estimate, ["ask": "estimate", "from": 0, "to": 100]),
            (texts, ["ask": "text", "most": 2]),
            (consent, ["ask": "consent", "results": "close"]),
        ]
        for (id, fields) in designs {
            try await launch(fields, as: id, cast)
        }
        let people = cast.people
        func refuses(_ code: String, _ poll: String, _ fields: JSONValue) async throws {
            var vote = fields.object ?? [:]
            vote["poll"] = .text(poll)
            try await cast.refuses(people, code, "poll.vote", .object(vote))
        }
        try await refuses("wrong-kind-of-ballot", ranking, ["choices": [0]])
        try await refuses("ranked-twice", ranking, ["ranking": [0, 0]])
        try await refuses("unknown-option", ranking, ["ranking": [3]])
        try await refuses("wrong-points", points, ["points": [4, 5]])
        try await refuses("wrong-points", points, ["points": [-1, 11]])
        try await refuses("out-of-bounds", estimate, ["number": 101])
        try await refuses("poll-changed", estimate, ["number": 1, "edition": 3])
        try await refuses("entry-empty", texts, ["texts": [text(1, " ")]])
        let long = String(repeating: "a", count: 141)
        try await refuses("entry-too-long", texts, ["texts": [text(1, long)]])
        let three = JSONValue.list([text(1, "a"), text(2, "b"), text(3, "c")])
        try await refuses("too-many-texts", texts, ["texts": three])
        let taken: JSONValue = ["poll": .text(texts), "texts": [text(9, "à moi")]]
        #expect(try await cast.other.ask("poll.vote", taken).code == "ack")
        try await refuses("entry-exists", texts, ["texts": [text(9, "à moi aussi")]])
        try await refuses("proposal-missing", consent, ["consent": "object"])
        let spaces = text(1, "   ")
        try await refuses("proposal-missing", consent, ["consent": "object", "because": spaces])
        try await cast.leaders[0].sees("progress/\(consent)", ["answered": 0, "of": 2])
    }

    static func steering(_ cast: Cast) async throws {
        let leaders = cast.leaders
        let hidden: JSONValue = ["poll": .text(consent), "wall": .text(wall), "section": 0]
        try await cast.refuses(leaders, "not-due", "poll.bring", hidden)
        try await cast.refuses(
            leaders,
            "unknown-entry",
            "entry.hide",
            ["poll": .text(texts), "entry": .text(Hall.id(77)), "reason": "r"]
        )
        for hands in [[1, 2], [-1, 0, 0, 0]] as [JSONValue] {
            let fields: JSONValue = ["poll": .text(consent), "hands": hands]
            try await cast.refuses(leaders, "invalid-hands", "poll.hands", fields)
        }
        let soon = Int(Date().timeIntervalSince1970 * 1_000) + 60_000
        let seat = try #require(cast.other.now.welcome?["seat"]?["id"])
        try await cast.refuses(
            leaders,
            "invalid-timer",
            "timer.extend",
            ["activity": .text(consent), "seat": seat, "endsMs": .number(soon)]
        )
        try await cast.refuses(
            leaders,
            "invalid-timer",
            "timer.set",
            ["activity": .text(consent), "endsMs": .number(soon + 100_000_000)]
        )
        try await cast.refuses(
            leaders,
            "unknown-seat",
            "timer.extend",
            ["activity": .text(consent), "seat": .text(Hall.id(1)), "endsMs": .number(soon)]
        )
    }

    private static func launch(_ fields: JSONValue, as id: String, _ cast: Cast) async throws {
        var design = fields.object ?? [:]
        design["kind"] = "poll"
        design["question"] = "Et ensuite ?"
        try await cast.lead("activity.add", ["activity": .text(id), "as": .object(design)])
        try await cast.lead("activity.launch", ["activity": .text(id)])
    }

    private static func text(_ id: Int, _ text: String) -> JSONValue {
        ["entry": .text(Hall.id(id)), "text": .text(text)]
    }
}
