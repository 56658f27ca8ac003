import Scenarios
import Testing
import Workshop

/// Objections that propose, and 47 actions to 19.
@Suite("Scenario S3")
struct ScenarioThreeTests {
    private static let first = Activity.ID(rawValue: 0x301)
    private static let second = Activity.ID(rawValue: 0x302)

    private static func opened(seats: Range<Int> = ScenarioThree.seats) throws -> Stage {
        let design = try RoomDesign(
            title: ScenarioThree.title,
            language: .french,
            organisations: [],
            colleges: ScenarioThree.colleges
        )
        var stage = Stage(design: design)
        for seat in seats {
            try stage.join(
                Seat(
                    id: Stage.id(seat),
                    token: SecretDigest((UInt64(seat), 3, 3, 3)),
                    name: "Personne \(seat)",
                    organisation: nil,
                    college: ScenarioThree.college(of: seat)
                )
            )
        }
        try stage.send(.open)
        return stage
    }

    private static func launch(
        _ design: PollDesign,
        as id: Activity.ID,
        in stage: inout Stage
    ) throws {
        try stage.send(.addActivity(.poll(design), id: id, at: nil))
        try stage.send(.launch(id))
    }

    /// The room after the first round of consent, closed.
    private static func afterFirstRound() throws -> Stage {
        var stage = try opened()
        try launch(ScenarioThree.consent(), as: first, in: &stage)
        for seat in ScenarioThree.seats where seat != 22 {
            let entry = ScenarioThree.proposals[seat].map { Entry.of(seat, $0) }
            try stage.vote(seat, .consent(ScenarioThree.firstAnswer(of: seat), entry), in: first)
        }
        for blank in [nil, Entry.of(22, "   ")] {
            #expect(throws: Refusal.proposalMissing) {
                try stage.vote(22, .consent(.object, blank), in: first)
            }
            #expect(
                stage.room.entity(.progress(first), for: .facilitators) == .answered(31, of: 32)
            )
        }
        let proposal = try #require(ScenarioThree.proposals[22])
        try stage.vote(22, .consent(.object, .of(22, proposal)), in: first)
        #expect(stage.result(of: first) == nil)
        try stage.close(first)
        return stage
    }

    @Test("S3.6 an objection without a proposal is refused; then 24 / 6 / 2")
    func consent() throws {
        let stage = try Self.afterFirstRound()
        #expect(stage.result(of: Self.first)?.outcome == .consent([24, 6, 2]))
        #expect(stage.result(of: Self.first)?.ballots == 32)
    }

    @Test("S3.7 the two proposals become notes without an author, once")
    func proposals() throws {
        var stage = try Self.afterFirstRound()
        let wall = try WallDesign(
            title: "Plénière",
            sections: ["Feuille de route", "Propositions"],
            writing: .shared,
            identity: .named,
            notesPerSeat: 4
        )
        try stage.send(.addActivity(.wall(wall), id: Stage.wall, at: nil))
        try stage.send(.launch(Stage.wall))
        let bring = RoomCommand.bringProposals(from: Self.first, to: Stage.wall, section: 1)
        #expect(try stage.send(bring).count == 2)
        #expect(try stage.send(bring) == [])
        for (seat, text) in ScenarioThree.proposals {
            let key = EntityKey.note(Stage.note(seat), on: Stage.wall)
            guard case .note(let view)? = stage.room.entity(key, for: .guests) else {
                Issue.record("the proposal of \(seat) is not on the wall")
                continue
            }
            #expect(view.text == text && view.section == 1)
            #expect(view.author == nil)
            #expect(view.origin == Self.first)
        }
        #expect(throws: Refusal.notYourNote) { try stage.edit(22, note: 22, "autre") }
        #expect(Room(replaying: stage.room.condensed, revision: stage.room.revision) == stage.room)
    }

    @Test("S3.8 round 2: 28 / 4 / 0, and no way to tell who objected")
    func secondRound() throws {
        var stage = try Self.afterFirstRound()
        try Self.launch(ScenarioThree.consent(after: Self.first), as: Self.second, in: &stage)
        for seat in ScenarioThree.seats {
            try stage.vote(
                seat,
                .consent(ScenarioThree.secondAnswer(of: seat)),
                in: Self.second,
                earlier: ScenarioThree.firstAnswer(of: seat).line
            )
        }
        try stage.close(Self.second)
        #expect(stage.result(of: Self.second)?.outcome == .consent([28, 4, 0]))
        #expect(stage.result(of: Self.first)?.outcome == .consent([24, 6, 2]))
        for id in [Self.first, Self.second] {
            for table in stage.tables(of: id) { try Self.checkTable(table, of: id) }
        }
    }

    /// The breakdown rule on what was really published, against what was really answered.
    private static func checkTable(_ table: BreakdownTable, of id: Activity.ID) throws {
        func group(_ seat: Int) -> Int {
            table.subject == .earlierRound
                ? ScenarioThree.firstAnswer(of: seat).line : ScenarioThree.college(of: seat)
        }
        let groups = table.rows.compactMap(\.group)
        var cells = table.rows.map { _ in [0, 0, 0, 0, 0] }
        for seat in ScenarioThree.seats {
            let row = groups.firstIndex(of: group(seat)) ?? groups.count
            let answer =
                id == first
                ? ScenarioThree.firstAnswer(of: seat) : ScenarioThree.secondAnswer(of: seat)
            cells[row][answer.line] += 1
            cells[row][4] += 1
        }
        let rule = Suppression(
            threshold: 5,
            leastRemainder: 1,
            additivity: .oneLinePerBallot,
            linesPerBallot: 1...1
        )
        let shown = ScenarioOneRoundsTests.shown(table)
        #expect(SuppressionTests.faults(cells, rule, publishing: shown).isEmpty, "\(shown)")
    }

    @Test("S3.10 to S3.12 47 actions: 10 adopted, 18 to round 2, 19 left; then 9 more")
    func actions() throws {
        #expect(ScenarioThree.actions.count == 47)
        let sizes = Dictionary(grouping: ScenarioThree.actions, by: \.ambition).mapValues(\.count)
        #expect(sizes.values.sorted() == [11, 11, 12, 13])
        var stage = try Self.opened(seats: ScenarioThree.members)
        let all = Array(ScenarioThree.actions.indices)
        let design = ScenarioThree.choice(among: all, count: 5...24)
        try Self.launch(design, as: Self.first, in: &stage)
        #expect(throws: Refusal.wrongNumberOfChoices) {
            try stage.vote(4, .choices(Choices(0..<25)!), in: Self.first)
        }
        for member in ScenarioThree.members {
            let choices = Choices(ScenarioThree.firstChoices(of: member))!
            try stage.vote(member, .choices(choices), in: Self.first)
        }
        try stage.close(Self.first)
        #expect(stage.result(of: Self.first)?.outcome == .choice(ScenarioThree.firstVoices))
        #expect(ScenarioThree.firstVoices.reduce(0, +) == 210)

        let adopted = all.filter { ScenarioThree.firstVoices[$0] >= 7 }
        let open = all.filter { (4...6).contains(ScenarioThree.firstVoices[$0]) }
        #expect([adopted.count, open.count, 47 - adopted.count - open.count] == [10, 18, 19])

        let next = ScenarioThree.choice(among: open, count: 5...11, after: Self.first)
        try Self.launch(next, as: Self.second, in: &stage)
        for member in ScenarioThree.members {
            let choices = Choices(ScenarioThree.secondChoices(of: member))!
            try stage.vote(member, .choices(choices), in: Self.second)
        }
        try stage.close(Self.second)
        #expect(stage.result(of: Self.second)?.outcome == .choice(ScenarioThree.secondVoices))
        let more = open.indices.filter { ScenarioThree.secondVoices[$0] >= 6 }.map { open[$0] }
        #expect(more.count == 9)
        let names = (adopted + more).sorted().map { ScenarioThree.actions[$0].id }
        #expect(names == ScenarioThree.adopted)
    }
}
