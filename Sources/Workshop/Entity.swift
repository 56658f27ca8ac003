/// The value of one ``EntityKey`` for one audience: what the pages are made of.
package enum Entity: Hashable, Sendable {
    case room(RoomView)
    case agenda([Activity.ID])
    case poll(PollDesign, Poll.Phase)
    case wall(WallDesign, Wall.Phase)
    /// How many seats answered, of how many.
    case answered(Int, of: Int)
    /// How many notes stand on a wall, hidden ones included.
    case noteCount(Int)
    case tally(Tally)
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
    /// Only for facilitators, who alone see hidden notes.
    package let hiddenBecause: String?
}

/// Who answered what, in a named poll.
package struct VoterList: Hashable, Sendable {
    /// Names per option, in alphabetical order.
    package let options: [[String]]
    package let abstained: [String]
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
