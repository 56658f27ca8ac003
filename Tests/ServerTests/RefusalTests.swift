import Rehearsal
import Synchronization
import Testing
import WireProtocol
import Workshop

@Suite("Every refusal of section 5, over a real socket, in both languages", .serialized)
struct RefusalTests {
    static let poll = Hall.id(0xa1)
    private static let pairPoll = Hall.id(0xa2)
    private static let draft = Hall.id(0xa3)
    static let wall = Hall.id(0xb1)
    private static let draftWall = Hall.id(0xb2)

    static let pollDesign: JSONValue = [
        "kind": "poll", "question": "Oui ?", "options": ["Oui", "Non"], "abstention": false,
    ]
    static let wallDesign: JSONValue = [
        "kind": "wall", "title": "Idées", "sections": ["Idées"], "writing": "shared",
        "notesPerSeat": 1,
    ]

    @Test("[P17] codes and sentences; a refused command leaves no trace")
    func refusals() async throws {
        try await withSite { site in
            let cast = try await Cast(on: site)
            try await Self.beforeOpening(cast)
            try await Self.agenda(cast)
            try await Self.polls(cast)
            try await Self.ballots(cast)
            try await Self.steering(cast)
            try await Self.walls(cast)
            try await Self.roles(cast)
            try await Self.atTheEnd(cast)
            let missing = Self.expected.subtracting(cast.seen)
            #expect(missing == [])
        }
    }

    /// All but what needs a full room, thousands of notes, a broken disk or haste: those have tests
    /// of their own, or none.
    private static let expected: Set<String> = Set(WireRefusal.all.map(\.code)).subtracting([
        "room-full", "invalid-room", "invalid-join", "wall-full", "too-fast", "not-saved",
    ])

    private static func beforeOpening(_ cast: Cast) async throws {
        try await cast.lead("activity.add", ["activity": .text(poll), "as": pollDesign])
        let launch: JSONValue = ["activity": .text(poll)]
        try await cast.refuses(cast.leaders, "room-not-open", "activity.launch", launch)
        try await cast.lead("room.open")
    }

    private static func agenda(_ cast: Cast) async throws {
        let leaders = cast.leaders
        for (id, design) in [(draft, pollDesign), (draftWall, wallDesign), (wall, wallDesign)] {
            try await cast.lead("activity.add", ["activity": .text(id), "as": design])
        }
        try await cast.refuses(leaders, "unknown-command", "poll.explode")
        try await cast.refuses(
            leaders,
            "activity-exists",
            "activity.add",
            ["activity": .text(poll), "as": wallDesign]
        )
        try await cast.refuses(
            leaders,
            "invalid-activity",
            "activity.add",
            ["activity": .text(Hall.id(1)), "as": ["kind": "poll", "question": ""]]
        )
        try await cast.refuses(
            leaders,
            "unknown-activity",
            "activity.launch",
            ["activity": .text(Hall.id(2))]
        )
        try await cast.lead("activity.launch", ["activity": .text(poll)])
        try await cast.refuses(
            leaders,
            "not-a-draft",
            "activity.edit",
            ["activity": .text(poll), "as": wallDesign]
        )
        try await cast.refuses(
            leaders,
            "not-closed",
            "activity.reveal",
            ["activity": .text(poll)]
        )
    }

    private static func polls(_ cast: Cast) async throws {
        let people = cast.people
        func vote(_ id: String, _ choices: JSONValue) -> JSONValue {
            ["poll": .text(id), "choices": choices]
        }
        try await cast.refuses(people, "poll-not-open", "poll.vote", vote(draft, [0]))
        try await cast.refuses(people, "unknown-activity", "poll.vote", vote(wall, [0]))
        try await cast.refuses(people, "unknown-option", "poll.vote", vote(poll, [2]))
        try await cast.refuses(people, "unknown-option", "poll.vote", vote(poll, [999]))
        try await cast.refuses(people, "unknown-option", "poll.vote", vote(poll, [-1]))
        try await cast.refuses(
            people,
            "unknown-option",
            "poll.vote",
            ["poll": .text(poll), "abstain": true]
        )
        try await cast.refuses(people, "wrong-number-of-choices", "poll.vote", vote(poll, []))
        try await cast.refuses(people, "wrong-number-of-choices", "poll.vote", vote(poll, [0, 1]))
        try await cast.lead("activity.close", ["activity": .text(poll)])
        try await cast.refuses(people, "poll-closed", "poll.vote", vote(poll, [0]))
        try await cast.leaders[0].sees("progress/\(poll)", ["answered": 0, "of": 2])
    }

