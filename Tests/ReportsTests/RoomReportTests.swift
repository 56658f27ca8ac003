import Foundation
import Reports
import Scenarios
import Testing
import Workshop

@Suite("What a facilitator takes home")
struct RoomReportTests {
    private static let poll = Activity.ID(rawValue: 0xA1)
    private static let wall = Activity.ID(rawValue: 0xA2)

    /// An open room with two seats.
    private static func room() throws -> Room {
        let digest = SecretDigest((1, 2, 3, 4))
        var room = Room(
            try RoomDesign(title: "R", language: .french, organisations: [], colleges: []),
            keys: RoomKeys(facilitator: digest, display: digest, guest: digest),
            created: Moment(milliseconds: 0)
        )
        for (number, name) in ["Ada", "=Bob"].enumerated() {
            let id = Seat.ID(rawValue: UInt64(number))
            let seat = Seat(id: id, token: digest, name: name, organisation: nil, college: nil)
            room.apply(.seatTaken(seat))
        }
        room.apply(.opened)
        return room
    }

    private static func voted(
        _ results: PollDesign.ResultsPolicy,
        _ identity: Identity
    ) throws -> Room {
        var room = try room()
        let design = try PollDesign(
            question: "Oui, ou non ?",
            options: ["Oui", "+1"],
            choiceCount: 1...1,
            abstention: .offered,
            results: results,
            identity: identity
        )
        room.apply(.activityAdded(.poll(design), id: poll, at: 0))
        room.apply(.launched(poll))
        let ballots: [Ballot] = [.choices(Choices(bits: 2)), .abstention]
        for (number, ballot) in ballots.enumerated() {
            let seat = UInt64(number)
            let author: AuthorKey =
                identity == .named ? .seat(.init(rawValue: seat)) : .anonymous(seat, 7)
            room.apply(.ballotCast(ballot, in: poll, by: author))
        }
        return room
    }

    /// The wall of the scenario, revealed, its eight notes off topic hidden.
    private static func written(identity: Identity = .anonymous) throws -> Room {
        var room = try room()
        room.apply(.activityAdded(.wall(ScenarioOne.wall), id: wall, at: 0))
        room.apply(.launched(wall))
        for (index, row) in ScenarioOne.rows.enumerated() {
            let note = Note(
                id: .init(rawValue: UInt64(index)),
                author: .anonymous(UInt64(row.seat), 7),
                section: 0,
                text: row.text,
                place: Note.unplaced
            )
            room.apply(.notePosted(note, on: wall))
        }
        return room
    }

    private static func moderated() throws -> Room {
        var room = try written()
        room.apply(.revealed(wall))
        for (index, row) in ScenarioOne.rows.enumerated() where row.theme == "none" {
            let note = Note.ID(rawValue: UInt64(index))
            let line = ModerationLine(note: note, deed: .hide, reason: "hors sujet")
            room.apply(.noteModerated(line, on: wall))
        }
        return room
    }

    private static func report(_ room: Room) -> RoomReport {
        RoomReport(room, code: JoinCode(digits: 4711))
    }

    private static func csv(of room: Room) -> String {
        String(decoding: report(room).csv, as: UTF8.self)
    }

    private static func json(of room: Room) -> String {
        String(decoding: report(room).json, as: UTF8.self)
    }

