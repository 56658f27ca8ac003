/// One live session: a pure value that answers commands with events and moves on by events.
///
/// `decide` says what a command causes, `apply` makes it so; the same `apply` runs when a ballot
/// arrives, when the server restarts and in the simulation. No clock, no chance, no output that
/// depends on the order of a hash table.
package struct Room: Hashable, Sendable {
    package typealias ID = Identifier<Room>

    /// The number of events that made the room what it is.
    package internal(set) var revision = 0
    package internal(set) var phase = Phase.lobby
    package internal(set) var design: RoomDesign
    package internal(set) var keys: RoomKeys
    package internal(set) var created: Moment
    package internal(set) var ended: Moment?
    package internal(set) var seats: [Seat.ID: Seat] = [:]
    /// The agenda: every activity once, in the order the facilitator gave.
    package internal(set) var agenda: [Activity.ID] = []
    package internal(set) var polls: [Activity.ID: Poll] = [:]
    package internal(set) var walls: [Activity.ID: Wall] = [:]
    /// Until when people have time for an activity; gone once it is closed.
    package internal(set) var timers: [Activity.ID: ActivityTimer] = [:]
    /// The activity that participants are brought to.
    package internal(set) var focus: Activity.ID?
    package internal(set) var screen = Screen.follow

    /// Where a room stands; it only ever moves forward.
    package enum Phase: Hashable, Sendable, Comparable {
        /// People join; nothing can be answered yet.
        case lobby
        case open
        /// Readable, and nothing can be sent any more.
        case ended
    }

    /// A room just created.
    ///
    /// Its ``revision`` is 1: the creation is the first event of its log.
    package init(_ design: RoomDesign, keys: RoomKeys, created: Moment) {
        self.design = design
        self.keys = keys
        self.created = created
        revision = 1
    }

    /// The room that `events` describe; `nil` unless they begin with a creation.
    ///
    /// - Parameters:
    ///   - events: A whole log, or a condensed one followed by what came after.
    ///   - revision: How many events the room has really lived, when condensing left some out.
    package init?(replaying events: some Sequence<RoomEvent>, revision: Int? = nil) {
        var rest = events.makeIterator()
        guard case .created(let design, let keys, let moment)? = rest.next() else { return nil }
        self.init(design, keys: keys, created: moment)
        while let event = rest.next() {
            apply(event)
        }
        if let revision { self.revision = revision }
    }
}

// MARK: - Reading

extension Room {
    /// Whether `id` was launched once: from then on it exists for everybody.
    package func isLaunched(_ id: Activity.ID) -> Bool {
        if let poll = polls[id] { return poll.phase > .draft }
        if let wall = walls[id] { return wall.phase > .draft }
        return false
    }

    /// Whether `id` takes ballots or notes at this moment.
    package func isTaking(_ id: Activity.ID) -> Bool {
        if let poll = polls[id] { return poll.phase == .open }
        if let wall = walls[id] { return wall.phase == .silent || wall.phase == .open }
        return false
    }

    /// Whether `id` knows who answers; `nil` for an activity that does not exist.
    package func identity(of id: Activity.ID) -> Identity? {
        polls[id]?.design.identity ?? walls[id]?.design.identity
    }

    /// What the projector shows now; `nil` stands for the welcome screen.
    package var activityOnScreen: Activity.ID? {
        switch screen {
        case .follow: focus
        case .welcome: nil
        case .activity(let id): id
        }
    }
}
