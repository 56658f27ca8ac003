import Workshop

/// The entities of section 3 of `Docs/Protocol.md`, as they are written.
struct RoomFields: Encodable {
    let code: String
    let title: String
    let phase: String
    let language: String
    let organisations: [String]
    let colleges: [String]
    /// Written as `null` when there is none, so that the field is always there.
    let focus: Nullable

    init(_ view: RoomView, code: JoinCode) {
        self.code = code.text
        title = view.design.title
        phase = view.phase.name
        language = view.design.language.tag
        organisations = view.design.organisations
        colleges = view.design.colleges
        focus = Nullable(text: view.focus?.text)
    }
}

/// A text, or `null` in so many letters.
struct Nullable: Encodable {
    let text: String?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let text { try container.encode(text) } else { try container.encodeNil() }
    }
}

extension Room.Phase {
    /// The phase's name on the wire.
    package var name: String {
        switch self {
        case .lobby: "lobby"
        case .open: "open"
        case .ended: "ended"
        }
    }
}

/// A poll or a wall with its phase.
struct ActivityEntityFields: Encodable {
    let design: DesignFields
    let phase: String
    /// How often a poll was edited after its launch; left out while it was not.
    var edition: Int?

    private enum Key: CodingKey {
        case phase, edition
    }

    func encode(to encoder: any Encoder) throws {
        try design.encode(to: encoder)
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(phase, forKey: .phase)
        try fields.encodeIfPresent(edition, forKey: .edition)
    }
}

extension Poll.Phase {
    var name: String {
        switch self {
        case .draft: "draft"
        case .open: "open"
        case .closed: "closed"
        case .revealed: "revealed"
        }
    }
}

extension Wall.Phase {
    var name: String {
        switch self {
        case .draft: "draft"
        case .silent: "silent"
        case .open: "open"
        case .closed: "closed"
        }
    }
}

struct ProgressFields: Encodable {
    var answered: Int?
    var of: Int?
    var notes: Int?
}

struct VoterFields: Encodable {
    struct Named: Encodable {
        let name: String
        let ballot: BallotFields
    }

    let options: [[String]]
    let abstained: [String]
    /// Only where ballots are not counted by line.
    let ballots: [Named]?

    init(_ list: VoterList) {
        options = list.lines
        abstained = list.abstained
        ballots =
            list.ballots.isEmpty
            ? nil : list.ballots.map { Named(name: $0.name, ballot: BallotFields($0.ballot)) }
    }
}

struct EntryEntityFields: Encodable {
    let poll: String
    let text: String
    let consent: BallotFields.ConsentName?
    let hidden: String?

    init(_ view: EntryView) {
        poll = view.poll.text
        text = view.text
        consent = view.consent.map(BallotFields.ConsentName.init)
        hidden = view.hiddenBecause
    }
}

struct TimeEntityFields: Encodable {
    let endsMs: Int64
}

struct NoteEntityFields: Encodable {
    let wall: String
    let section: Int
    let text: String
    let place: Int
    let author: String?
    let from: String?
    let hidden: String?
}

struct ModerationFields: Encodable {
    let note: String
    let done: String
    let reason: String

    init(_ line: ModerationLine) {
        note = line.note.text
        reason = line.reason
        done =
            switch line.deed {
            case .hide: "hide"
            case .restore: "restore"
            }
    }
}

struct ScreenEntityFields: Encodable {
    let show: String
    let activity: Nullable

    init(_ screen: Screen, shows activity: Activity.ID?) {
        self.activity = Nullable(text: activity?.text)
        show =
            switch screen {
            case .follow: "follow"
            case .welcome: "welcome"
            case .activity: "activity"
            }
    }
}

struct PresenceFields: Encodable {
    let seats: Int
    let here: Int
    let away: [String]?
}

struct SeatFields: Encodable {
    let name: String
    let organisation: Int?
    let college: Int?
}

struct OwnNotesFields: Encodable {
    struct Line: Encodable {
        let note: String
        let section: Int
        let text: String
    }

    let notes: [Line]
}