    /// The lines of the table as fields by the names of their columns.
    private static func lines(of room: Room) throws -> [[String: String]] {
        let rows = CSVReader.rows(in: String(csv(of: room).unicodeScalars.dropFirst()))
        let header = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    @Test("the table begins with a byte-order mark and ends its lines with CR LF")
    func frame() throws {
        let bytes = Self.report(try Self.voted(.live, .anonymous)).csv
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(bytes.suffix(2) == [13, 10])
        #expect(bytes.count { $0 == 10 } == bytes.count { $0 == 13 })
    }

    @Test("an anonymous poll is counts, without a name anywhere")
    func anonymousPoll() throws {
        let room = try Self.voted(.live, .anonymous)
        let options = try Self.lines(of: room).filter { $0["row"] == "option" }
        #expect(options.map { $0["text"] } == ["Oui", "'+1"])
        #expect(options.map { $0["count"] } == ["0", "1"])
        let abstention = try Self.lines(of: room).first { $0["row"] == "abstention" }
        #expect(abstention?["count"] == "1")
        for text in [Self.csv(of: room), Self.json(of: room)] {
            #expect(!text.contains("Ada"))
            #expect(!text.contains("Bob"))
        }
    }

    @Test("a named poll names its voters, and a name is no formula either")
    func namedPoll() throws {
        let room = try Self.voted(.live, .named)
        let lines = try Self.lines(of: room)
        #expect(lines.first { $0["text"] == "'+1" }?["name"] == "Ada")
        #expect(lines.first { $0["row"] == "abstention" }?["name"] == "'=Bob")
        #expect(Self.json(of: room).contains("=Bob"))
    }

    @Test(
        "[P13] what is not due is in no report",
        arguments: [PollDesign.ResultsPolicy.onClose, .onReveal]
    )
    func hiddenResults(_ policy: PollDesign.ResultsPolicy) throws {
        var room = try Self.voted(policy, .named)
        if policy == .onReveal { room.apply(.closed(Self.poll)) }
        for line in try Self.lines(of: room) where line["row"] != "answered" {
            #expect(line["row"] == "seats" || line["count"] == "", "\(line)")
            #expect(line["name"] == "", "\(line)")
        }
        let json = Self.json(of: room)
        for word in ["count", "voters", "ballots", "abstentions", "abstained", "Ada"] {
            #expect(!json.contains("\"\(word)\""))
        }
        room.apply(policy == .onReveal ? .revealed(Self.poll) : .closed(Self.poll))
        #expect(try Self.lines(of: room).contains { $0["row"] == "option" && $0["count"] == "1" })
    }

    @Test("[P14] a silent wall is a number")
    func silentWall() throws {
        let room = try Self.written()
        let lines = try Self.lines(of: room)
        #expect(!lines.contains { $0["row"] == "note" })
        #expect(lines.first { $0["row"] == "notes" }?["count"] == "148")
        for row in ScenarioOne.rows {
            #expect(!Self.holds(row.text, Self.json(of: room)))
        }
    }

    @Test("[P15] S1.16 140 notes, eight hidden as a number, no text of them")
    func hiddenNotes() throws {
        let room = try Self.moderated()
        let lines = try Self.lines(of: room)
        #expect(lines.count { $0["row"] == "note" } == 140)
        #expect(lines.first { $0["row"] == "hidden notes" }?["count"] == "8")
        let json = Self.json(of: room)
        for row in ScenarioOne.rows where row.theme == "none" {
            #expect(!lines.contains { $0["text"] == row.text })
            #expect(!Self.holds(row.text, json))
        }
        #expect(json.split(separator: "\"hors sujet\"").count == 9)
    }

    /// Whether `json` has a field that is exactly `text`: a short note may be part of a longer one.
    private static func holds(_ text: String, _ json: String) -> Bool {
        json.contains(": \"\(text)\"")
    }

    @Test("A030 and A145 cannot run as formulas; every text comes back letter by letter")
    func formulas() throws {
        let texts = try Self.lines(of: try Self.moderated()).filter { $0["row"] == "note" }
            .compactMap { $0["text"] }
        let expected = ScenarioOne.rows.filter { $0.theme != "none" }.map { row in
            ["A030", "A145"].contains(row.id) ? "'" + row.text : row.text
        }
        #expect(texts.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
        for text in texts {
            let first = try #require(text.unicodeScalars.first)
            #expect(!["=", "+", "-", "@", "\t", "\r"].contains(first))
        }
    }

    @Test("a report is the same for the same room")
    func stable() throws {
        let room = try Self.moderated()
        let replayed = try #require(Room(replaying: room.condensed, revision: room.revision))
        #expect(Self.csv(of: room) == Self.csv(of: replayed))
        #expect(Self.json(of: room) == Self.json(of: replayed))
        _ = try JSONSerialization.jsonObject(with: Data(Self.json(of: room).utf8))
    }
}
