import Scenarios
import Testing
import Workshop

/// 735 people, 25 themes to 10 to 4, and hands beside ballots.
@Suite("Scenario S5")
struct ScenarioFiveTests {
    private static let first = Activity.ID(rawValue: 0x501)
    private static let second = Activity.ID(rawValue: 0x502)

    private static let hall: Stage = {
        let design = try! RoomDesign(
            title: ScenarioFive.title,
            language: .french,
            organisations: [],
            colleges: ScenarioFive.colleges
        )
        var stage = Stage(design: design)
        for seat in ScenarioFive.seats {
            stage.apply(
                .seatTaken(
                    Seat(
                        id: Stage.id(seat),
                        token: SecretDigest((UInt64(seat), 5, 5, 5)),
                        name: "Personne \(seat)",
                        organisation: nil,
                        college: ScenarioFive.college(of: seat)
                    )
                )
            )
        }
        stage.apply(.opened)
        return stage
    }()

    private static func launch(
        _ design: PollDesign,
        as id: Activity.ID,
        in stage: inout Stage
    ) throws {
        try stage.send(.addActivity(.poll(design), id: id, at: nil))
        try stage.send(.launch(id))
    }

    /// How many ballots hold 1, 2, 3… options.
    private static func sizes(_ ballots: [Choices], upTo most: Int) -> [Int] {
        (1...most).map { size in ballots.count { $0.count == size } }
    }

    @Test("S5.3 to S5.5 round 1: 3,445 choices of 735 people; two lines lose their cells")
    func firstRound() throws {
        var stage = Self.hall
        try Self.launch(ScenarioFive.firstRound, as: Self.first, in: &stage)
        let ballots = ScenarioFive.seats.map(ScenarioFive.firstChoices)
        for (seat, choices) in ballots.enumerated() {
            try stage.vote(seat, .choices(choices), in: Self.first)
            // A lost acknowledgement: the same again, twice.
            for _ in 0..<2 where seat % 49 == 0 {
                #expect(try stage.vote(seat, .choices(choices), in: Self.first) == [])
            }
        }
        #expect(stage.room.entity(.progress(Self.first), for: .displays) == .answered(735, of: 735))
        #expect(stage.result(of: Self.first) == nil)
        try stage.close(Self.first)
        #expect(stage.result(of: Self.first)?.outcome == .choice(ScenarioFive.firstVotes))
        #expect(ScenarioFive.firstVotes.reduce(0, +) == 3_445)
        #expect(Self.sizes(ballots, upTo: 5) == [9, 16, 40, 66, 604])
        let votes = ScenarioFive.firstVotes
        let order = votes.indices.sorted { (votes[$1], $0) < (votes[$0], $1) }
        #expect(Array(order.prefix(10)) == ScenarioFive.kept)

        let table = try #require(stage.tables(of: Self.first).first)
        #expect(table.rows.map(\.group) == [0, 1] && table.rows.map(\.total) == [560, 175])
        // M04 (9 and 1) and M11 (10 and 3); the last line is the abstention, which nobody has.
        for row in table.rows {
            #expect(row.counts.indices.filter { row.counts[$0] == nil } == [4, 11])
        }
    }

    @Test("S5.6, S5.7 round 2: 1,971 choices; line 2 loses both its cells, all others are shown")
    func secondRound() throws {
        var stage = Self.hall
        try Self.launch(ScenarioFive.firstRound, as: Self.first, in: &stage)
        try stage.close(Self.first)
        let design = ScenarioFive.secondRound(after: Self.first)
        try Self.launch(design, as: Self.second, in: &stage)
        let ballots = ScenarioFive.seats.map(ScenarioFive.secondChoices)
        for (seat, choices) in ballots.enumerated() {
            try stage.vote(seat, .choices(choices), in: Self.second)
        }
        try stage.close(Self.second)
        let votes = ScenarioFive.secondVotes
        #expect(stage.result(of: Self.second)?.outcome == .choice(votes))
        #expect(votes.reduce(0, +) == 1_971)
        #expect(Self.sizes(ballots, upTo: 3) == [51, 132, 552])
        let order = votes.indices.sorted { votes[$0] > votes[$1] }
        #expect(order.prefix(4).map { ScenarioFive.kept[$0] } == [23, 9, 19, 8])

        let table = try #require(stage.tables(of: Self.second).first)
        #expect(stage.tables(of: Self.second).count == 1)
        for (row, counts) in zip(table.rows, ScenarioFive.secondByCollege) {
            var expected: [Int?] = counts + [0]
            expected[2] = nil
            #expect(row.counts == expected)
        }
        let cells = zip(ScenarioFive.secondByCollege, [560, 175]).map { $0 + [0, $1] }
        let shown = ScenarioOneRoundsTests.shown(table)
        let rule = Suppression(
            threshold: 5,
            leastRemainder: 5,
            additivity: .severalLinesPerBallot,
            linesPerBallot: 1...3
        )
        #expect(SuppressionTests.faults(cells, rule, publishing: shown).isEmpty)
    }

    @Test("S5.11 721 ballots, and 14 hands apart from them")
    func hands() throws {
        var stage = Self.hall
        try Self.launch(ScenarioFive.closing, as: Self.first, in: &stage)
        for seat in ScenarioFive.seats where !ScenarioFive.raisesHand(seat) {
            try stage.vote(seat, ScenarioFive.closingBallot(of: seat), in: Self.first)
        }
        let hands = ScenarioFive.seats.count(where: ScenarioFive.raisesHand)
        try stage.send(.declareHands([hands, 0, 0, 0], in: Self.first))
        let result = try #require(stage.result(of: Self.first))
        #expect(result.ballots == 721 && result.abstentions == 73)
        #expect(result.outcome == .choice([289, 214, 145]))
        #expect(result.declaredHands == [14, 0, 0, 0])
        #expect(stage.room.entity(.progress(Self.first), for: .displays) == .answered(721, of: 735))
        try stage.send(.declareHands([0, 0, 0, 0], in: Self.first))
        #expect(stage.result(of: Self.first)?.declaredHands == nil)
    }
}
