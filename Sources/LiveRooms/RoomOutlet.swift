package import Workshop

/// What stands between a live room and the people who look at it.
///
/// Used on the room's loop only, and owned by the room. It hears of nothing that is not durable.
package protocol RoomOutlet: AnyObject, SendableMetatype {
    associatedtype Visitor: Sendable

    /// Lets `visitor` in: greets it and shows it what it may see.
    func admit(_ visitor: Visitor, as admission: Admission)

    /// `visitor` has gone, or never came.
    func dismiss(_ visitor: Visitor)

    /// Shows what has changed.
    func publish(_ publication: Publication)

    /// Tells the visitors who hold `seat` what is theirs: `nil` when it is gone.
    func tell(_ seat: Seat.ID, _ key: EntityKey, _ entity: Entity?)

    /// Sends everybody away: the room is about to be dropped.
    func dismissAll(because reason: Departure)

    /// The number of visitors.
    var visitorCount: Int { get }
}

/// Why a room sends its visitors away.
package enum Departure: Hashable, Sendable {
    /// The server stops; they may come back to another.
    case restart
    /// The log failed; they may come back once the room is read again.
    case notSaved
}

/// With what a visitor is let in.
package struct Admission: Sendable {
    package let sender: Sender
    /// The seat of a participant.
    package let seat: Seat?
    /// The last revision the visitor has seen; `nil` when it comes for the first time.
    package let since: Int?
    /// The room as it is durable now.
    package let room: Room
    package let presence: PresenceBoard
    /// What only this seat may see, in the order of the agenda.
    package let own: [(EntityKey, Entity)]
    package let today: Moment
}

/// What has changed since the last publication.
package struct Publication: Sendable {
    /// The room as it is durable now.
    package let room: Room
    /// The keys whose value may have changed, each once, in the order in which they did.
    package let keys: [EntityKey]
    /// Who is there, when that has changed.
    package let presence: PresenceBoard?
}
