import EventLog
import Foundation
import SQLiteEventLog
import Workshop

/// Rooms and events that the tests of this target share.
enum Samples {
    static let room = Room.ID(rawValue: 0xFEED_F00D_0000_0001)
    static let otherRoom = Room.ID(rawValue: 2)
    static let code = JoinCode(digits: 4711)
    static let otherCode = JoinCode(digits: 4712)
    static let poll = Activity.ID(rawValue: 0xA1)
    static let wall = Activity.ID(rawValue: 0xA2)
    static let note = Note.ID(rawValue: 0xB7)

    static let keys = RoomKeys(
        facilitator: SecretDigest((1, 2, 3, 4)),
        display: SecretDigest((5, 6, 7, 8)),
        guest: SecretDigest((9, 10, 11, .max))
    )

    static let design = try! RoomDesign(
        title: "Attributions / « feuille de route »",
        language: .french,
        organisations: ["Habitat Brindille"],
        colleges: ["direction", "attribution"]
    )

    static let created = RoomEvent.created(design, keys: keys, at: Moment(milliseconds: 1))

    static let pollDesign = try! PollDesign(
        question: "Un observatoire commun ?",
        options: ["Oui", "Oui, plus tard", "Non"],
        choiceCount: 1...2,
        abstention: .offered,
        results: .onReveal,
        identity: .anonymous
    )

    static let wallDesign = try! WallDesign(
        title: "Vos idées",
        sections: ["Constats", "Propositions"],
        writing: .silent,
        identity: .named,
        notesPerSeat: 4
    )

    static let seat = Seat(
        id: .init(rawValue: .max),
        token: SecretDigest((12, 13, 14, 15)),
        name: "Ada \"A\"",
        organisation: 0,
        college: nil
    )

    /// A whole life of a room, with every kind of event at least once.
    static let everyKind: [RoomEvent] = [
        created,
        .seatTaken(seat),
        .opened,
        .activityAdded(.poll(pollDesign), id: poll, at: 0),
        .activityAdded(.wall(wallDesign), id: wall, at: 0),
        .activityEdited(.wall(wallDesign), id: wall),
        .activityMoved(wall, to: 1),
        .activityAdded(.poll(pollDesign), id: .init(rawValue: 3), at: 2),
        .activityRemoved(.init(rawValue: 3)),
        .launched(poll),
        .ballotCast(.choices(Choices(bits: 1 << 59 | 5)), in: poll, by: .anonymous(.max, 1)),
        .ballotCast(.abstention, in: poll, by: .anonymous(1, 2)),
        .ballotWithdrawn(in: poll, by: .anonymous(1, 2)),
        .ballotCast(.choices(Choices(bits: 2)), in: poll, by: .seat(seat.id)),
        .closed(poll),
        .revealed(poll),
        .launched(wall),
        .notePosted(post("Un référent\npar site 🐙 e\u{301}"), on: wall),
        .noteEdited(note, on: wall, section: 0, text: "=SOMME(A1)\u{0}\u{2028}"),
        .revealed(wall),
        .noteModerated(ModerationLine(note: note, deed: .hide, reason: "hors sujet"), on: wall),
        .noteModerated(ModerationLine(note: note, deed: .restore, reason: ""), on: wall),
        .noteWithdrawn(note, on: wall),
        .notePosted(
            Note(
                id: .init(rawValue: 8),
                author: .anonymous(3, 4),
                section: 1,
                text: "/",
                place: Note.unplaced
            ),
            on: wall
        ),
        .focused(poll),
        .focused(nil),
        .screenSet(.activity(poll)),
        .screenSet(.welcome),
        .screenSet(.follow),
        .ended(at: Moment(milliseconds: -1)),
        .resumed,
    ]

