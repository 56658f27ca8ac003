/// The value of one ``EntityKey`` for one audience: what the pages are made of.
package enum Entity: Hashable, Sendable {
    case room(RoomView)
    case agenda([Activity.ID])
    case poll(PollDesign, Poll.Phase, edition: Int)
    case wall(WallDesign, Wall.Phase)
    /// How many seats answered, of how many.
    case answered(Int, of: Int)
    /// How many notes stand on a wall, hidden ones included.
    case noteCount(Int)
    case result(PollResult)
    case tables([BreakdownTable])
    case entry(EntryView)
    case time(until: Moment)
    case voters(VoterList)
    case note(NoteView)
    case moderation([ModerationLine])
    case screen(Screen, shows: Activity.ID?)
    case presence(Presence)
    case seat(Seat)
    case ownBallot(Ballot)
    case ownNotes([Note])
}

/// A room as everybody sees it.
package struct RoomView: Hashable, Sendable {
    package let design: RoomDesign
    package let phase: Room.Phase
    package let focus: Activity.ID?
}

/// A note as an audience sees it.
package struct NoteView: Hashable, Sendable {
    package let wall: Activity.ID
    package let section: Int
    package let text: String
    package let place: Int
    /// Only in a named wall.
    package let author: String?
    /// The poll whose proposal this note was.
    package let origin: Activity.ID?
    /// Only for facilitators, who alone see hidden notes.
    package let hiddenBecause: String?
}

/// A text on a ballot as an audience sees it; nothing says what else stands on that ballot.
package struct EntryView: Hashable, Sendable {
    package let poll: Activity.ID
    package let text: String
    /// Whether it goes with an objection or with reservations; `nil` outside consent.
    package let consent: Consent?
    /// Only for facilitators, who alone see hidden texts.
    package let hiddenBecause: String?
}

/// Who answered what, in a named poll.
package struct VoterList: Hashable, Sendable {
    /// Names per line, in alphabetical order; empty where ballots are not counted by line.
    package let lines: [[String]]
    /// Every ballot with its name, where ballots are not counted by line.
    package let ballots: [Named]
    package let abstained: [String]

    package struct Named: Hashable, Sendable {
        package let name: String
        package let ballot: Ballot
    }
}

/// Who is there, as far as an audience may know.
package struct Presence: Hashable, Sendable {
    package let seats: Int
    package let here: Int
    /// Names of people whose seat is not connected; only for facilitators, at most ``awayLimit``.
    package let away: [String]?

    /// How many absent people are named: as many as a facilitator can look after.
    package static let awayLimit = 50

    package init(seats: Int, here: Int, away: [String]?) {
        self.seats = seats
        self.here = here
        self.away = away
    }
}
