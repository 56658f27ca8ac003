import Testing
import Workshop

@Suite("A command sent twice has the effect of one [P18]")
struct RepetitionTests {
    @Test("[P5] a join repeated makes no second seat")
    func joinTwice() throws {
        var stage = Stage()
        #expect(try stage.join(Stage.seat(1)) == [.seatTaken(Stage.seat(1))])
        #expect(try stage.join(Stage.seat(1)) == [])
        #expect(try stage.join(Stage.seat(1, name: "Autre")) == [])
        #expect(stage.room.seats.count == 1)
    }

    @Test("[P5] a seat can come back when the room is full or has ended")
    func joinLate() throws {
        var stage = RefusalTests.fullRoom
        #expect(try stage.join(Stage.seat(0)) == [])
        stage.apply(.ended(at: Moment(milliseconds: 1)))
        #expect(try stage.join(Stage.seat(0)) == [])
    }

    @Test("a second ballot replaces the first, a copy changes nothing")
    func ballots() throws {
        var stage = Stage.voting()
        try stage.vote(0, .of(0))
        #expect(try stage.vote(0, .of(0)) == [])
        try stage.vote(0, .of(2))
        #expect(stage.room.polls[Stage.poll]?.tally.counts == [0, 0, 1])
        #expect(stage.room.polls[Stage.poll]?.tally.ballots == 1)
        try stage.withdraw(0)
        #expect(try stage.withdraw(0) == [])
        #expect(stage.room.polls[Stage.poll]?.tally.ballots == 0)
    }

    @Test("a copy of a recorded ballot is acknowledged after the close and after the end")
    func lateBallots() throws {
        var stage = Stage.closedPoll
        #expect(try stage.vote(0, .of(0)) == [])
        stage.apply(.ended(at: Moment(milliseconds: 1)))
        #expect(try stage.vote(0, .of(0)) == [])
    }

    @Test("[P18] a copy of a withdrawal is acknowledged after the close of a named poll")
    func lateNamedWithdrawals() throws {
        var stage = Stage.voting(Stage.pollDesign(identity: .named))
        try stage.vote(0, .of(0))
        try stage.withdraw(0)
        stage.apply(.closed(Stage.poll))
        #expect(try stage.withdraw(0) == [])
    }

    @Test("[P16] a withdrawal after the close of an anonymous poll is refused, not guessed")
    func lateAnonymousWithdrawals() throws {
        var stage = Stage.voting()
        try stage.vote(0, .of(0))
        stage.apply(.closed(Stage.poll))
        #expect(throws: Refusal.pollClosed) {
            try stage.room.decide(
                .withdrawBallot(in: Stage.poll, by: .seat(Stage.id(0))),
                by: .participant(Stage.id(0))
            )
        }
    }

    @Test("a copy of a post is acknowledged after edit, withdrawal and close, and does nothing")
    func latePosts() throws {
        var stage = Stage.noted
        try stage.edit(0, note: 1, "autre")
        #expect(try stage.post(0, note: 1) == [])
        try stage.takeBack(0, note: 1)
        #expect(try stage.post(0, note: 1) == [])
        #expect(try stage.takeBack(0, note: 1) == [])
        #expect(stage.room.walls[Stage.wall]?.notes == [:])

        var closed = Stage.closedWall
        #expect(try closed.post(0, note: 1) == [])
    }

    @Test("a copy of an edit or a withdrawal is acknowledged after the close")
    func lateEdits() throws {
        var stage = Stage.noted
        try stage.post(0, note: 2)
        try stage.edit(0, note: 1, "autre")
        try stage.takeBack(0, note: 2)
        stage.apply(.closed(Stage.wall))
        #expect(try stage.edit(0, note: 1, "autre") == [])
        #expect(try stage.takeBack(0, note: 2) == [])
    }

    @Test("every facilitator's command can be repeated")
    func facilitator() throws {
        var stage = Stage.noted
        let design = Activity.Design.poll(Stage.pollDesign(results: .onReveal))
        let edited = Activity.Design.poll(Stage.pollDesign(options: 4, results: .onReveal))
        let wall = Activity.Design.wall(Stage.wallDesign())
        let draft = Activity.ID(rawValue: 7)
        let commands: [RoomCommand] = [
            .open, .addActivity(design, id: Stage.poll, at: 0),
            .editActivity(edited, id: Stage.poll),
            .moveActivity(Stage.poll, to: 1), .addActivity(wall, id: draft, at: nil),
            .removeActivity(draft), .launch(Stage.poll), .close(Stage.poll), .reveal(Stage.poll),
            .focus(nil), .focus(Stage.wall), .show(.welcome), .show(.activity(Stage.poll)),
            .hideNote(Stage.note(1), on: Stage.wall, reason: "x"),
            .restoreNote(Stage.note(1), on: Stage.wall, reason: "y"),
            .end(at: Moment(milliseconds: 5)),
        ]
        for command in commands {
            let first = try stage.send(command)
            #expect(!first.isEmpty || command == .open, "\(command)")
            #expect(try stage.send(command) == [], "\(command)")
        }
        #expect(try stage.send(.end(at: Moment(milliseconds: 6))) == [])
        #expect(stage.room.ended == Moment(milliseconds: 5))
    }

    @Test("every command about a poll can be repeated")
    func polls() throws {
        var stage = Stage.asking(.consent)
        stage.apply(.activityAdded(.wall(Stage.wallDesign()), id: Stage.wall, at: 1))
        stage.apply(.launched(Stage.wall))
        let edited = Activity.Design.poll(
            try PollDesign(
                question: "Et ainsi ?",
                form: .consent,
                abstention: .offered,
                results: .live,
                identity: .anonymous
            )
        )
        #expect(try stage.send(.editActivity(edited, id: Stage.poll)).count == 1)
        #expect(try stage.send(.editActivity(edited, id: Stage.poll)) == [])
        let author = stage.key(of: 0, in: Stage.poll)
        let vote = RoomCommand.castBallot(
            .consent(.object, .of(1)),
            in: Stage.poll,
            by: author,
            edition: 1
        )
        #expect(try stage.send(vote, by: .participant(Stage.id(0))).count == 1)
        #expect(try stage.send(vote, by: .participant(Stage.id(0))) == [])
        let (now, soon) = (Moment(milliseconds: 0), Moment(milliseconds: 60_000))
        let commands: [RoomCommand] = [
            .setTimer(until: soon, for: Stage.poll, at: now),
            .extendTime(Stage.id(0), until: soon, for: Stage.poll, at: now),
            .declareHands([1, 0, 0, 0], in: Stage.poll),
            .hideEntry(Stage.note(1), in: Stage.poll, reason: "x"),
            .restoreEntry(Stage.note(1), in: Stage.poll, reason: "y"),
            .bringProposals(from: Stage.poll, to: Stage.wall, section: 0),
            .setTimer(until: nil, for: Stage.poll, at: now),
            .declareHands([0, 0, 0, 0], in: Stage.poll),
        ]
        for command in commands {
            #expect(try stage.send(command).count == 1, "\(command)")
            #expect(try stage.send(command) == [], "\(command)")
        }
    }
}
