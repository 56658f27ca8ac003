import Workshop

/// Refusals of ballots of every kind.
extension RefusalTests {
    private static let text140 = String(repeating: "é", count: 140)
    private static let text500 = String(repeating: "é", count: 500)

    static let ballots: [Case] = [
        Case(.wrongKindOfBallot, "a step for a choice", in: .voting()) {
            try $0.vote(0, .step(0))
        },
        Case(.wrongKindOfBallot, "a choice for a scale", in: .asking(.scale())) {
            try $0.vote(0, .of(0))
        },
        Case(.wrongKindOfBallot, "agreement with a text", in: .asking(.consent)) {
            try $0.vote(0, .consent(.agree, .of(1)))
        },
        Case(.unknownOption, "the sixth of five steps", in: .asking(.scale())) {
            try $0.vote(0, .step(5))
        },
        Case(.unknownOption, "a step before the first", in: .asking(.scale())) {
            try $0.vote(0, .step(-1))
        },
        Case(.unknownOption, "a text without the free option", in: freeOption) {
            try $0.vote(0, .choices(Choices([0])!, other: .of(1)))
        },
        Case(.unknownOption, "the free option where there is none", in: .voting()) {
            try $0.vote(0, .choices(Choices([3])!, other: .of(1)))
        },
        Case(.entryEmpty, "the free option without a text", in: freeOption) {
            try $0.vote(0, .of(3))
        },
        Case(.entryEmpty, "the free option with a blank", in: freeOption) {
            try $0.vote(0, .choices(Choices([3])!, other: .of(1, " \u{202F}")))
        },
        Case(.rankedTwice, "an option in two places", in: .asking(.ranking())) {
            try $0.vote(0, .ranking([1, 1]))
        },
        Case(.unknownOption, "ranking the fourth of three", in: .asking(.ranking())) {
            try $0.vote(0, .ranking([0, 3]))
        },
        Case(.unknownOption, "ranking no option of any poll", in: .asking(.ranking())) {
            try $0.vote(0, .ranking([-1]))
        },
        Case(.wrongNumberOfChoices, "ranking nothing", in: .asking(.ranking())) {
            try $0.vote(0, .ranking([]))
        },
        Case(.wrongNumberOfChoices, "ranking three of two", in: .asking(.ranking(3, count: 1...2)))
        {
            try $0.vote(0, .ranking([0, 1, 2]))
        },
        Case(.wrongPoints, "nine points of ten", in: .asking(.points())) {
            try $0.vote(0, .points([6, 3, 0]))
        },
        Case(.wrongPoints, "eleven points of ten", in: .asking(.points())) {
            try $0.vote(0, .points([6, 3, 2]))
        },
        Case(.wrongPoints, "seven points on one option", in: .asking(.points())) {
            try $0.vote(0, .points([7, 3, 0]))
        },
        Case(.wrongPoints, "points taken from an option", in: .asking(.points())) {
            try $0.vote(0, .points([6, 6, -2]))
        },
        Case(.wrongPoints, "points beyond every number", in: .asking(.points())) {
            try $0.vote(0, .points([.max, .max, .max]))
        },
        Case(.wrongPoints, "no dot at all", in: .asking(.points(3, budget: 3, most: 2, .some))) {
            try $0.vote(0, .points([0, 0, 0]))
        },
        Case(.unknownOption, "points for four of three", in: .asking(.points())) {
            try $0.vote(0, .points([6, 4, 0, 0]))
        },
        Case(.outOfBounds, "one too many", in: .asking(.estimate())) {
            try $0.vote(0, .number(1_001))
        },
        Case(.outOfBounds, "one too few", in: .asking(.estimate())) {
            try $0.vote(0, .number(-1))
        },
        Case(.wrongNumberOfChoices, "a grade for one of two", in: .asking(.judgement())) {
            try $0.vote(0, .grades([0]))
        },
        Case(.unknownOption, "the fourth of three grades", in: .asking(.judgement())) {
            try $0.vote(0, .grades([0, 3]))
        },
        Case(
            .unknownOption,
            "an abstention where there is none",
            in: .voting(Stage.pollDesign(abstention: .notOffered))
        ) { try $0.vote(0, .abstention) },
    ]

    static let texts: [Case] = [
        Case(.entryEmpty, "no text at all", in: .asking(.texts())) { try $0.vote(0, .texts([])) },
        Case(.entryEmpty, "one blank of two", in: .asking(.texts())) {
            try $0.vote(0, .texts([.of(1), .of(2, "\n")]))
        },
        Case(.entryTooLong, "141 characters", in: .asking(.texts())) {
            try $0.vote(0, .texts([.of(1, text140 + "é")]))
        },
        Case(.entryTooLong, "141 characters beside the free option", in: freeOption) {
            try $0.vote(0, .choices(Choices([3])!, other: .of(1, text140 + "é")))
        },
        Case(.entryTooLong, "a proposal of 501 characters", in: .asking(.consent)) {
            try $0.vote(0, .consent(.object, .of(1, text500 + "é")))
        },
        Case(.entryTooLong, "reservations of 501 characters", in: .asking(.consent)) {
            try $0.vote(0, .consent(.reservations, .of(1, text500 + "é")))
        },
        Case(.entryEmpty, "blank reservations", in: .asking(.consent)) {
            try $0.vote(0, .consent(.reservations, .of(1, " ")))
        },
        Case(.tooManyTexts, "three of two", in: .asking(.texts())) {
            try $0.vote(0, .texts([.of(1), .of(2), .of(3)]))
        },
        Case(.entryExists, "two texts of one id", in: .asking(.texts())) {
            try $0.vote(0, .texts([.of(1), .of(1, "autre")]))
        },
        Case(.entryExists, "the id of another's text", in: spoken) {
            try $0.vote(1, .texts([.of(1, "autre")]))
        },
        Case(.proposalMissing, "an objection alone", in: .asking(.consent)) {
            try $0.vote(0, .consent(.object))
        },
        Case(.proposalMissing, "an objection with white space", in: .asking(.consent)) {
            try $0.vote(0, .consent(.object, .of(1, " \u{A0}\n")))
        },
        Case(.unknownEntry, "hiding a text that is on no ballot", in: spoken) {
            try $0.send(.hideEntry(Stage.note(2), in: Stage.poll, reason: ""))
        },
        Case(.unknownEntry, "hiding a text before results are due", in: secretlySpoken) {
            try $0.send(.hideEntry(Stage.note(1), in: Stage.poll, reason: ""))
        },
        Case(.reasonTooLong, "201 characters about a text", in: spoken) {
            let reason = String(repeating: "é", count: 201)
            try $0.send(.hideEntry(Stage.note(1), in: Stage.poll, reason: reason))
        },
        Case(.notAllowed, "a participant hides a text", in: spoken) {
            let command = RoomCommand.hideEntry(Stage.note(1), in: Stage.poll, reason: "")
            try $0.send(command, by: .participant(Stage.id(0)))
        },
    ]

    private static let freeOption = Stage.asking(.choice(3, count: 1...3, other: .offered))

    private static let spoken: Stage = {
        var stage = Stage.asking(.texts())
        try! stage.vote(0, .texts([.of(1)]))
        return stage
    }()

    private static let secretlySpoken: Stage = {
        var stage = Stage.asking(.texts(), results: .onClose)
        try! stage.vote(0, .texts([.of(1)]))
        return stage
    }()
}
