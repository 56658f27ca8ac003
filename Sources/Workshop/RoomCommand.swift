/// What somebody asks a room to do, and may be refused with a ``Refusal``.
package enum RoomCommand: Hashable, Sendable {
    case open
    /// Ends the room; `rolls` say who is behind the keys of the polls that it closes.
    case end(at: Moment, rolls: [Activity.ID: Roll] = [:])
    case addActivity(Activity.Design, id: Activity.ID, at: Int?)
    case editActivity(Activity.Design, id: Activity.ID)
    case removeActivity(Activity.ID)
    case moveActivity(Activity.ID, to: Int)
    /// Opens a draft; its timer starts when the time is told.
    case launch(Activity.ID, at: Moment? = nil)
    case reveal(Activity.ID)
    /// Closes for good; `roll` says who is behind the keys of a poll to be broken down.
    case close(Activity.ID, roll: Roll = [:])
    case focus(Activity.ID?)
    case show(Screen)
    case setTimer(until: Moment?, for: Activity.ID, at: Moment)
    case extendTime(Seat.ID, until: Moment, for: Activity.ID, at: Moment)
    case declareHands([Int], in: Activity.ID)
    /// Casts a ballot; `earlier` is the line of the same person's ballot in the round before,
    /// `edition` the one that was filled in.
    case castBallot(
        Ballot,
        in: Activity.ID,
        by: AuthorKey,
        earlier: Int? = nil,
        edition: Int = 0
    )
    case withdrawBallot(in: Activity.ID, by: AuthorKey)
    case hideEntry(Note.ID, in: Activity.ID, reason: String)
    case restoreEntry(Note.ID, in: Activity.ID, reason: String)
    /// Makes notes of the proposals that came with the objections of a poll.
    case bringProposals(from: Activity.ID, to: Activity.ID, section: Int)
    case postNote(Note.ID, on: Activity.ID, section: Int, text: String, by: AuthorKey)
    case editNote(Note.ID, on: Activity.ID, section: Int, text: String, by: AuthorKey)
    case withdrawNote(Note.ID, on: Activity.ID, by: AuthorKey)
    case hideNote(Note.ID, on: Activity.ID, reason: String)
    case restoreNote(Note.ID, on: Activity.ID, reason: String)
}

/// What the projector shows.
package enum Screen: Hashable, Sendable {
    /// The activity that participants are brought to.
    case follow
    /// Title, join code and QR code.
    case welcome
    case activity(Activity.ID)
}
