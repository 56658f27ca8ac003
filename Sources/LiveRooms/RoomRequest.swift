package import Workshop

/// What somebody asks of a live room: a command, or what it takes to make one.
package enum RoomRequest: Sendable {
    case command(RoomCommand)
    /// A command that needs the time of day.
    case dated(@Sendable (Moment) -> RoomCommand)
    /// A command about the sender's own ballot or notes: the room supplies the key under which they
    /// are kept.
    case authored(in: Activity.ID, @Sendable (AuthorKey) -> RoomCommand)
}

/// How a request ended.
package enum RoomAnswer: Hashable, Sendable {
    /// Carried out and durable; the room has this revision or a later one.
    case done(revision: Int)
    case refused(Refusal)
    /// The log failed. Nothing was shown to anybody; the request may be sent again.
    case notSaved
}
