import EventLog
import Foundation
import GRDB
import Synchronization
import Workshop

/// One thing to be written.
enum Write: Sendable {
    case create(Room.ID, JoinCode, [RoomEvent])
    case append([RoomEvent], to: Room.ID, after: Int)
    case condense(Room.ID, through: Int, into: Data)
}

/// The writes of all rooms, waiting to be committed together.
///
/// A write that finds the disk idle starts a commit at once; whatever arrives during a commit is
/// the next one. So a lone write waits for one `fsync`, and a thousand wait for two at most.
final class WriteQueue: Sendable {
    typealias Outcome = Result<Void, EventLogError>

    private struct Pending {
        let write: Write
        let continuation: CheckedContinuation<Outcome, Never>
    }

    private struct Waiting {
        var writes: [Pending] = []
        var state = State.idle
    }

    private enum State {
        /// Nothing waits.
        case idle
        /// A commit will take what waits.
        case committing
        /// Nothing more is taken.
        case closed
    }

    private let database: DatabaseQueue
    private let limits: SQLiteLogLimits
    private let waiting = Mutex(Waiting())
    private let transactions: WriteTransactions

    init(to database: DatabaseQueue, limits: SQLiteLogLimits) {
        self.database = database
        self.limits = limits
        transactions = WriteTransactions(limits)
    }

    /// Returns once `write` is durable, in the order of submission.
    func submit(_ write: Write) async throws(EventLogError) {
        let outcome = await withCheckedContinuation { continuation in
            enqueue(Pending(write: write, continuation: continuation))
        }
        try outcome.get()
    }

    /// Takes no more writes, and returns when those that wait have their answer.
    func close() async {
        waiting.withLock { $0.state = .closed }
        await withCheckedContinuation { continuation in
            database.asyncWriteWithoutTransaction { [self] db in
                while commit(in: db) {}
                continuation.resume()
            }
        }
    }

    private enum Admission {
        case waits, startsCommit
        case refused(String)
    }

    private func enqueue(_ pending: Pending) {
        let admission = waiting.withLock { waiting -> Admission in
            if waiting.state == .closed { return .refused("the log is closed") }
            guard waiting.writes.count < limits.waitingWrites else {
                return .refused("\(limits.waitingWrites) writes are waiting for the disk")
            }
            waiting.writes.append(pending)
            if waiting.state == .committing { return .waits }
            waiting.state = .committing
            return .startsCommit
        }
        switch admission {
        case .waits: return
        case .startsCommit: scheduleCommit()
        case .refused(let reason):
            pending.continuation.resume(returning: .failure(.unavailable(reason: reason)))
        }
    }

    /// Asks for the next commit as a job of its own, so that reads get their turn in between.
    private func scheduleCommit() {
        database.asyncWriteWithoutTransaction { [self] db in
            if commit(in: db) { scheduleCommit() }
        }
    }

    /// Commits one batch; whether more are waiting afterwards.
    private func commit(in db: Database) -> Bool {
        let batch = takeBatch()
        let outcomes = transactions.commit(batch.map(\.write), in: db)
        let isMoreWaiting = waiting.withLock { waiting in
            if waiting.writes.isEmpty, waiting.state == .committing { waiting.state = .idle }
            return !waiting.writes.isEmpty
        }
        for (pending, outcome) in zip(batch, outcomes) {
            pending.continuation.resume(returning: outcome)
        }
        return isMoreWaiting
    }

    private func takeBatch() -> [Pending] {
        waiting.withLock { waiting in
            guard waiting.writes.count > limits.writesPerCommit else {
                defer { waiting.writes = [] }
                return waiting.writes
            }
            defer { waiting.writes.removeFirst(limits.writesPerCommit) }
            return Array(waiting.writes.prefix(limits.writesPerCommit))
        }
    }
}
