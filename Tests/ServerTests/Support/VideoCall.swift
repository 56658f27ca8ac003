import Rehearsal
import Scenarios
import Testing
import WireProtocol
import Workshop

/// The cast of scenario S1, each with a real socket, and what they do over and over.
final class VideoCall {
    let hall: Hall
    let facilitator: Tab
    let display: Tab
    let guest: Tab
    var seats: [Tab] = []
    /// The secrets seen in the vault while their activity was open.
    var seenSecrets: Set<[UInt8]> = []

    static let wall = Hall.id(0xb1)

    init(on site: Site) async throws {
        hall = try await site.createRoom([
            "title": .text(ScenarioOne.title), "language": "fr",
            "organisations": .list(ScenarioOne.organisations.map { .text($0) }),
            "colleges": .list(ScenarioOne.colleges.map { .text($0) }),
        ])
        facilitator = try await hall.facilitator().join()
        display = try await hall.display().join()
        guest = try await hall.guest().join()
    }

    /// Everybody who looks at the room.
    var everyone: [Tab] { seats + [facilitator, display, guest] }

    /// Lets seats in, all at once.
    func seat(_ numbers: Range<Int>, client: String = "laptop") async throws {
        for seat in numbers {
            let tab = hall.seat(
                seat,
                client: client,
                details: [
                    "organisation": .number(ScenarioOne.organisation(of: seat)),
                    "college": .number(ScenarioOne.college(of: seat)),
                ]
            )
            seats.append(tab)
            try await tab.join()
        }
    }

    /// Waits until everybody sees `value` at `key`.
    func allSee(_ key: String, _ value: JSONValue) async throws {
        for tab in everyone { try await tab.sees(key, value) }
    }

    /// Has the facilitator do something that must work.
    func lead(_ verb: String, _ fields: JSONValue = [:]) async throws {
        let answer = try await facilitator.ask(verb, fields)
        try #require(answer.code == "ack", "\(verb): \(answer)")
    }
}

// MARK: - Polls

extension VideoCall {
    typealias Question = ScenarioOne.Question

    static func id(of question: Question) -> String {
        Hall.id(0xa0 + Question.allCases.firstIndex(of: question)!)
    }

    /// Adds the poll and opens it.
    func launch(_ question: Question) async throws {
        let fields = JSON.bytes(DesignFields(question.design))
        try await launch(Self.id(of: question), try #require(JSONValue(fields)))
    }

    func launch(_ id: String, _ design: JSONValue) async throws {
        try await lead("activity.add", ["activity": .text(id), "as": design])
        try await lead("activity.launch", ["activity": .text(id)])
        for (name, bytes) in try hall.site.folder.dataFiles() where name.contains("secrets/") {
            seenSecrets.insert(bytes)
        }
        for tab in everyone {
            try await tab.sees("the activity") { map in
                map["activity/\(id)"] != nil && map["room"]?["focus"]?.text == id
            }
        }
    }

    static func ballot(_ question: Question, of seat: Int) -> JSONValue {
        Hall.vote(question.ballot(of: seat), in: id(of: question))
    }

    /// The seats answer by the rule of the script, all at once.
    func answer(_ question: Question, by numbers: some Sequence<Int>) async throws {
        let sent = numbers.map { seat in
            (seats[seat], seats[seat].post("poll.vote", Self.ballot(question, of: seat)))
        }
        for (tab, id) in sent {
            let answer = try await tab.answer(to: id)
            #expect(answer.code == "ack", "\(answer)")
        }
    }

    func allSeeProgress(of question: Question, _ answered: Int, of seats: Int) async throws {
        try await allSee(
            "progress/\(Self.id(of: question))",
            ["answered": .number(answered), "of": .number(seats)]
        )
    }

    func allSee(_ count: ScenarioOne.Count, of question: Question) async throws {
        try await allSee("tally/\(Self.id(of: question))", Self.json(count))
    }

    static func json(_ count: ScenarioOne.Count) -> JSONValue {
        [
            "ballots": .number(count.ballots), "abstentions": .number(count.abstentions),
            "counts": .list(count.options.map { .number($0) }),
        ]
    }

    func close(_ question: Question) async throws {
        try await lead("activity.close", ["activity": .text(Self.id(of: question))])
        for tab in everyone {
            let key = "activity/\(Self.id(of: question))"
            try await tab.sees("a closed poll") { $0[key]?["phase"]?.text == "closed" }
        }
    }

    /// [P13] Nothing that anybody ever received, or can fetch, tells a result of `question`.
    func checkHidden(_ question: Question) async throws {
        let id = Self.id(of: question)
        for tab in everyone {
            for frame in tab.now.heard where frame.contains(id) {
                let message = try #require(JSONValue(frame.utf8))
                Self.checkHidden(id, in: message, tab.person.role)
            }
        }
        let page = try await hall.site.request("GET", "/\(hall.code)").text
        #expect(page.contains("activity/\(id)"))
        #expect(!page.contains("tally/\(id)"))
        let document = try await hall.export("json").body
        let report = try #require(JSONValue(document))
        let poll = report["activities"]?.list?.first {
            $0["title"]?.text == question.design.question
        }
        #expect(poll?["results"] == "hidden")
        #expect(poll?.keys.isDisjoint(with: ["ballots", "abstentions", "voters"]) == true)
        for line in poll?["lines"]?.list ?? [] { #expect(line.keys == ["row", "text"]) }
        let table = CSVReader.rows(in: try await hall.export("csv").text)
        for row in table where question.design.form.options.contains(row[safe: 4] ?? "") {
            #expect(row[6].isEmpty, "\(row)")
        }
    }

    private static func checkHidden(_ id: String, in message: JSONValue, _ who: String) {
        for (key, value) in message["put"]?.object ?? [:] where key.hasSuffix(id) {
            switch key.prefix(upTo: key.firstIndex(of: "/")!) {
            case "activity": #expect(value["counts"] == nil)
            case "progress": #expect(value.keys == ["answered", "of"])
            case "mine": #expect(value.keys.isSubset(of: ["choices", "abstain"]))
            case let other: Issue.record("\(who) received \(other) of a hidden poll")
            }
        }
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
