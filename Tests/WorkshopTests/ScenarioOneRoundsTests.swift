import Scenarios
import Testing
import Workshop

/// The rounds of P6, the closing questions, and what may be shown by group.
@Suite("Scenario S1: rounds and groups")
struct ScenarioOneRoundsTests {
    private typealias Script = ScenarioOneTests
    private static let first = Activity.ID(rawValue: 0x201)
    private static let second = Activity.ID(rawValue: 0x202)

    private static let rule = Suppression(
        threshold: 5,
        leastRemainder: 5,
        additivity: .oneLinePerBallot,
        linesPerBallot: 1...1
    )

    /// The shown cells of a table, its totals last.
    static func shown(_ table: BreakdownTable) -> [[Int?]] {
        table.rows.map { $0.counts + [$0.total] }
    }

    @Test("S1.11, S1.12 P6 in two rounds: 18 / 15 / 9, then 15 / 23 / 4")
    func twoRounds() throws {
        var stage = try Script.complete()
        let question = ScenarioOne.Question.p6
        try stage.send(.addActivity(.poll(question.design()), id: Self.first, at: nil))
        try stage.send(.launch(Self.first))
        for seat in ScenarioOne.seats {
            try stage.vote(seat, question.ballot(of: seat), in: Self.first)
        }
        try stage.close(Self.first)
        let next = question.design(after: Self.first)
        try stage.send(.addActivity(.poll(next), id: Self.second, at: nil))
        try stage.send(.launch(Self.second))
        for seat in ScenarioOne.seats {
            try stage.vote(
                seat,
                ScenarioOne.secondBallot(of: seat),
                in: Self.second,
                earlier: ScenarioOne.firstLine(of: seat)
            )
        }
        #expect(Script.tally(of: Self.second, in: stage) == nil)
        #expect(stage.tables(of: Self.second).isEmpty)
        try stage.close(Self.second)
        #expect(Script.tally(of: Self.first, in: stage) == question.count)
        #expect(Script.tally(of: Self.second, in: stage) == ScenarioOne.secondCount)

        let table = try #require(stage.tables(of: Self.second).first)
        #expect(table.subject == .earlierRound)
        let cells = ScenarioOne.moves.map { $0 + [$0.reduce(0, +)] }
        // The line of those who abstained has nothing to show; 9 is a number of ballots.
        #expect(
            Self.shown(table) == [
                [12, nil, nil, 18], [nil, 14, nil, 15], [nil, nil, nil, 9],
            ]
        )
        #expect(table.rows.map(\.group) == [0, 1, 2])
        let rule = Suppression(
            threshold: 5,
            leastRemainder: 1,
            additivity: .oneLinePerBallot,
            linesPerBallot: 1...1
        )
        #expect(SuppressionTests.faults(cells, rule, publishing: Self.shown(table)).isEmpty)
        #expect(stage.room.polls[Self.second]?.earlierLines.isEmpty == true)
    }

    @Test("S1.5 P1 by college: no cell under five, and none that can be worked out")
    func byCollege() throws {
        var stage = try Script.complete()
        let question = ScenarioOne.Question.p1
        try stage.send(.addActivity(.poll(question.design(by: .college)), id: Self.first, at: nil))
        try stage.send(.launch(Self.first))
        for seat in ScenarioOne.seats where ![13, 20, 29].contains(seat) {
            try stage.vote(seat, question.ballot(of: seat), in: Self.first)
        }
        #expect(stage.tables(of: Self.first).isEmpty)
        try stage.close(Self.first)
        let cells = ScenarioOne.p1ByCollege.map { $0 + [$0.reduce(0, +)] }
        let table = try #require(stage.tables(of: Self.first).first)
        #expect(table.subject == .group(.college))
        // The college of four is not even named: its ballots are those of "others".
        #expect(table.rows.map(\.group) == [0, 1, nil])
        #expect(table.rows[2].counts.allSatisfy { $0 == nil } && table.rows[2].total == nil)
        #expect(table.rows[0].counts[1] == 8)
        #expect(SuppressionTests.faults(cells, Self.rule, publishing: Self.shown(table)).isEmpty)
    }

    @Test("no table by organisation: every one has fewer than five seats")
    func byOrganisation() throws {
        var stage = try Script.complete()
        let question = ScenarioOne.Question.p5
        let design = question.design(by: .organisation)
        try stage.send(.addActivity(.poll(design), id: Self.first, at: nil))
        try stage.send(.launch(Self.first))
        for seat in ScenarioOne.seats {
            try stage.vote(seat, question.ballot(of: seat), in: Self.first)
        }
        try stage.close(Self.first)
        #expect(stage.tables(of: Self.first).isEmpty)
    }

    @Test("S1.22 the closing scale: 4 / 4 / 8 / 15 / 11, sum 151, and seven texts")
    func closing() throws {
        var stage = try Script.complete()
        let scale = ScenarioOne.closingScale
        try stage.send(.addActivity(.poll(scale), id: Self.first, at: nil))
        try stage.send(.launch(Self.first))
        for seat in ScenarioOne.seats {
            try stage.vote(seat, ScenarioOne.closingStep(of: seat), in: Self.first)
        }
        let result = try #require(stage.result(of: Self.first))
        guard case .scale(let counts, let spread?) = result.outcome else {
            Issue.record("no scale")
            return
        }
        #expect(counts == ScenarioOne.closingCounts)
        #expect(spread.sum == 151 && spread.count == 42)
        #expect(spread.doubledQuartiles[1] == 8)

        let texts = ScenarioOne.closingTexts
        try stage.send(.addActivity(.poll(texts), id: Self.second, at: nil))
        try stage.send(.launch(Self.second))
        #expect(ScenarioOne.closingWriters.count == 7)
        for seat in ScenarioOne.closingWriters {
            try stage.vote(seat, .texts([.of(seat, "Merci")]), in: Self.second)
        }
        #expect(
            stage.result(of: Self.second)?.outcome
                == .texts([WordCount.Word(text: "Merci", count: 7)])
        )
    }
}
