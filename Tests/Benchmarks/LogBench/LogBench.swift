import EventLog
import Foundation
import SQLiteEventLog
import Workshop

/// Measures the log in a file: `swift run -c release LogBench FOLDER`.
///
/// Prints durable ballots a second with many writers, the latency of a lone write, and how long
/// a room of 100,000 events takes to load, decoding and replay apart.
@main
enum LogBench {
    static let poll = Activity.ID(rawValue: 0xA1)

    static func main() async throws {
        let folder =
            CommandLine.arguments.dropFirst().first ?? FileManager.default.temporaryDirectory.path
        let path = "\(folder)/bench-\(UUID().uuidString).sqlite"
        defer {
            for suffix in ["", "-wal"] {
                try? FileManager.default.removeItem(atPath: path + suffix)
            }
        }
        let log = try SQLiteEventLog(path: path)
        for writers in [1_000, 100] {
            try await measureBulk(log, writers: writers, ballots: 100_000 / writers)
        }
        try await measureOneRoom(log, ballots: 100_000)
        let alone = try await measureAlone(log, room: makeRoom(2, in: log), count: 500)
        print("one append alone: p50 \(alone[250]), p95 \(alone[475]), worst \(alone[499])")
        try await measureLoad(log, events: 100_000)
        try await measureHall(log, seats: 10_000, ballots: 50_000)
        try await log.close()
    }

    static func makeRoom(_ number: Int, in log: SQLiteEventLog) async throws -> Room.ID {
        let room = Room.ID(rawValue: UInt64(number))
        let design = try RoomDesign(title: "B", language: .english, organisations: [], colleges: [])
        let digest = SecretDigest((1, 2, 3, 4))
        let keys = RoomKeys(facilitator: digest, display: digest, guest: digest)
        let question = try PollDesign(
            question: "?",
            options: ["a", "b", "c", "d"],
            choiceCount: 1...2,
            abstention: .offered,
            results: .live,
            identity: .anonymous
        )
        try await log.create(
            room,
            code: JoinCode(digits: UInt64(number)),
            events: [
                .created(design, keys: keys, at: Moment(milliseconds: 0)), .opened,
                .activityAdded(.poll(question), id: poll, at: 0), .launched(poll),
            ]
        )
        return room
    }

    static func ballot(_ number: Int) -> RoomEvent {
        let author = AuthorKey.anonymous(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, UInt64(number))
        return .ballotCast(.choices(Choices(bits: 1 << UInt64(number % 4))), in: poll, by: author)
    }

    /// Every writer appends one ballot at a time to its own room and waits for it.
    static func measureBulk(_ log: SQLiteEventLog, writers: Int, ballots: Int) async throws {
        var rooms: [Room.ID] = []
        for writer in 0..<writers {
            rooms.append(try await makeRoom(writers * 1_000_000 + writer, in: log))
        }
        let elapsed = try await ContinuousClock().measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for room in rooms {
                    group.addTask {
                        for number in 0..<ballots {
                            try await log.append([ballot(number)], to: room, after: 4 + number)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        report("\(writers) writers, one room each", writers * ballots, elapsed)
    }

    /// One room whose owner appends what arrived during the commit before, a hundred at a time.
    static func measureOneRoom(_ log: SQLiteEventLog, ballots: Int) async throws {
        let room = try await makeRoom(1, in: log)
        let elapsed = try await ContinuousClock().measure {
            for start in stride(from: 0, to: ballots, by: 100) {
                let events = (start..<(start + 100)).map(ballot)
                try await log.append(events, to: room, after: 4 + start)
            }
        }
        report("one room, 100 ballots an append", ballots, elapsed)
    }

    /// Latencies of `count` appends to a room where nobody else writes, in ascending order.
    static func measureAlone(
        _ log: SQLiteEventLog,
        room: Room.ID,
        count: Int
    ) async throws -> [Duration] {
        var latencies: [Duration] = []
        for number in 0..<count {
            latencies.append(
                try await ContinuousClock().measure {
                    try await log.append([ballot(number)], to: room, after: 4 + number)
                }
            )
        }
        return latencies.sorted()
    }

    static func measureLoad(_ log: SQLiteEventLog, events: Int) async throws {
        let room = Room.ID(rawValue: 1)
        for _ in 0..<3 {
            var record: RoomRecord?
            let reading = try await ContinuousClock().measure {
                record = try await log.record(of: room)
            }
            let lines = StoredForm.lines(of: record?.tail ?? [])
            let decoding = try ContinuousClock().measure { _ = try StoredForm.events(in: lines) }
            var loaded: Room?
            let replay = ContinuousClock().measure { loaded = record.flatMap(Room.init) }
            print(
                "load of \(loaded?.revision ?? 0) events: read and decode \(reading),",
                "of which decoding \(decoding); replay \(replay)"
            )
        }
    }

    /// A hall whose ballots are condensed while another room goes on writing one at a time.
    static func measureHall(_ log: SQLiteEventLog, seats: Int, ballots: Int) async throws {
        let hall = try await makeRoom(3, in: log)
        let people = (0..<seats).map { number in
            let id = Seat.ID(rawValue: UInt64(number))
            let token = SecretDigest((id.rawValue, 1, 2, 3))
            let name = Pseudonym.name(of: id, in: .english)
            let seat = Seat(id: id, token: token, name: name, organisation: nil, college: nil)
            return RoomEvent.seatTaken(seat)
        }
        let seating = try await ContinuousClock().measure {
            try await log.append(people, to: hall, after: 4)
        }
        try await log.append((0..<ballots).map(ballot), to: hall, after: 4 + seats)
        let record = try await log.record(of: hall)
        guard let room = record.flatMap(Room.init) else { return }
        let revision = room.revision
        let condensed = room.condensed
        let other = try await makeRoom(4, in: log)
        async let neighbour = measureAlone(log, room: other, count: 2_000)
        let condensing = try await ContinuousClock().measure {
            try await log.condense(hall, through: revision, into: condensed)
        }
        let worst = try await neighbour.last ?? .zero
        let loading = try await ContinuousClock().measure {
            _ = try await log.record(of: hall).flatMap(Room.init)
        }
        print("hall of \(seats) seats and \(ballots) ballots: seating \(seating),")
        print("  condensing \(condensing), a neighbour waits at most \(worst), load \(loading)")
    }

    static func report(_ what: String, _ count: Int, _ elapsed: Duration) {
        let seconds = elapsed / .seconds(1)
        print("\(what): \(Int(Double(count) / seconds)) durable ballots a second")
    }
}
