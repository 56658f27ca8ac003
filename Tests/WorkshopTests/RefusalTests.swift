import Testing
import Workshop

/// Every refusal, in the smallest room that produces it.
@Suite("Refusals leave no trace [P17]")
struct RefusalTests {
    typealias Attempt = @Sendable (inout Stage) throws -> Void

    struct Case: Sendable, CustomTestStringConvertible {
        let refusal: Refusal
        let say: String
        let stage: Stage
        let attempt: Attempt

        var testDescription: String { "\(refusal): \(say)" }

        init(_ refusal: Refusal, _ say: String, in stage: Stage, _ attempt: @escaping Attempt) {
            (self.refusal, self.say, self.stage, self.attempt) = (refusal, say, stage, attempt)
        }
    }

    private static let all = rooms + polls + walls + ballots + texts + conduct + proposals

    @Test("each refusal, and the room is as before", arguments: all)
    func refusal(_ example: Case) {
        var stage = example.stage
        #expect(throws: example.refusal) { try example.attempt(&stage) }
        #expect(stage.room == example.stage.room)
    }

    @Test("no refusal is left without an example")
    func everyRefusal() {
        // Designs are refused before there is a room to refuse them: see the tests of limits.
        let examples = Set(Self.all.map(\.refusal))
            .union([.invalidRoom, .invalidActivity])
        #expect(examples == Set(Refusal.allCases))
    }

    static let fullRoom: Stage = {
        var stage = Stage(seats: Limits.seats)
        stage.apply(.opened)
        return stage
    }()

    static let ended: Stage = {
        var stage = Stage.voting()
        stage.apply(.closed(Stage.poll))
        stage.apply(.ended(at: Moment(milliseconds: 1)))
        return stage
    }()

    static let rooms: [Case] = [
        Case(.notAllowed, "a participant opens the room", in: Stage(seats: 1)) {
            try $0.send(.open, by: .participant(Stage.id(0)))
        },
        Case(.notAllowed, "a guest votes", in: .voting()) {
            let author = $0.key(of: 0, in: Stage.poll)
            try $0.send(.castBallot(.of(0), in: Stage.poll, by: author), by: .guest)
        },
        Case(.notAllowed, "somebody without a seat votes", in: .voting()) {
            try $0.vote(2, .of(0))
        },
        Case(.notAllowed, "a display adds a poll", in: Stage()) {
            try $0.send(
                .addActivity(.poll(Stage.pollDesign()), id: Stage.poll, at: nil),
                by: .display
            )
        },
        Case(.notAllowed, "a participant hides a note", in: .writing()) {
            try $0.post(0, note: 1)
            try $0.send(
                .hideNote(Stage.note(1), on: Stage.wall, reason: ""),
                by: .participant(Stage.id(0))
            )
        }.posting(),
        Case(.roomNotOpen, "a launch in the lobby", in: Stage()) {
            try $0.send(.launch(Stage.poll))
        },
        Case(.roomEnded, "a new seat after the end", in: ended) { try $0.join(Stage.seat(9)) },
        Case(.roomEnded, "a new poll after the end", in: ended) {
            try $0.send(.addActivity(.poll(Stage.pollDesign()), id: Stage.wall, at: nil))
        },
        Case(.roomFull, "one seat too many", in: fullRoom) {
            try $0.join(Stage.seat(Limits.seats))
        },
        Case(.invalidJoin, "another token for the same seat", in: Stage(seats: 1)) {
            let forged = SecretDigest((99, 0, 0, 0))
            try $0.join(
                Seat(id: Stage.id(0), token: forged, name: "A", organisation: nil, college: nil)
            )
        },
        Case(.invalidJoin, "an organisation that is not in the list", in: Stage()) {
            let token = SecretDigest((0, 0, 0, 0))
            try $0.join(Seat(id: Stage.id(0), token: token, name: "A", organisation: 2, college: 0))
        },
        Case(.invalidJoin, "a blank name", in: Stage()) { try $0.join(Stage.seat(0, name: " ")) },
        Case(.unknownActivity, "a launch of nothing", in: .voting()) {
            try $0.send(.launch(Stage.wall))
        },
        Case(.unknownActivity, "a ballot for a wall", in: .writing()) {
            try $0.vote(0, .of(0), in: Stage.wall)
        },
        Case(.unknownActivity, "bringing everybody to a draft", in: Stage.drafting) {
            try $0.send(.focus(Stage.poll))
        },
        Case(.activityExists, "another poll of the same id", in: .voting()) {
            try $0.send(
                .addActivity(.poll(Stage.pollDesign(options: 5)), id: Stage.poll, at: nil)
            )
        },
        Case(.tooManyActivities, "one activity too many", in: Stage.fullAgenda) {
            try $0.send(
                .addActivity(.poll(Stage.pollDesign()), id: .init(rawValue: 1_000), at: nil)
            )
        },
        Case(.notADraft, "an edit after the first ballot", in: Stage.answered) {
            try $0.send(.editActivity(.poll(Stage.pollDesign(options: 5)), id: Stage.poll))
        },
        Case(.notADraft, "an edit after the close", in: Stage.closedPoll) {
            try $0.send(.editActivity(.poll(Stage.pollDesign(options: 5)), id: Stage.poll))
        },
        Case(.notADraft, "an edit of a wall after the launch", in: .writing()) {
            try $0.send(.editActivity(.wall(Stage.wallDesign(sections: 1)), id: Stage.wall))
        },
        Case(.notADraft, "a removal after the launch", in: .voting()) {
            try $0.send(.removeActivity(Stage.poll))
        },
    ]

