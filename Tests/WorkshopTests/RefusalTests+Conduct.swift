import Workshop

/// Refusals of what a facilitator does with a poll, and of ballots from before an edit.
extension RefusalTests {
    private static let now = Moment(milliseconds: 1_000_000_000)
    private static let soon = Moment(milliseconds: 1_000_060_000)
    private static let guestVoice = RoomCommand.declareHands([1, 0, 0, 0], in: Stage.poll)

    static let conduct: [Case] = [
        Case(.pollChanged, "a ballot from before the edit", in: edited) {
            try $0.send(ballot($0, edition: 0), by: .participant(Stage.id(0)))
        },
        Case(.pollChanged, "a ballot from after the next edit", in: edited) {
            try $0.send(ballot($0, edition: 2), by: .participant(Stage.id(0)))
        },
        Case(.invalidHands, "three numbers for four lines", in: .voting()) {
            try $0.send(.declareHands([1, 0, 0], in: Stage.poll))
        },
        Case(.invalidHands, "fewer than no hands", in: .voting()) {
            try $0.send(.declareHands([-1, 0, 0, 0], in: Stage.poll))
        },
        Case(.invalidHands, "100,001 hands", in: .voting()) {
            try $0.send(.declareHands([100_001, 0, 0, 0], in: Stage.poll))
        },
        Case(.invalidHands, "hands for a ranking", in: .asking(.ranking())) {
            try $0.send(guestVoice)
        },
        Case(
            .invalidHands,
            "raised for an abstention where there is none",
            in: .voting(Stage.pollDesign(abstention: .notOffered))
        ) { try $0.send(.declareHands([0, 0, 0, 1], in: Stage.poll)) },
        Case(.pollNotOpen, "hands for a draft", in: Stage.drafting) { try $0.send(guestVoice) },
        Case(.roomEnded, "hands after the end", in: ended) { try $0.send(guestVoice) },
        Case(.notAllowed, "a guest declares hands", in: .voting()) {
            try $0.send(guestVoice, by: .guest)
        },
        Case(.unknownActivity, "a timer for a draft", in: Stage.drafting) {
            try $0.send(.setTimer(until: soon, for: Stage.poll, at: now))
        },
        Case(.unknownActivity, "a timer for a closed poll", in: Stage.closedPoll) {
            try $0.send(.setTimer(until: soon, for: Stage.poll, at: now))
        },
        Case(.invalidTimer, "over a day ahead", in: .voting()) {
            let end = Moment(milliseconds: now.milliseconds + 86_400_001)
            try $0.send(.setTimer(until: end, for: Stage.poll, at: now))
        },
        Case(.invalidTimer, "over a minute ago", in: .voting()) {
            let end = Moment(milliseconds: now.milliseconds - 60_001)
            try $0.send(.setTimer(until: end, for: Stage.poll, at: now))
        },
        Case(.invalidTimer, "before every time", in: .voting()) {
            let end = Moment(milliseconds: .min)
            try $0.send(.setTimer(until: end, for: Stage.poll, at: now))
        },
        Case(.invalidTimer, "longer for one where there is no time", in: .voting()) {
            try $0.send(.extendTime(Stage.id(0), until: soon, for: Stage.poll, at: now))
        },
        Case(.unknownSeat, "longer for nobody", in: timed) {
            try $0.send(.extendTime(Stage.id(7), until: soon, for: Stage.poll, at: now))
        },
        Case(.unknownActivity, "longer in a draft", in: Stage.drafting) {
            try $0.send(.extendTime(Stage.id(0), until: soon, for: Stage.poll, at: now))
        },
        Case(.unknownActivity, "a round after a draft", in: Stage.drafting) {
            let next = Stage.design(.choice(), follows: Stage.poll)
            try $0.send(.addActivity(.poll(next), id: Stage.round, at: nil))
        },
        Case(.unknownActivity, "a round after a wall", in: .writing()) {
            let next = Stage.design(.choice(), follows: Stage.wall)
            try $0.send(.addActivity(.poll(next), id: Stage.round, at: nil))
        },
        Case(.unknownActivity, "a round after itself", in: Stage.drafting) {
            let next = Stage.design(.choice(), follows: Stage.poll)
            try $0.send(.editActivity(.poll(next), id: Stage.poll))
        },
        Case(.unknownActivity, "a poll that becomes a wall", in: Stage.drafting) {
            try $0.send(.editActivity(.wall(Stage.wallDesign()), id: Stage.poll))
        },
        Case(.notADraft, "another identity after the launch", in: .voting()) {
            let named = Stage.pollDesign(identity: .named)
            try $0.send(.editActivity(.poll(named), id: Stage.poll))
        },
        Case(.notADraft, "results at another time after the launch", in: .voting()) {
            let later = Stage.pollDesign(results: .onClose)
            try $0.send(.editActivity(.poll(later), id: Stage.poll))
        },
        Case(.notADraft, "a breakdown after the launch", in: .voting()) {
            let broken = Stage.design(.choice(), breakdown: .college)
            try $0.send(.editActivity(.poll(broken), id: Stage.poll))
        },
        Case(.notADraft, "a lower threshold after the launch", in: strict) {
            let broken = Stage.design(.choice(), breakdown: .college)
            try $0.send(.editActivity(.poll(broken), id: Stage.poll))
        },
        Case(.notADraft, "the 51st edit after the launch", in: editedOften) {
            try $0.send(.editActivity(.poll(Stage.pollDesign(options: 9)), id: Stage.poll))
        },
    ]

