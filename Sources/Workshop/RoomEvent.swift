/// What happened in a room: a fact, recorded, replayed and never refused.
///
/// Names are in the past tense. An event carries everything a replay needs. None carries the time
/// of a ballot or a note, nor, in an anonymous activity, the seat it came from.
package enum RoomEvent: Hashable, Sendable {
    case created(RoomDesign, keys: RoomKeys, at: Moment)
    case opened
    case ended(at: Moment)
    /// The room was taken into use again; nothing in it changes.
    ///
    /// Whoever takes a room into use records this before anything else. Because appends name the
    /// revision they follow, an earlier owner whose writes are still on their way can then write no
    /// more, and what the new one answers cannot be overtaken.
    case resumed
    case seatTaken(Seat)
    case activityAdded(Activity.Design, id: Activity.ID, at: Int)
    case activityEdited(Activity.Design, id: Activity.ID)
    case activityRemoved(Activity.ID)
    case activityMoved(Activity.ID, to: Int)
    case launched(Activity.ID)
    case revealed(Activity.ID)
    case closed(Activity.ID)
    case focused(Activity.ID?)
    case screenSet(Screen)
    /// Until when people have time; `nil` takes the timer away.
    case timerSet(until: Moment?, for: Activity.ID)
    case timeExtended(Seat.ID, until: Moment, for: Activity.ID)
    /// A ballot, with the line of the same person's ballot in the round before while the poll is
    /// open: a condensed log of a closed poll has none.
    case ballotCast(Ballot, in: Activity.ID, by: AuthorKey, earlier: Int? = nil)
    case ballotWithdrawn(in: Activity.ID, by: AuthorKey)
    case handsDeclared([Int], in: Activity.ID)
    /// What may be published beside the tally was worked out, right before the close.
    case tablesCounted([BreakdownTable], in: Activity.ID)
    case entryModerated(ModerationLine, in: Activity.ID)
    case notePosted(Note, on: Activity.ID)
    case noteEdited(Note.ID, on: Activity.ID, section: Int, text: String)
    case noteWithdrawn(Note.ID, on: Activity.ID)
    case noteModerated(ModerationLine, on: Activity.ID)
}
