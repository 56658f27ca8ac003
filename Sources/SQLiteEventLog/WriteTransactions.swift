import EventLog
import GRDB
import Synchronization
import Workshop

/// What turns a batch of writes into one transaction, and says what became of each.
final class WriteTransactions: Sendable {
    /// Where the rooms written lately stand; right as long as nobody else writes to the file.
    private let tables = Mutex<[Room.ID: RoomTable]>([:])
    private let limits: SQLiteLogLimits

    init(_ limits: SQLiteLogLimits) {
        self.limits = limits
    }

    /// Writes `batch` durably, all but what is refused; a refusal of one does not touch the others.
    ///
    /// When the disk fails nothing of the batch is written and every write fails. A condensation
    /// succeeds only once what it replaced is also gone from the write-ahead log.
    func commit(_ batch: [Write], in db: Database) -> [WriteQueue.Outcome] {
        guard !batch.isEmpty else { return [] }
        return tables.withLock { tables in
            if tables.count > limits.knownRooms { tables = [:] }
            do {
                var outcomes: [WriteQueue.Outcome] = []
                try db.inTransaction(.immediate) {
                    outcomes = try batch.map { try Self.perform($0, on: &tables, in: db) }
                    return .commit
                }
                return Self.erase(batch, outcomes, in: db)
            } catch {
                tables = [:]
                return batch.map { _ in .failure(EventLogError(storage: error)) }
            }
        }
    }

    /// Empties the write-ahead log when a table was dropped: it still holds the dropped pages.
    private static func erase(
        _ batch: [Write],
        _ outcomes: [WriteQueue.Outcome],
        in db: Database
    ) -> [WriteQueue.Outcome] {
        guard batch.contains(where: \.isCondensation) else { return outcomes }
        do {
            try db.checkpoint(.truncate)
            return outcomes
        } catch {
            return zip(batch, outcomes).map { write, outcome in
                write.isCondensation ? .failure(EventLogError(storage: error)) : outcome
            }
        }
    }

    private static func perform(
        _ write: Write,
        on tables: inout [Room.ID: RoomTable],
        in db: Database
    ) throws -> WriteQueue.Outcome {
        switch write {
        case .create(let room, let code, let events):
            guard var table = try RoomTable.create(room, code: code, in: db) else {
                return .failure(.codeTaken)
            }
            try table.append(events, in: db)
            tables[room] = table
        case .append(let events, let room, let revision):
            let table = try tables[room] ?? RoomTable(of: room, in: db)
            guard var table, table.revision == revision else {
                return .failure(.conflict(actual: table?.revision ?? 0))
            }
            try table.append(events, in: db)
            tables[room] = table
        case .condense(let room, let revision, let lines):
            let table = try tables[room] ?? RoomTable(of: room, in: db)
            guard var table, (table.condensed...table.revision).contains(revision) else {
                return .failure(.conflict(actual: table?.revision ?? 0))
            }
            try table.condense(through: revision, into: lines, in: db)
            tables[room] = table
        }
        return .success(())
    }
}

extension Write {
    fileprivate var isCondensation: Bool {
        switch self {
        case .condense: true
        case .create, .append: false
        }
    }
}
