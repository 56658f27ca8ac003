package import Workshop

/// What a client may ask for after it joined: one case per row of section 4 of `Docs/Protocol.md`.
///
/// A mirror of ``RoomCommand`` without what only the server knows (keys, time), on purpose: the
/// domain may be renamed at will, while names and fields here live as long as the version.
package enum ClientCommand: Hashable, Sendable {
    case ping
    /// A ballot; `earlier` is the line of the same person's ballot in the round before.
    case vote(Ballot, in: Activity.ID, earlier: Int? = nil, edition: Int = 0)
    case withdrawBallot(in: Activity.ID)
    case postNote(Note.ID, on: Activity.ID, section: Int, text: String)
    case editNote(Note.ID, on: Activity.ID, section: Int, text: String)
    case withdrawNote(Note.ID, on: Activity.ID)
    case endRoom
    case launch(Activity.ID)
    case setTimer(until: Moment?, for: Activity.ID)
    case extendTime(Seat.ID, until: Moment, for: Activity.ID)
    /// What needs nothing from the server but the sender's role.
    case plain(RoomCommand)
}
