import EventLog
import Foundation
import Testing
import Workshop

@Suite("The promises of every event log about condensing")
struct CondensationContract {
    typealias Kind = EventLogContract.Kind

    /// A room with an open poll: five events.
    static let beginning: [RoomEvent] = [
        Samples.created, .seatTaken(Samples.seat), .opened,
        .activityAdded(.poll(Samples.pollDesign), id: Samples.poll, at: 0),
        .launched(Samples.poll),
    ]

    @Test("[L6] a condensed record is the same room at the same revision", arguments: Kind.allCases)
    func condensedRecordIsTheSameRoom(_ kind: Kind) async throws {
        try await kind.with { log in
            let ballots = (1...20).map { Samples.ballot($0 % 4) }
            try await log.create(Samples.room, code: Samples.code, events: Self.beginning)
            try await log.append(ballots, to: Samples.room, after: 5)
            let before = try #require(try await log.record(of: Samples.room).flatMap(Room.init))

            try await log.condense(Samples.room, through: 25, into: before.condensed)
            let record = try #require(try await log.record(of: Samples.room))
            #expect(record.condensed == before.condensed)
            #expect(record.condensedRevision == 25)
            #expect(record.tail == [])
            #expect(Room(record) == before)
        }
    }

    @Test("[L6] what came after the condensed revision stays", arguments: Kind.allCases)
    func laterEventsStay(_ kind: Kind) async throws {
        try await kind.with { log in
            try await log.create(Samples.room, code: Samples.code, events: Self.beginning)
            try await log.append([Samples.ballot(1)], to: Samples.room, after: 5)
            try await log.append([Samples.ballot(2)], to: Samples.room, after: 6)
            let before = try #require(try await log.record(of: Samples.room).flatMap(Room.init))
            let five = try #require(Room(replaying: Self.beginning))

            try await log.condense(Samples.room, through: 5, into: five.condensed)
            try await log.append([Samples.ballot(3)], to: Samples.room, after: 7)
            let record = try #require(try await log.record(of: Samples.room))
            #expect(record.tail == [1, 2, 3].map(Samples.ballot))
            #expect(record.revision == 8)
            var expected = before
            expected.apply(Samples.ballot(3))
            #expect(Room(record) == expected)
        }
    }

    @Test("[L6] condensing again replaces the condensation", arguments: Kind.allCases)
    func condensingAgain(_ kind: Kind) async throws {
        try await kind.with { log in
            try await log.create(Samples.room, code: Samples.code, events: Self.beginning)
            try await log.condense(Samples.room, through: 5, into: Self.beginning)
            try await log.append([Samples.ballot(1)], to: Samples.room, after: 5)
            try await log.condense(Samples.room, through: 6, into: [Samples.created])
            try await log.condense(Samples.room, through: 6, into: [Samples.created, .opened])
            let record = try #require(try await log.record(of: Samples.room))
            #expect(record.condensed == [Samples.created, .opened])
            #expect(record.revision == 6)
        }
    }

    @Test("[L8] a revision that is not there is a conflict", arguments: Kind.allCases)
    func impossibleRevisions(_ kind: Kind) async throws {
        try await kind.with { log in
            try await log.create(Samples.room, code: Samples.code, events: Self.beginning)
            try await log.condense(Samples.room, through: 3, into: [])
            for revision in [6, 2] {
                await #expect(throws: EventLogError.conflict(actual: 5)) {
                    try await log.condense(Samples.room, through: revision, into: [])
                }
            }
            #expect(try await log.record(of: Samples.room)?.tail.count == 2)
        }
    }
}
