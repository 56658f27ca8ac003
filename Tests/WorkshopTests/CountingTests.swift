import Testing
import Workshop

/// What holds of every way of counting, on random ballots; a failure names its seed.
@Suite("Every way of counting")
struct CountingTests {
    static let forms: [BallotForm] = [
        .choice(4), .choice(4, count: 1...3, other: .offered), .scale(), .ranking(5),
        .ranking(5, count: 2...3), .points(), .points(4, budget: 3, most: 2, .some),
        .estimate(-50...50), .texts(), .judgement(4, grades: 5), .consent,
    ]

    private static func ballots(_ form: BallotForm, _ chance: inout SplitMix) -> [Ballot] {
        (0..<(1 + chance.number(20))).map { chance.ballot(for: form, entry: $0) }
    }

    private static func result(_ ballots: [Ballot], of form: BallotForm) throws -> PollResult {
        var stage = Stage.asking(form, seats: ballots.count)
        for (seat, ballot) in ballots.enumerated() { try stage.vote(seat, ballot) }
        return try #require(stage.result())
    }

    @Test("anonymity: who cast which ballot changes nothing", arguments: forms)
    func anonymity(_ form: BallotForm) throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let ballots = Self.ballots(form, &chance)
            let result = try Self.result(ballots, of: form)
            let others = ballots.shuffled(using: &chance)
            #expect(try Self.result(others, of: form) == result, "seed \(seed)")
        }
    }

    @Test("order, changed minds and ballots taken back leave no trace", arguments: forms)
    func order(_ form: BallotForm) throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let ballots = Self.ballots(form, &chance)
            let seats = ballots.count + 2
            var plain = Stage.asking(form, seats: seats)
            for (seat, ballot) in ballots.enumerated() { try plain.vote(seat, ballot) }
            var other = Stage.asking(form, seats: seats)
            for _ in 0..<30 {
                let seat = chance.number(seats)
                if chance.once(in: 4) {
                    try other.withdraw(seat)
                } else {
                    try other.vote(seat, chance.ballot(for: form, entry: 100 + seat))
                }
            }
            for seat in chance.shuffled(seats) {
                if seat < ballots.count {
                    try other.vote(seat, ballots[seat])
                } else {
                    try other.withdraw(seat)
                }
            }
            #expect(other.room.polls == plain.room.polls, "seed \(seed)")
            #expect(other.result() == plain.result(), "seed \(seed)")
        }
    }

    @Test("the tally is a recount", arguments: forms)
    func recount(_ form: BallotForm) throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let ballots = Self.ballots(form, &chance)
            var stage = Stage.asking(form, seats: ballots.count)
            for (seat, ballot) in ballots.enumerated() { try stage.vote(seat, ballot) }
            let poll = try #require(stage.room.polls[Stage.poll])
            let recount = Recount(of: poll)
            #expect(poll.tally.counts == recount.counts, "seed \(seed)")
            #expect(poll.tally.numbers == recount.numbers, "seed \(seed)")
            #expect(poll.tally.answers == recount.ballots - recount.abstentions, "seed \(seed)")
        }
    }

    @Test("neutrality: options under other numbers have the same results", arguments: forms)
    func neutrality(_ form: BallotForm) throws {
        let count = form.options.count
        for seed in 1...40 as ClosedRange<UInt64> where count > 0 {
            var chance = SplitMix(seed: seed)
            let ballots = Self.ballots(form, &chance)
            let numbers = chance.shuffled(count)
            let renamed = ballots.map { Self.rename($0, numbers) }
            let result = OptionResults(try Self.result(ballots, of: form), count)
            let other = OptionResults(try Self.result(renamed, of: form), count)
            for option in 0..<count {
                #expect(result.values[option] == other.values[numbers[option]], "seed \(seed)")
            }
        }
    }

    private static func rename(_ ballot: Ballot, _ numbers: [Int]) -> Ballot {
        func moved(_ values: [Int]) -> [Int] {
            var moved = values
            for (option, value) in values.enumerated() { moved[numbers[option]] = value }
            return moved
        }
        return switch ballot {
        case .choices(let choices, let other):
            .choices(
                Choices(choices.numbers.map { $0 < numbers.count ? numbers[$0] : $0 })!,
                other: other
            )
        case .ranking(let order): .ranking(order.map { numbers[$0] })
        case .points(let points): .points(moved(points))
        case .grades(let grades): .grades(moved(grades))
        case .step, .number, .texts, .consent, .abstention: ballot
        }
    }

    /// Everything that a result says of each option.
    private struct OptionResults {
        private(set) var values: [[Int]]

        init(_ result: PollResult, _ count: Int) {
            switch result.outcome {
            case .choice(let counts), .points(let counts):
                values = counts.map { [$0] }
            case .ranking(let borda, let schulze):
                values = (0..<count).map {
                    [
                        borda.halfPoints[$0], borda.ranks[$0], schulze.ranks[$0],
                        schulze.condorcetWinner == $0 ? 1 : 0,
                    ]
                }
            case .judgement(let counts, let judgement):
                let width = counts.count / count
                values = (0..<count).map {
                    Array(counts[($0 * width)..<(($0 + 1) * width)])
                        + [judgement.grades[$0] ?? -1, judgement.ranks[$0]]
                }
            case .scale, .estimate, .texts, .consent:
                values = []
            }
        }
    }
}

// MARK: - Rankings

extension CountingTests {
    private static func schulze(_ ballots: [Ballot]) throws -> Schulze? {
        guard case .ranking(_, let schulze) = try result(ballots, of: .ranking(5)).outcome else {
            return nil
        }
        return schulze
    }

    @Test("whoever beats all others comes first and alone")
    func condorcet() throws {
        var winners = 0
        for seed in 1...300 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let ballots = Self.ballots(.ranking(5), &chance)
            let schulze = try #require(try Self.schulze(ballots))
            guard let winner = schulze.condorcetWinner else { continue }
            winners += 1
            #expect(schulze.ranks[winner] == 1, "seed \(seed)")
            #expect(schulze.ranks.count { $0 == 1 } == 1, "seed \(seed)")
        }
        #expect(winners > 50)
    }

    @Test("a first option that one more person prefers stays first (Schulze 2011, section 4.5)")
    func monotonicity() throws {
        for seed in 1...300 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            var ballots = Self.ballots(.ranking(5), &chance)
            let before = try #require(try Self.schulze(ballots))
            let first = try #require(before.ranks.firstIndex(of: 1))
            let changed = chance.number(ballots.count)
            guard case .ranking(let order) = ballots[changed] else { continue }
            let place = order.firstIndex(of: first) ?? order.count
            var raised = order.filter { $0 != first }
            raised.insert(first, at: chance.number(place + 1))
            ballots[changed] = .ranking(raised)
            let after = try #require(try Self.schulze(ballots))
            #expect(after.ranks[first] == 1, "seed \(seed)")
        }
    }

    @Test("nobody is first and last: turned round, a first one alone is not first again")
    func reversal() throws {
        for seed in 1...300 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let orders = (0..<(1 + chance.number(20))).map { _ in chance.shuffled(5) }
            let ranks = try #require(try Self.schulze(orders.map { .ranking($0) })).ranks
            let turned = try #require(try Self.schulze(orders.map { .ranking($0.reversed()) }))
            guard ranks.count(where: { $0 == 1 }) == 1, let first = ranks.firstIndex(of: 1) else {
                continue
            }
            #expect(turned.ranks[first] > 1, "seed \(seed)")
        }
    }
}
