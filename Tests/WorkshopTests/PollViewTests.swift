import Testing
import Workshop

@Suite("What is seen of a poll of any kind [P10]")
struct PollViewTests {
    private static let now = Moment(milliseconds: 1_000_000)

    private static func later(_ seconds: Int64) -> Moment {
        Moment(milliseconds: now.milliseconds + seconds * 1_000)
    }

    @Test("[P13] texts and hands are absent for everybody until results are due")
    func beforeTheClose() throws {
        var stage = Stage.asking(.choice(3, count: 1...3, other: .offered), results: .onClose)
        try stage.vote(0, .choices(Choices([3])!, other: .of(1, "Un forum")))
        try stage.send(.declareHands([2, 0, 0, 0, 0], in: Stage.poll))
        let keys: [EntityKey] = [
            .tally(Stage.poll), .entry(Stage.note(1), of: Stage.poll), .voters(Stage.poll),
            .tables(Stage.poll), .moderation(of: Stage.poll),
        ]
        for audience in Audience.allCases {
            for key in keys { #expect(stage.room.entity(key, for: audience) == nil) }
        }
        try stage.close()
        #expect(stage.result()?.declaredHands == [2, 0, 0, 0, 0])
        #expect(stage.result()?.outcome == .choice([0, 0, 0, 1]))
        let key = EntityKey.entry(Stage.note(1), of: Stage.poll)
        guard case .entry(let view)? = stage.room.entity(key, for: .guests) else {
            Issue.record("no text")
            return
        }
        #expect(view.text == "Un forum" && view.consent == nil && view.poll == Stage.poll)
    }

    @Test("the launch starts the timer of a poll; the close takes it away")
    func timer() throws {
        var conduct = PollDesign.Conduct()
        conduct.seconds = 90
        let design = try PollDesign(
            question: "?",
            form: .consent,
            abstention: .offered,
            results: .live,
            identity: .anonymous,
            conduct: conduct
        )
        var stage = Stage(seats: 2)
        stage.apply(.opened)
        stage.apply(.activityAdded(.poll(design), id: Stage.poll, at: 0))
        try stage.send(.launch(Stage.poll, at: Self.now))
        let end = Entity.time(until: Self.later(90))
        for audience in Audience.allCases {
            #expect(stage.room.entity(.timer(Stage.poll), for: audience) == end)
        }
        try stage.close()
        #expect(stage.room.entity(.timer(Stage.poll), for: .guests) == nil)
    }

    @Test("longer for one seat is known to that seat alone; [P19] time closes nothing")
    func longer() throws {
        var stage = Stage.voting()
        try stage.send(.setTimer(until: Self.later(60), for: Stage.poll, at: Self.now))
        let before = Audience.allCases.map { stage.room.entity(.timer(Stage.poll), for: $0) }
        try stage.send(
            .extendTime(Stage.id(1), until: Self.later(120), for: Stage.poll, at: Self.now)
        )
        let after = Audience.allCases.map { stage.room.entity(.timer(Stage.poll), for: $0) }
        #expect(before == after)
        #expect(stage.room.ownTime(Stage.poll, of: Stage.id(0)) == nil)
        #expect(
            stage.room.ownTime(Stage.poll, of: Stage.id(1)) == .time(until: Self.later(120))
        )
        try stage.send(.setTimer(until: Self.later(180), for: Stage.poll, at: Self.now))
        #expect(stage.room.ownTime(Stage.poll, of: Stage.id(1)) == nil, "all have longer now")
        #expect(try stage.vote(0, .of(0)).count == 1)
    }

    @Test("[P13] moves since a round that is still hidden wait until it is revealed")
    func movesWait() throws {
        let seats = 20
        var stage = Stage.voting(Stage.design(.choice(2), results: .onReveal), seats: seats)
        for seat in 0..<seats { try stage.vote(seat, .of(seat % 2)) }
        try stage.close()
        let next = Stage.design(.choice(2), follows: Stage.poll)
        try stage.send(.addActivity(.poll(next), id: Stage.round, at: nil))
        try stage.send(.launch(Stage.round))
        for seat in 0..<seats {
            try stage.vote(seat, .of(seat / 10), in: Stage.round, earlier: seat % 2)
        }
        try stage.close(Stage.round)
        #expect(stage.result(of: Stage.round) != nil)
        #expect(stage.tables(of: Stage.round).isEmpty)
        let named = stage.room.advance(by: .revealed(Stage.poll))
        #expect(named.contains(.tables(Stage.round)))
        #expect(stage.tables(of: Stage.round).map(\.subject) == [.earlierRound])
    }

    @Test("what somebody said before goes with the ballot: when it is taken back, and at the close")
    func earlierLines() throws {
        var stage = Stage.voting(Stage.design(.choice(2)))
        try stage.close()
        let next = Stage.design(.choice(2), follows: Stage.poll)
        try stage.send(.addActivity(.poll(next), id: Stage.round, at: nil))
        try stage.send(.launch(Stage.round))
        func earlier() -> Int? { stage.room.polls[Stage.round]?.earlierLines.values.first }
        try stage.vote(0, .of(0), in: Stage.round, earlier: 2)
        #expect(earlier() == 2)
        try stage.vote(0, .of(0), in: Stage.round, earlier: 3)
        #expect(earlier() == nil, "there is no such line")
        try stage.vote(0, .of(0), in: Stage.round, earlier: 1)
        try stage.withdraw(0, in: Stage.round)
        #expect(earlier() == nil)
        try stage.vote(0, .of(0), in: Stage.round, earlier: 1)
        #expect(earlier() == 1)
        try stage.close(Stage.round)
        #expect(earlier() == nil)
    }

    @Test("an edit after the launch is a new edition, and takes back declared hands")
    func editions() throws {
        var stage = Stage.voting()
        try stage.send(.declareHands([3, 0, 0, 0], in: Stage.poll))
        let other = Stage.pollDesign(options: 4)
        try stage.send(.editActivity(.poll(other), id: Stage.poll))
        #expect(
            stage.room.entity(.activity(Stage.poll), for: .guests)
                == .poll(other, .open, edition: 1)
        )
        #expect(stage.result()?.declaredHands == nil)
        #expect(stage.result()?.outcome == .choice([0, 0, 0, 0]))
    }

    @Test("who answered what in a named poll without lines is listed by name")
    func namedRanking() throws {
        let design = Stage.design(.ranking(), identity: .named)
        var stage = Stage.voting(design, seats: 3)
        try stage.vote(2, .ranking([1]))
        try stage.vote(0, .ranking([2, 0]))
        try stage.vote(1, .abstention)
        guard case .voters(let list)? = stage.room.entity(.voters(Stage.poll), for: .facilitators)
        else {
            Issue.record("no voters")
            return
        }
        #expect(list.ballots.map(\.name) == ["Personne 0", "Personne 2"])
        #expect(list.ballots.map(\.ballot) == [.ranking([2, 0]), .ranking([1])])
        #expect(list.abstained == ["Personne 1"] && list.lines.isEmpty)
        #expect(stage.room.entity(.voters(Stage.poll), for: .participants) == nil)
    }
}
