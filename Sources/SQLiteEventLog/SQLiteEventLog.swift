package import EventLog
import Foundation
import GRDB
package import Workshop

/// The log of a single server: one SQLite file, beside nothing but its write-ahead log.
///
/// The one connection lives on a serial queue of its own. Writes of all rooms wait in a
/// ``WriteQueue`` and are committed together: one transaction and one `fsync` for everything that
/// arrived during the commit before. Nothing else may open the file meanwhile.
///
/// A room has a table of its own, which condensing replaces. One table for all would be simpler
/// and would not keep [L7]: `secure_delete` overwrites what is deleted, but not the copies that
/// remain in a page whose rows were moved to its neighbours. Pages that belonged to a dropped table
/// are overwritten whole.
package final class SQLiteEventLog: EventLog, Sendable {
    private let database: DatabaseQueue
    private let writes: WriteQueue

    /// Opens the log in the file at `path`, and creates it when there is none.
    ///
    /// - Throws: ``EventLogError/unavailable(reason:)`` when the file cannot be opened or another
    ///   process has it open; ``EventLogError/unreadable(reason:)`` when a newer version of the
    ///   program wrote it, or it is no log.
    package init(
        path: String,
        limits: SQLiteLogLimits = SQLiteLogLimits()
    ) throws(EventLogError) {
        database = try LogFile.open(path, limits: limits)
        writes = WriteQueue(to: database, limits: limits)
    }

    /// Writes what is waiting and gives the file free; from then on every call throws
    /// ``EventLogError/unavailable(reason:)``.
    package func close() async throws(EventLogError) {
        await writes.close()
        do {
            try database.close()
        } catch {
            throw EventLogError(storage: error)
        }
    }
}

// MARK: - Writing

extension SQLiteEventLog {
    package func create(
        _ room: Room.ID,
        code: JoinCode,
        events: [RoomEvent]
    ) async throws(EventLogError) {
        try await writes.submit(.create(room, code, events))
    }

    package func append(
        _ events: [RoomEvent],
        to room: Room.ID,
        after revision: Int
    ) async throws(EventLogError) {
        try await writes.submit(.append(events, to: room, after: revision))
    }

    /// Replaces the room's table and takes the old one out of the file and the write-ahead log.
    ///
    /// When the disk fails between the two it throws although the replacement has happened;
    /// condensing again through the same revision, or opening the log again, completes it. Blocks
    /// that a file system or a disk keeps of a file's past are out of its reach.
    package func condense(
        _ room: Room.ID,
        through revision: Int,
        into events: [RoomEvent]
    ) async throws(EventLogError) {
        let lines = await Self.lines(of: events)
        try await writes.submit(.condense(room, through: revision, into: lines))
    }

    /// Encodes away from the queue and from the caller's thread: a hall is tens of thousands of
    /// lines, and other rooms are waiting.
    @concurrent
    private static func lines(of events: [RoomEvent]) async -> Data {
        StoredForm.lines(of: events)
    }
}

// MARK: - Reading

extension SQLiteEventLog {
    package func room(with code: JoinCode) async throws(EventLogError) -> Room.ID? {
        try await read { try RoomTable.room(with: code, in: $0) }
    }

    package func roomCount() async throws(EventLogError) -> Int {
        try await read { try RoomTable.count(in: $0) }
    }

    package func record(of room: Room.ID) async throws(EventLogError) -> RoomRecord? {
        guard let lines = try await read({ try RoomTable.lines(of: room, in: $0) }) else {
            return nil
        }
        return try await Self.record(from: lines)
    }

    /// Reads the lines of a room away from the queue and from the caller's thread: both have
    /// other rooms to serve during what can be hundreds of milliseconds.
    @concurrent
    private static func record(from lines: RoomLines) async throws(EventLogError) -> RoomRecord {
        guard let code = JoinCode(typed: lines.code) else {
            throw .unreadable(reason: "'\(lines.code)' is no join code")
        }
        return RoomRecord(
            code: code,
            condensed: try StoredForm.events(in: lines.condensed),
            condensedRevision: lines.condensedRevision,
            tail: try StoredForm.events(in: lines.tail)
        )
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(EventLogError) -> Value {
        let outcome = await withCheckedContinuation { continuation in
            database.asyncWriteWithoutTransaction { db in
                continuation.resume(returning: Result { try body(db) })
            }
        }
        do {
            return try outcome.get()
        } catch {
            throw EventLogError(storage: error)
        }
    }
}