    static let proposals: [Case] = [
        Case(.notDue, "proposals of an open poll", in: objected(.onClose)) { try $0.send(bring()) },
        Case(.unknownSection, "to the third section of two", in: objected(.live)) {
            try $0.send(bring(section: 2))
        },
        Case(.wallNotOpen, "to a wall that is a draft", in: objected(.live, wall: .draft)) {
            try $0.send(bring())
        },
        Case(.wallClosed, "to a closed wall", in: objected(.live, wall: .closed)) {
            try $0.send(bring())
        },
        Case(.unknownActivity, "to a poll", in: objected(.live)) {
            try $0.send(.bringProposals(from: Stage.poll, to: Stage.poll, section: 0))
        },
        Case(.wallFull, "to a full wall", in: objectedBesideFullWall) { try $0.send(bring()) },
    ]

    private static func bring(section: Int = 0) -> RoomCommand {
        .bringProposals(from: Stage.poll, to: Stage.wall, section: section)
    }

    private static func ballot(_ stage: Stage, edition: Int) -> RoomCommand {
        let author = stage.key(of: 0, in: Stage.poll)
        return .castBallot(.of(0), in: Stage.poll, by: author, edition: edition)
    }

    private static let edited: Stage = {
        var stage = Stage.voting()
        try! stage.send(.editActivity(.poll(Stage.pollDesign(options: 4)), id: Stage.poll))
        return stage
    }()

    private static let editedOften: Stage = {
        var stage = Stage.voting()
        for edit in 1...Limits.editsAfterLaunch {
            let design = Stage.pollDesign(options: 3 + edit % 2)
            try! stage.send(.editActivity(.poll(design), id: Stage.poll))
        }
        return stage
    }()

    private static let strict: Stage = {
        var conduct = PollDesign.Conduct()
        conduct.breakdown = .college
        conduct.threshold = 6
        let design = try! PollDesign(
            question: "?",
            form: .choice(),
            abstention: .offered,
            results: .live,
            identity: .anonymous,
            conduct: conduct
        )
        return Stage.voting(design)
    }()

    private static let timed: Stage = {
        var stage = Stage.voting()
        try! stage.send(.setTimer(until: soon, for: Stage.poll, at: now))
        return stage
    }()

    private static func objected(
        _ results: PollDesign.ResultsPolicy,
        wall: Wall.Phase = .open
    ) -> Stage {
        var stage = Stage.asking(.consent, results: results)
        stage.apply(.activityAdded(.wall(Stage.wallDesign()), id: Stage.wall, at: 1))
        if wall > .draft { stage.apply(.launched(Stage.wall)) }
        if wall > .open { stage.apply(.closed(Stage.wall)) }
        try! stage.vote(0, .consent(.object, .of(1)))
        return stage
    }

    private static let objectedBesideFullWall: Stage = {
        var stage = Stage.fullWall
        stage.apply(.activityAdded(.poll(Stage.design(.consent)), id: Stage.poll, at: 1))
        stage.apply(.launched(Stage.poll))
        try! stage.vote(0, .consent(.object, .of(99_999)))
        return stage
    }()
}
