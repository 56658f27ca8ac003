import EventLog
import Foundation
import GRDB
import SQLiteEventLog
import Testing
import Workshop

@Suite("The log in a file when something is wrong with it")
struct SQLiteFaultTests {
    @Test("on a full disk writes fail clearly, and work again when there is room")
    func fullDisk() async throws {
        let folder = try TemporaryFolder()
        var limits = SQLiteLogLimits()
        limits.pages = 40
        let log = try SQLiteEventLog(path: folder.log, limits: limits)
        try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
        var revision = 1
        var failure: EventLogError?
        while failure == nil {
            let event = Samples.ballot(revision)
            failure = await outcome {
                try await log.append([event], to: Samples.room, after: revision)
            }
            if failure == nil { revision += 1 }
        }
        #expect(failure == .unavailable(reason: "SQLite 13: database or disk is full"))
        #expect(try await log.record(of: Samples.room)?.revision == revision)

        try await log.condense(Samples.room, through: revision, into: [Samples.created])
        try await log.append([.opened], to: Samples.room, after: revision)
        #expect(try await log.record(of: Samples.room)?.revision == revision + 1)
        try await log.close()
    }

    @Test("what cannot be opened is unavailable", arguments: ["/dev/full/log", "/", "/proc/log"])
    func cannotBeOpened(_ path: String) {
        guard case .unavailable? = Result(catching: { try SQLiteEventLog(path: path) }).logError
        else {
            Issue.record("\(path) was opened")
            return
        }
    }

    @Test("a file that is no log is unreadable")
    func notALog() throws {
        let folder = try TemporaryFolder()
        try Data(repeating: 65, count: 8_192).write(to: URL(fileURLWithPath: folder.log))
        let error = Result { try SQLiteEventLog(path: folder.log) }.logError
        guard case .unreadable? = error else {
            Issue.record("gave \(String(describing: error))")
            return
        }
    }

    @Test("a file of a newer version is left alone")
    func newerSchema() async throws {
        let folder = try TemporaryFolder()
        try await SQLiteEventLog(path: folder.log).close()
        let queue = try DatabaseQueue(path: folder.log)
        try await queue.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')")
        }
        try queue.close()
        let error = Result { try SQLiteEventLog(path: folder.log) }.logError
        #expect(error == .unreadable(reason: "a newer version wrote this file"))
    }

    @Test("a damaged event is unreadable, and the other rooms are not touched")
    func damagedEvent() async throws {
        let folder = try TemporaryFolder()
        let log = try SQLiteEventLog(path: folder.log)
        try await log.create(Samples.room1, code: Samples.code, events: [Samples.created])
        try await log.create(Samples.otherRoom, code: Samples.otherCode, events: Samples.everyKind)
        try await log.close()
        let queue = try DatabaseQueue(path: folder.log)
        try await queue.write { try $0.execute(sql: "UPDATE room_1_0 SET line = 'junk'") }
        try queue.close()

        let reopened = try SQLiteEventLog(path: folder.log)
        await #expect(throws: EventLogError.unreadable(reason: "line 1: not an event")) {
            try await reopened.record(of: Samples.room1)
        }
        let other = try await reopened.record(of: Samples.otherRoom)
        #expect(other?.tail == Samples.everyKind)
        try await reopened.close()
    }

    @Test("a full queue refuses at once, and what waits is written")
    func fullQueue() async throws {
        let folder = try TemporaryFolder()
        var limits = SQLiteLogLimits()
        limits.waitingWrites = 4
        limits.writesPerCommit = 2
        let log = try SQLiteEventLog(path: folder.log, limits: limits)
        let outcomes = await withTaskGroup(of: EventLogError?.self) { group in
            for number in 0..<200 {
                group.addTask {
                    await outcome {
                        let room = Room.ID(rawValue: UInt64(number))
                        let code = JoinCode(digits: UInt64(number))
                        try await log.create(room, code: code, events: [Samples.created])
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refusal = EventLogError.unavailable(reason: "4 writes are waiting for the disk")
        #expect(outcomes.allSatisfy { $0 == nil || $0 == refusal })
        #expect(try await log.roomCount() == outcomes.filter { $0 == nil }.count)
        try await log.close()
    }

    @Test("a closed log says so, and has written everything that was waiting")
    func closing() async throws {
        let folder = try TemporaryFolder()
        let log = try SQLiteEventLog(path: folder.log)
        try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
        async let last: Void = log.append([.opened], to: Samples.room, after: 1)
        try await last
        try await log.close()
        await #expect(throws: EventLogError.unavailable(reason: "the log is closed")) {
            try await log.append([.opened], to: Samples.room, after: 2)
        }
        guard case .unavailable? = await outcome({ _ = try await log.roomCount() }) else {
            Issue.record("a closed log was read")
            return
        }
    }
}