    private static func walls(_ cast: Cast) async throws {
        let people = cast.people
        func note(_ number: Int, _ text: String, section: Int = 0, on wall: String) -> JSONValue {
            [
                "wall": .text(wall), "note": .text(Hall.id(number)),
                "section": .number(section), "text": .text(text),
            ]
        }
        try await cast.refuses(people, "wall-not-open", "note.post", note(1, "a", on: wall))
        try await cast.lead("activity.launch", ["activity": .text(wall)])
        try await cast.refuses(people, "note-empty", "note.post", note(1, "", on: wall))
        let long = String(repeating: "a", count: 501)
        try await cast.refuses(people, "note-too-long", "note.post", note(1, long, on: wall))
        try await cast.refuses(
            people,
            "unknown-section",
            "note.post",
            note(1, "a", section: 1, on: wall)
        )
        try await cast.refuses(people, "unknown-note", "note.edit", note(1, "a", on: wall))
        let other = cast.other
        #expect(try await other.ask("note.post", note(7, "à moi", on: wall)).code == "ack")
        try await cast.refuses(people, "not-your-note", "note.withdraw", note(7, "", on: wall))
        try await cast.refuses(people, "note-exists", "note.post", note(7, "autre", on: wall))
        #expect(try await people[0].ask("note.post", note(8, "une", on: wall)).code == "ack")
        try await cast.refuses(people, "too-many-notes", "note.post", note(9, "deux", on: wall))
        let reason = String(repeating: "r", count: 201)
        try await cast.refuses(
            cast.leaders,
            "reason-too-long",
            "note.hide",
            ["wall": .text(wall), "note": .text(Hall.id(7)), "reason": .text(reason)]
        )
        try await cast.lead("activity.close", ["activity": .text(wall)])
        try await cast.refuses(people, "wall-closed", "note.post", note(9, "deux", on: wall))
        try await cast.leaders[0].sees("two notes") { $0.all("note/").count == 2 }
    }

    /// What each role may not do, command by command.
    private static func roles(_ cast: Cast) async throws {
        let note: JSONValue = ["wall": .text(wall), "note": .text(Hall.id(7)), "reason": "r"]
        let activity: JSONValue = [
            "activity": .text(draft), "as": pollDesign, "to": 0,
        ]
        let forFacilitators: [(String, JSONValue)] = [
            ("note.hide", note), ("note.restore", note), ("room.open", [:]), ("room.end", [:]),
            ("activity.add", activity), ("activity.edit", activity), ("activity.remove", activity),
            ("activity.move", activity), ("activity.launch", activity),
            ("activity.reveal", activity), ("activity.close", activity),
            ("activity.focus", ["activity": .null]), ("screen.show", ["show": "welcome"]),
            ("timer.set", ["activity": .text(poll), "endsMs": .null]),
            (
                "timer.extend",
                ["activity": .text(poll), "seat": .text(Hall.id(1)), "endsMs": 1]
            ),
            ("poll.hands", ["poll": .text(poll), "hands": [1]]),
            ("poll.bring", ["poll": .text(poll), "wall": .text(wall)]),
            ("entry.hide", ["poll": .text(poll), "entry": .text(Hall.id(7))]),
            ("entry.restore", ["poll": .text(poll), "entry": .text(Hall.id(7))]),
        ]
        for (verb, fields) in forFacilitators {
            for tabs in [cast.people, cast.guests, cast.displays] {
                try await cast.refuses(tabs, "not-allowed", verb, fields)
            }
        }
        let forSeats: [(String, JSONValue)] = [
            ("poll.vote", ["poll": .text(poll), "choices": [0]]),
            ("poll.withdraw", ["poll": .text(poll)]),
            (
                "note.post",
                ["wall": .text(wall), "note": .text(Hall.id(20)), "section": 0, "text": "x"]
            ),
            (
                "note.edit",
                ["wall": .text(wall), "note": .text(Hall.id(7)), "section": 0, "text": "x"]
            ),
            ("note.withdraw", ["wall": .text(wall), "note": .text(Hall.id(7))]),
        ]
        for (verb, fields) in forSeats {
            for tabs in [cast.guests, cast.displays, cast.leaders] {
                try await cast.refuses(tabs, "not-allowed", verb, fields)
            }
        }
    }

