import EventLog
import Foundation
import SQLiteEventLog
import Testing
import Workshop

@Suite("The log in a file")
struct SQLiteEventLogTests {
    @Test("what was written is there when the file is opened again")
    func survivesBeingClosed() async throws {
        let folder = try TemporaryFolder()
        let log = try SQLiteEventLog(path: folder.log)
        try await log.create(Samples.room, code: Samples.code, events: Samples.everyKind)
        try await log.condense(Samples.room, through: 3, into: [Samples.created])
        let record = try await log.record(of: Samples.room)
        try await log.close()

        let reopened = try SQLiteEventLog(path: folder.log)
        #expect(try await reopened.record(of: Samples.room) == record)
        #expect(try await reopened.room(with: Samples.code) == Samples.room)
        #expect(try await reopened.roomCount() == 1)
        try await reopened.append([.opened], to: Samples.room, after: Samples.everyKind.count)
        try await reopened.close()
    }

    @Test("a second opener is told that the file is in use")
    func oneOpener() async throws {
        let folder = try TemporaryFolder()
        let log = try SQLiteEventLog(path: folder.log)
        let error = Result { try SQLiteEventLog(path: folder.log) }.logError
        #expect(
            error == .unavailable(reason: "the log at \(folder.log) is in use by another process")
        )
        try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
        try await log.close()
        try await SQLiteEventLog(path: folder.log).close()
    }

    @Test("the file is its owner's alone")
    func permissions() async throws {
        let folder = try TemporaryFolder()
        let log = try SQLiteEventLog(path: folder.log)
        try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let path = folder.path + "/" + name
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        try await log.close()
    }

    @Test("a thousand writers are all served, each with its own result")
    func manyWriters() async throws {
        let folder = try TemporaryFolder()
        var limits = SQLiteLogLimits()
        limits.writesPerCommit = 64
        limits.knownRooms = 16
        let log = try SQLiteEventLog(path: folder.log, limits: limits)
        for number in 0..<40 {
            let room = Room.ID(rawValue: UInt64(number))
            let code = JoinCode(digits: UInt64(number))
            try await log.create(room, code: code, events: [Samples.created])
        }
        let total = await withTaskGroup(of: Int.self) { group in
            for writer in 0..<1_000 {
                group.addTask {
                    let room = Room.ID(rawValue: UInt64(writer % 40))
                    return await Self.appendOnce(Samples.ballot(writer), to: room, in: log)
                }
            }
            return await group.reduce(0, +)
        }
        #expect(total == 1_000)
        var events: [RoomEvent] = []
        for number in 0..<40 {
            let record = try await log.record(of: .init(rawValue: UInt64(number)))
            events += try #require(record).tail.dropFirst()
        }
        #expect(Set(events) == Set((0..<1_000).map(Samples.ballot)))
        #expect(events.count == 1_000)
        try await log.close()
    }

    /// Appends `event`, however often another writer is faster; gives how many were appended.
    private static func appendOnce(
        _ event: RoomEvent,
        to room: Room.ID,
        in log: SQLiteEventLog
    ) async -> Int {
        var revision = 1
        while true {
            do throws(EventLogError) {
                try await log.append([event], to: room, after: revision)
                return 1
            } catch {
                guard case .conflict(let actual) = error else { return 0 }
                revision = actual
            }
        }
    }
}

extension Samples {
    /// The room that `LogWriter` writes to.
    static let room1 = Room.ID(rawValue: 1)
}