    /// What came after the first kinds: the other forms of ballots and what goes with polls.
    static let laterKinds: [RoomEvent] = {
        let entry = Entry(id: note, text: "L'\"à-peu-près\"\n\t~ 🐙")
        let wishes = Entry(id: .init(rawValue: .max), text: "Du temps")
        let author = AuthorKey.anonymous(7, .max)
        let ballots: [Ballot] = [
            .choices(Choices(bits: 1 << 60 | 1), other: entry), .step(10), .ranking([2, 0, 11]),
            .ranking([0]), .points([0, 100, 0]), .number(-1_000_000_000_000), .number(0),
            .texts([entry, wishes]), .grades([0, 8, 3]), .consent(.agree),
            .consent(.reservations), .consent(.object, entry),
        ]
        let rows = [
            BreakdownTable.Row(group: 3, total: nil, counts: [nil, 12, 0]),
            BreakdownTable.Row(group: nil, total: 17, counts: [5, nil, nil]),
        ]
        return designs.enumerated().map { index, design in
            .activityAdded(.poll(design), id: .init(rawValue: UInt64(index)), at: index)
        } + ballots.map { .ballotCast($0, in: poll, by: author) } + [
            .ballotCast(.abstention, in: poll, by: .seat(seat.id), earlier: 3),
            .ballotCast(.choices(Choices(bits: 4)), in: poll, by: author, earlier: 0),
            .ballotCast(.consent(.object, entry), in: poll, by: author, earlier: 61),
            .timerSet(until: Moment(milliseconds: 1_795_377_720_000), for: poll),
            .timeExtended(seat.id, until: Moment(milliseconds: 1_795_377_780_000), for: poll),
            .timerSet(until: nil, for: poll),
            .handsDeclared([14, 0, 3], in: poll),
            .entryModerated(ModerationLine(note: note, deed: .hide, reason: "=1"), in: poll),
            .entryModerated(ModerationLine(note: note, deed: .restore, reason: ""), in: poll),
            .tablesCounted(
                [
                    BreakdownTable(subject: .group(.college), rows: rows),
                    BreakdownTable(subject: .group(.organisation), rows: rows),
                    BreakdownTable(subject: .earlierRound, rows: rows),
                ],
                in: poll
            ),
            .notePosted(
                Note(id: note, author: .poll(poll), section: 0, text: "Proposition", place: 1),
                on: wall
            ),
        ]
    }()

    private static let designs: [PollDesign] = {
        let options = ["Lexique", "Formation"]
        let forms: [BallotForm] = [
            .choice(try! ChoiceForm(options: options, count: 1...3, other: .offered)),
            .scale(try! ScaleForm(steps: 5, lowLabel: "Pas du tout", highLabel: "Tout à fait")),
            .ranking(try! RankingForm(options: options, count: 1...2)),
            .points(
                try! PointsForm(options: options, budget: 100, mostPerOption: 60, spending: .all)
            ),
            .estimate(try! EstimateForm(unit: "k€", decimals: 2, bounds: -5...1_000)),
            .texts(try! TextsForm(most: 3)),
            .judgement(try! JudgementForm(options: options, grades: ["Bien", "Mal"])),
            .consent,
        ]
        return forms.enumerated().map { index, form in
            var conduct = PollDesign.Conduct()
            if index == 0 {
                (conduct.seconds, conduct.quorumPercent) = (90, 50)
                (conduct.breakdown, conduct.threshold) = (.organisation, 7)
            }
            return try! PollDesign(
                question: "Question \(index)",
                form: form,
                abstention: .notOffered,
                results: .onClose,
                identity: .named,
                follows: index == 1 ? poll : nil,
                conduct: conduct
            )
        }
    }()

    static func post(_ text: String) -> Note {
        Note(id: note, author: .seat(seat.id), section: 1, text: text, place: 12)
    }

    /// A ballot that says `number` in every field that can say something.
    static func ballot(_ number: Int) -> RoomEvent {
        let bits = UInt64(number)
        let author = AuthorKey.anonymous(bits &* 0x9E37_79B9_7F4A_7C15, ~bits)
        return .ballotCast(.choices(Choices(bits: bits)), in: poll, by: author)
    }
}

/// A folder of its own for one test, deleted with the value.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var log: String { path + "/log.sqlite" }

    /// Whether `bytes` stand anywhere in the files of the log.
    func contains(_ bytes: some Sequence<UInt8>) throws -> Bool {
        let wanted = Data(bytes)
        return try FileManager.default.contentsOfDirectory(atPath: path).contains { name in
            let content = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
            return content.range(of: wanted) != nil
        }
    }
}

extension Result where Failure == any Error {
    /// The error, if it is one of the log's.
    var logError: EventLogError? {
        switch self {
        case .success: nil
        case .failure(let error): error as? EventLogError
        }
    }
}
