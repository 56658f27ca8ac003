import EventLog
import Foundation
import SQLiteEventLog
import Testing
import Workshop

/// The promises of `EventLog`, kept by every implementation.
@Suite("The promises of every event log")
struct EventLogContract {
    /// The implementations, and how to make one of each.
    enum Kind: CaseIterable, Sendable {
        case memory, sqlite

        func with(_ body: (any EventLog) async throws -> Void) async throws {
            switch self {
            case .memory:
                try await body(InMemoryEventLog())
            case .sqlite:
                let folder = try TemporaryFolder()
                let log = try SQLiteEventLog(path: folder.log)
                try await body(log)
                try await log.close()
            }
        }
    }

    @Test("[L1] a code or an id leads to one room only", arguments: Kind.allCases)
    func codesAreUnique(_ kind: Kind) async throws {
        try await kind.with { log in
            try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
            await #expect(throws: EventLogError.codeTaken) {
                try await log.create(Samples.otherRoom, code: Samples.code, events: [])
            }
            await #expect(throws: EventLogError.codeTaken) {
                try await log.create(Samples.room, code: Samples.otherCode, events: [])
            }
            #expect(try await log.room(with: Samples.otherCode) == nil)
            #expect(try await log.record(of: Samples.otherRoom) == nil)
            #expect(try await log.roomCount() == 1)
        }
    }

    @Test("[L2] a code leads to its room, and one never given to none", arguments: Kind.allCases)
    func codesLeadToRooms(_ kind: Kind) async throws {
        try await kind.with { log in
            #expect(try await log.room(with: Samples.code) == nil)
            try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
            #expect(try await log.room(with: Samples.code) == Samples.room)
        }
    }

    @Test("[L3] what was appended is read back, whatever kind of event", arguments: Kind.allCases)
    func eventsAreReadBack(_ kind: Kind) async throws {
        try await kind.with { log in
            let (first, rest) = (Samples.everyKind[..<3], Samples.everyKind[3...])
            try await log.create(Samples.room, code: Samples.code, events: Array(first))
            try await log.append(Array(rest.prefix(1)), to: Samples.room, after: 3)
            try await log.append(Array(rest.dropFirst()), to: Samples.room, after: 4)
            let record = try await log.record(of: Samples.room)
            #expect(record?.code == Samples.code)
            #expect(record?.condensed == [])
            #expect(record?.tail == Samples.everyKind)
            #expect(record?.revision == Samples.everyKind.count)
        }
    }

    @Test("[L4] of two writers with one revision, one writes", arguments: Kind.allCases)
    func writersNeverInterleave(_ kind: Kind) async throws {
        try await kind.with { log in
            try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
            let refusals = await withTaskGroup(of: EventLogError?.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        await outcome {
                            let events = [Samples.ballot(number), Samples.ballot(number)]
                            try await log.append(events, to: Samples.room, after: 1)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.filter { $0 == nil }.count == 1)
            #expect(refusals.filter { $0 == .conflict(actual: 3) }.count == 49)
            let tail = try #require(try await log.record(of: Samples.room)).tail
            #expect(tail.count == 3)
            #expect(tail[1] == tail[2])
        }
    }

    @Test("[L4] a room's conflict does not touch the others", arguments: Kind.allCases)
    func conflictsStayAtHome(_ kind: Kind) async throws {
        try await kind.with { log in
            let rooms = (0..<40).map { Room.ID(rawValue: UInt64($0)) }
            for room in rooms {
                let code = JoinCode(digits: room.rawValue)
                try await log.create(room, code: code, events: [Samples.created])
            }
            let refusals = await withTaskGroup(of: EventLogError?.self) { group in
                for room in rooms {
                    let revision = room.rawValue % 4 == 0 ? 7 : 1
                    group.addTask {
                        await outcome {
                            try await log.append([.opened], to: room, after: revision)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.filter { $0 == nil }.count == 30)
            #expect(refusals.filter { $0 == .conflict(actual: 1) }.count == 10)
            for room in rooms {
                let expected = room.rawValue % 4 == 0 ? 1 : 2
                #expect(try await log.record(of: room)?.revision == expected)
            }
        }
    }

    @Test("[L4] appends of one room arrive in the order they were sent", arguments: Kind.allCases)
    func orderIsKept(_ kind: Kind) async throws {
        try await kind.with { log in
            try await log.create(Samples.room, code: Samples.code, events: [Samples.created])
            for number in 1...200 {
                try await log.append([Samples.ballot(number)], to: Samples.room, after: number)
            }
            let tail = try #require(try await log.record(of: Samples.room)).tail
            #expect(Array(tail.dropFirst()) == (1...200).map(Samples.ballot))
        }
    }

    @Test("[L4] a room never created takes no events", arguments: Kind.allCases)
    func unknownRoomsTakeNothing(_ kind: Kind) async throws {
        try await kind.with { log in
            await #expect(throws: EventLogError.conflict(actual: 0)) {
                try await log.append([Samples.created], to: Samples.room, after: 0)
            }
            await #expect(throws: EventLogError.conflict(actual: 0)) {
                try await log.condense(Samples.room, through: 0, into: [])
            }
        }
    }

    @Test("[L5] a room never heard of has no record", arguments: Kind.allCases)
    func unknownRoomsHaveNoRecord(_ kind: Kind) async throws {
        try await kind.with { log in
            let record = try await log.record(of: Samples.room)
            #expect(record == nil)
            #expect(try await log.roomCount() == 0)
        }
    }
}

/// The error of the log that `body` ends with; `nil` when it succeeds.
func outcome(_ body: () async throws -> Void) async -> EventLogError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? EventLogError ?? .unavailable(reason: "\(error)")
    }
}
