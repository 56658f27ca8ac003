/// What somebody asks a room to do, and may be refused with a ``Refusal``.
package enum RoomCommand: Hashable, Sendable {
    case open
    case end(at: Moment)
    case addActivity(Activity.Design, id: Activity.ID, at: Int?)
    case editActivity(Activity.Design, id: Activity.ID)
    case removeActivity(Activity.ID)
    case moveActivity(Activity.ID, to: Int)
    case launch(Activity.ID)
    case reveal(Activity.ID)
    case close(Activity.ID)
    case focus(Activity.ID?)
    case show(Screen)
    case castBallot(Ballot, in: Activity.ID, by: AuthorKey)
    case withdrawBallot(in: Activity.ID, by: AuthorKey)
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