    private static func atTheEnd(_ cast: Cast) async throws {
        // Four are there; a connection may send 20 at once, so five consoles fill the agenda.
        for console in 0..<5 {
            let tab = try await cast.hall.facilitator(client: "n\(console)").join()
            let ids = (0..<20).map { number in
                let id = Hall.id(0x1000 + 100 * console + number)
                return tab.post("activity.add", ["activity": .text(id), "as": pollDesign])
            }
            for id in ids {
                let code = try await tab.answer(to: id).code
                #expect(["ack", "too-many-activities"].contains(code))
            }
        }
        try await cast.leaders[0].sees("a full agenda") { $0["agenda"]?.list?.count == 100 }
        let fresh = try await [
            cast.hall.facilitator("fr", client: "z").join(),
            cast.hall.facilitator("en", client: "z").join(),
        ]
        try await cast.refuses(
            fresh,
            "too-many-activities",
            "activity.add",
            ["activity": .text(Hall.id(3)), "as": pollDesign]
        )
        #expect(try await fresh[0].ask("room.end").code == "ack")
        try await cast.refuses(fresh, "room-ended", "room.open")
    }
}

/// Everybody twice: with French and with English sentences.
final class Cast {
    let hall: Hall
    let leaders: [Tab]
    let people: [Tab]
    let guests: [Tab]
    let displays: [Tab]
    let other: Tab
    private(set) var seen: Set<String> = []

    init(on site: Site) async throws {
        hall = try await site.createRoom()
        leaders = [hall.facilitator("fr"), hall.facilitator("en")]
        people = [hall.seat(1, "fr", client: "fr"), hall.seat(1, "en", client: "en")]
        guests = [hall.guest("fr"), hall.guest("en")]
        displays = [hall.display("fr"), hall.display("en")]
        other = hall.seat(2)
        for tab in leaders + people + guests + displays + [other] { try await tab.join() }
    }

    func lead(_ verb: String, _ fields: JSONValue = [:]) async throws {
        let answer = try await patiently(leaders[0], verb, fields)
        try #require(answer.code == "ack", "\(verb): \(answer)")
    }

    /// Both of `tabs` are refused with `code` and its sentence in their language.
    func refuses(
        _ tabs: [Tab],
        _ code: String,
        _ verb: String,
        _ fields: JSONValue = [:]
    ) async throws {
        let refusal = try #require(WireRefusal.all.first { $0.code == code })
        for tab in tabs {
            let answer = try await patiently(tab, verb, fields)
            let language: RoomDesign.Language = tab.person.language == "fr" ? .french : .english
            let say = refusal.sentence(in: language)
            #expect(answer == .refused(code: code, say: say), "\(tab.person.role) \(verb)")
        }
        seen.insert(code)
    }

    /// Sends again what was refused as too fast, as the page says one may.
    private func patiently(
        _ tab: Tab,
        _ verb: String,
        _ fields: JSONValue
    ) async throws -> Tab.Answer {
        while true {
            let answer = try await tab.ask(verb, fields)
            if answer.code != "too-fast" { return answer }
            try await Task.sleep(for: .milliseconds(120))
        }
    }
}
