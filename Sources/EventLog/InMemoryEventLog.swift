import Synchronization
package import Workshop

/// A log that keeps every promise of ``EventLog`` for as long as the process lives, and no longer.
///
/// A lock rather than an actor, so that it answers on the caller's thread: the simulation needs
/// everything to happen on its own.
package final class InMemoryEventLog: EventLog {
    private let state = Mutex(State())

    private struct State {
        var records: [Room.ID: RoomRecord] = [:]
        var rooms: [JoinCode: Room.ID] = [:]
    }

    /// A log of no rooms.
    package init() {}

    package func create(
        _ room: Room.ID,
        code: JoinCode,
        events: [RoomEvent]
    ) async throws(EventLogError) {
        let isNew = state.withLock { state in
            guard state.records[room] == nil, state.rooms[code] == nil else { return false }
            state.rooms[code] = room
            state.records[room] = RoomRecord(
                code: code,
                condensed: [],
                condensedRevision: 0,
                tail: events
            )
            return true
        }
        guard isNew else { throw .codeTaken }
    }

    package func room(with code: JoinCode) async throws(EventLogError) -> Room.ID? {
        state.withLock { $0.rooms[code] }
    }

    package func append(
        _ events: [RoomEvent],
        to room: Room.ID,
        after revision: Int
    ) async throws(EventLogError) {
        try change(room) { record throws(EventLogError) in
            guard record.revision == revision else { throw .conflict(actual: record.revision) }
            return RoomRecord(
                code: record.code,
                condensed: record.condensed,
                condensedRevision: record.condensedRevision,
                tail: record.tail + events
            )
        }
    }

    package func record(of room: Room.ID) async throws(EventLogError) -> RoomRecord? {
        state.withLock { $0.records[room] }
    }

    package func condense(
        _ room: Room.ID,
        through revision: Int,
        into events: [RoomEvent]
    ) async throws(EventLogError) {
        try change(room) { record throws(EventLogError) in
            guard (record.condensedRevision...record.revision).contains(revision) else {
                throw .conflict(actual: record.revision)
            }
            return RoomRecord(
                code: record.code,
                condensed: events,
                condensedRevision: revision,
                tail: Array(record.tail.dropFirst(revision - record.condensedRevision))
            )
        }
    }

    package func roomCount() async throws(EventLogError) -> Int {
        state.withLock { $0.records.count }
    }

    private func change(
        _ room: Room.ID,
        _ body: (RoomRecord) throws(EventLogError) -> RoomRecord
    ) throws(EventLogError) {
        try state.withLock { state throws(EventLogError) in
            guard let record = state.records[room] else { throw .conflict(actual: 0) }
            state.records[room] = try body(record)
        }
    }
}
