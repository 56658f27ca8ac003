package import Workshop

/// The durable, append-only record of everything that happened in every room.
///
/// The promises below are the contract suite in `Tests/EventLogTests`, which every implementation
/// runs. An implementation may be called from any thread.
package protocol EventLog: Sendable {
    /// Starts the record of a room and gives it its join code, all or nothing, durably.
    ///
    /// - Throws: [L1] ``EventLogError/codeTaken`` when the code or the id is in use.
    func create(
        _ room: Room.ID,
        code: JoinCode,
        events: [RoomEvent]
    ) async throws(EventLogError)

    /// The room that `code` leads to; [L2] `nil` for a code never given.
    func room(with code: JoinCode) async throws(EventLogError) -> Room.ID?

    /// Appends `events` to the record of `room`, all or none, and returns once they are durable.
    ///
    /// [L3] Events it has returned for survive a crash. [L4] When the room has another number of
    /// events than `revision`, nothing is written and ``EventLogError/conflict(actual:)`` is
    /// thrown, so that two writers can never interleave.
    func append(
        _ events: [RoomEvent],
        to room: Room.ID,
        after revision: Int
    ) async throws(EventLogError)

    /// Everything needed to replay `room`; [L5] `nil` for a room never heard of.
    func record(of room: Room.ID) async throws(EventLogError) -> RoomRecord?

    /// Replaces everything up to `revision` by the shorter `events` that lead to the same room.
    ///
    /// [L6] Afterwards the record replays to the same room with the same revision. [L7] What was
    /// replaced is erased from the storage, not only unlinked: this is what takes the order of
    /// arrival, changed ballots and withdrawn texts out of the record. [L8] A revision beyond the
    /// end, or before an earlier condensation, throws ``EventLogError/conflict(actual:)``.
    func condense(
        _ room: Room.ID,
        through revision: Int,
        into events: [RoomEvent]
    ) async throws(EventLogError)

    /// How many rooms have a record.
    func roomCount() async throws(EventLogError) -> Int
}

/// What a log knows of one room.
package struct RoomRecord: Hashable, Sendable {
    package let code: JoinCode
    /// The events that lead to ``condensedRevision``; empty when the room was never condensed.
    package let condensed: [RoomEvent]
    package let condensedRevision: Int
    /// The events after ``condensedRevision``, oldest first.
    package let tail: [RoomEvent]

    package init(
        code: JoinCode,
        condensed: [RoomEvent],
        condensedRevision: Int,
        tail: [RoomEvent]
    ) {
        self.code = code
        self.condensed = condensed
        self.condensedRevision = condensedRevision
        self.tail = tail
    }

    /// How many events the room has lived.
    package var revision: Int { condensedRevision + tail.count }
}

extension Room {
    /// The room that `record` describes; `nil` when the record does not begin with a creation.
    package init?(_ record: RoomRecord) {
        self.init(replaying: record.condensed + record.tail, revision: record.revision)
    }
}

/// Why the log could not do what it was asked.
package enum EventLogError: Error, Hashable, Sendable {
    case codeTaken
    /// The room has `actual` events; another writer was faster, or the caller is behind.
    case conflict(actual: Int)
    /// What is stored cannot be read: written by a newer version, or damaged.
    case unreadable(reason: String)
    /// The disk or the cluster failed.
    ///
    /// The events may or may not have been recorded: read back before retrying.
    case unavailable(reason: String)
}
