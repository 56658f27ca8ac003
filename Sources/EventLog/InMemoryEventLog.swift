package import Workshop

/// A log that keeps every promise of ``EventLog`` for as long as the process lives, and no longer.
package actor InMemoryEventLog: EventLog {
    private var records: [Room.ID: RoomRecord] = [:]
    private var rooms: [JoinCode: Room.ID] = [:]

    /// A log of no rooms.
    package init() {}

    package func create(
        _ room: Room.ID,
        code: JoinCode,
        events: [RoomEvent]
    ) throws(EventLogError) {
        guard records[room] == nil, rooms[code] == nil else { throw .codeTaken }
        rooms[code] = room
        records[room] = RoomRecord(code: code, condensed: [], condensedRevision: 0, tail: events)
    }

    package func room(with code: JoinCode) throws(EventLogError) -> Room.ID? {
        rooms[code]
    }

    package func append(
        _ events: [RoomEvent],
        to room: Room.ID,
        after revision: Int
    ) throws(EventLogError) {
        guard let record = records[room], record.revision == revision else {
            throw .conflict(actual: records[room]?.revision ?? 0)
        }
        records[room] = RoomRecord(
            code: record.code,
            condensed: record.condensed,
            condensedRevision: record.condensedRevision,
            tail: record.tail + events
        )
    }

    package func record(of room: Room.ID) throws(EventLogError) -> RoomRecord? {
        records[room]
    }

    package func condense(
        _ room: Room.ID,
        through revision: Int,
        into events: [RoomEvent]
    ) throws(EventLogError) {
        guard let record = records[room] else { throw .conflict(actual: 0) }
        guard (record.condensedRevision...record.revision).contains(revision) else {
            throw .conflict(actual: record.revision)
        }
        records[room] = RoomRecord(
            code: record.code,
            condensed: events,
            condensedRevision: revision,
            tail: Array(record.tail.dropFirst(revision - record.condensedRevision))
        )
    }

    package func roomCount() throws(EventLogError) -> Int {
        records.count
    }
}
