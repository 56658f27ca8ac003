import Testing
import Workshop

/// Rooms so small that every assignment of answers can be played: whatever anybody is ever shown,
/// it could have come from somebody else answering something else.
///
/// Results are shown at the close: a live bar that moves as one person answers gives that person
/// away, and who watches it is told so.
@Suite("What is shown gives nobody away")
struct SmallRoomTests {
    /// Two options and the abstention.
    private static let answers: [Ballot] = [.of(0), .of(1), .abstention]

    /// How many people there are of each college.
    typealias Split = [Int]

    private static func room(_ split: Split) -> Stage {
        let design = try! RoomDesign(
            title: "Petite réunion",
            language: .french,
            organisations: [],
            colleges: ["direction", "attribution", "informatique"]
        )
        var stage = Stage(design: design)
        for (college, count) in split.enumerated() {
            for _ in 0..<count {
                let number = stage.room.seats.count
                stage.apply(
                    .seatTaken(
                        Seat(
                            id: Stage.id(number),
                            token: SecretDigest((UInt64(number), 0, 0, 0)),
                            name: "Personne \(number)",
                            organisation: nil,
                            college: college
                        )
                    )
                )
            }
        }
        stage.apply(.opened)
        return stage
    }

    /// Everything that every audience is shown, in order, as one number.
    private struct Onlooker {
        private var seen = Hasher()

        var memory: Int { seen.finalize() }

        mutating func watch(_ events: [RoomEvent], in room: inout Room) {
            for event in events {
                for key in room.advance(by: event) {
                    seen.combine(key)
                    for audience in Audience.allCases {
                        seen.combine(room.entity(key, for: audience))
                    }
                }
            }
        }
    }

    /// Plays one poll: everybody answers in the order of seats, then it is closed.
    private static func play(
        _ lines: [Int],
        in id: Activity.ID,
        after earlier: [Int]? = nil,
        on stage: inout Stage,
        before onlooker: inout Onlooker
    ) throws {
        let design = Stage.design(
            .choice(2),
            results: .onClose,
            follows: earlier == nil ? nil : Stage.poll,
            breakdown: .college
        )
        let add = RoomCommand.addActivity(.poll(design), id: id, at: nil)
        for command in [add, .launch(id)] {
            onlooker.watch(try stage.room.decide(command, by: .facilitator), in: &stage.room)
        }
        for (seat, line) in lines.enumerated() {
            let command = RoomCommand.castBallot(
                answers[line],
                in: id,
                by: stage.key(of: seat, in: id),
                earlier: earlier?[seat]
            )
            let sender = Sender.participant(Stage.id(seat))
            onlooker.watch(try stage.room.decide(command, by: sender), in: &stage.room)
        }
        var roll: Roll = [:]
        for seat in lines.indices { roll[stage.key(of: seat, in: id)] = Stage.id(seat) }
        let close = try stage.room.decide(.close(id, roll: roll), by: .facilitator)
        onlooker.watch(close, in: &stage.room)
    }

    /// Every list of `count` answers.
    private static func everyAssignment(_ count: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { lists, _ in
            lists.flatMap { list in answers.indices.map { list + [$0] } }
        }
    }

    @Test(
        "one round: every seat could have answered something else, except when all agree",
        arguments: [
            [3], [2, 1], [4], [2, 2], [3, 1], [5], [3, 2], [1, 4], [6], [3, 3], [1, 5], [2, 2, 2],
            [7], [5, 2], [3, 4], [5, 3],
        ] as [Split]
    )
    func oneRound(_ split: Split) throws {
        let start = Self.room(split)
        let count = split.reduce(0, +)
        var worlds: [Int: [[Int]]] = [:]
        for lines in Self.everyAssignment(count) {
            var stage = start
            var onlooker = Onlooker()
            try Self.play(lines, in: Stage.poll, on: &stage, before: &onlooker)
            worlds[onlooker.memory, default: []].append(lines)
        }
        for world in worlds.values where Set(world[0]).count > 1 {
            for seat in 0..<count {
                let possible = Set(world.map { $0[seat] })
                #expect(possible.count > 1, "\(split): seat \(seat) in \(world)")
            }
        }
    }

    @Test("two rounds, every answer of both", arguments: [[3], [1, 2], [2, 2]] as [Split])
    func twoRounds(_ split: Split) throws {
        let start = Self.room(split)
        let count = split.reduce(0, +)
        let assignments = Self.everyAssignment(count)
        var worlds: [Int: [(first: [Int], second: [Int])]] = [:]
        for first in assignments {
            var between = start
            var onlooker = Onlooker()
            try Self.play(first, in: Stage.poll, on: &between, before: &onlooker)
            for second in assignments {
                var (stage, watching) = (between, onlooker)
                try Self.play(second, in: Stage.round, after: first, on: &stage, before: &watching)
                worlds[watching.memory, default: []].append((first, second))
            }
        }
        for world in worlds.values {
            for seat in 0..<count {
                if Set(world[0].first).count > 1 {
                    #expect(Set(world.map { $0.first[seat] }).count > 1)
                }
                if Set(world[0].second).count > 1 {
                    #expect(Set(world.map { $0.second[seat] }).count > 1)
                }
            }
        }
    }

    /// The numbers of those who moved from each line to each other stand for all assignments.
    ///
    /// The order of seats is nowhere in what is shown. Nobody abstained in the first of these
    /// rounds, and there are twelve people, because fewer have no table at all.
    @Test("moves: who knows what somebody said before does not learn what they say now")
    func moves() throws {
        let (count, lines) = (12, 3)
        let start = Self.room([count])
        var worlds: [Int: [[Int]]] = [:]
        var shown = 0
        for moves in Self.splits(count, into: 2 * lines) {
            let pairs = moves.enumerated().flatMap { cell, times in
                Array(repeating: (cell / lines, cell % lines), count: times)
            }
            var stage = start
            var onlooker = Onlooker()
            let (first, second) = (pairs.map(\.0), pairs.map(\.1))
            try Self.play(first, in: Stage.poll, on: &stage, before: &onlooker)
            try Self.play(second, in: Stage.round, after: first, on: &stage, before: &onlooker)
            if !stage.tables(of: Stage.round).isEmpty { shown += 1 }
            worlds[onlooker.memory, default: []].append(moves)
        }
        #expect(shown > 0)
        for world in worlds.values {
            let now = Set(world[0].indices.filter { world[0][$0] > 0 }.map { $0 % lines })
            guard now.count > 1 else { continue }
            for before in 0..<2 {
                let cells = (before * lines)..<((before + 1) * lines)
                guard world[0][cells].contains(where: { $0 > 0 }) else { continue }
                let possible = cells.filter { cell in world.contains { $0[cell] > 0 } }
                #expect(possible.count > 1, "\(before) in \(world)")
            }
        }
    }

    /// Every way to write `sum` as so many numbers in order.
    private static func splits(_ sum: Int, into count: Int) -> [[Int]] {
        guard count > 1 else { return [[sum]] }
        return (0...sum).flatMap { first in
            splits(sum - first, into: count - 1).map { [first] + $0 }
        }
    }
}