    static let polls: [Case] = [
        Case(.pollNotOpen, "a ballot for a draft", in: Stage.drafting) { try $0.vote(0, .of(0)) },
        Case(.pollNotOpen, "closing a draft", in: Stage.drafting) {
            try $0.send(.close(Stage.poll))
        },
        Case(.pollClosed, "a ballot after the close", in: Stage.closedPoll) {
            try $0.vote(0, .of(1))
        },
        Case(.pollClosed, "taking a ballot back after the close", in: Stage.closedPoll) {
            try $0.withdraw(0)
        },
        Case(.notClosed, "revealing an open poll", in: .voting()) {
            try $0.send(.reveal(Stage.poll))
        },
        Case(.wrongNumberOfChoices, "two choices of one", in: .voting()) {
            try $0.vote(0, .of(0, 1))
        },
        Case(.wrongNumberOfChoices, "no choice", in: .voting()) { try $0.vote(0, .of()) },
        Case(.unknownOption, "the fourth of three", in: .voting()) { try $0.vote(0, .of(3)) },
        Case(
            .unknownOption,
            "an abstention where there is none",
            in: .voting(Stage.pollDesign(abstention: .notOffered))
        ) { try $0.vote(0, .abstention) },
    ]

    static let walls: [Case] = [
        Case(.wallNotOpen, "a note on a draft", in: Stage.drafting) { try $0.post(0, note: 1) },
        Case(.wallClosed, "a note on a closed wall", in: Stage.closedWall) {
            try $0.post(0, note: 2)
        },
        Case(.wallClosed, "an edit on a closed wall", in: Stage.closedWall) {
            try $0.edit(0, note: 1, "autre chose")
        },
        Case(.noteEmpty, "white space", in: .writing()) { try $0.post(0, note: 1, " \n\u{A0}") },
        Case(.unknownNote, "an edit of nothing", in: .writing()) { try $0.edit(0, note: 1, "x") },
        Case(.unknownNote, "hiding a note of a silent wall", in: Stage.silentWall) {
            try $0.send(.hideNote(Stage.note(1), on: Stage.wall, reason: "x"))
        },
        Case(.notYourNote, "editing another's note", in: Stage.noted) {
            try $0.edit(1, note: 1, "x")
        },
        Case(.notYourNote, "withdrawing another's note", in: Stage.noted) {
            try $0.takeBack(1, note: 1)
        },
        Case(.noteExists, "another's id", in: Stage.noted) { try $0.post(1, note: 1) },
        Case(.unknownSection, "the third of two", in: .writing()) {
            try $0.post(0, note: 1, section: 2)
        },
        Case(.unknownSection, "a negative one", in: .writing()) {
            try $0.post(0, note: 1, section: -1)
        },
        Case(.tooManyNotes, "the fifth of four", in: Stage.fourNotes) { try $0.post(0, note: 5) },
        Case(.noteTooLong, "501 characters", in: .writing()) {
            try $0.post(0, note: 1, String(repeating: "é", count: 501))
        },
        Case(.reasonTooLong, "201 characters", in: Stage.noted) {
            let reason = String(repeating: "é", count: 201)
            try $0.send(.hideNote(Stage.note(1), on: Stage.wall, reason: reason))
        },
        Case(.wallFull, "the 2,001st note", in: Stage.fullWall) { try $0.post(50, note: 9_999) },
    ]
}

extension RefusalTests.Case {
    /// The same with a note of seat 0 already on the wall, so that the attempt changes nothing.
    fileprivate func posting() -> Self {
        var stage = stage
        try! stage.post(0, note: 1)
        return Self(refusal, say, in: stage, attempt)
    }
}
