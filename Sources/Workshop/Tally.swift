/// The count of a poll's ballots, kept up to date ballot by ballot.
///
/// Counts, never percentages: rounding belongs to the screen that shows them. What follows from the
/// counts (means, ranks, a cloud) is worked out by ``PollResult`` when somebody looks.
package struct Tally: Hashable, Sendable {
    /// The number of seats that answered, abstentions included.
    package private(set) var ballots = 0
    package private(set) var abstentions = 0
    /// What is counted, row after row:
    /// choice: ballots per option, the free entry last · scale: ballots per step ·
    /// ranking: for options *i* and *j*, at `i * n + j`, the ballots that prefer *i* to *j* ·
    /// points: points per option · judgement: for option *i* and grade *g*, at `i * grades + g`,
    /// the ballots that gave it · consent: ballots per answer · empty for the rest.
    ///
    /// In a multiple-choice poll they add up to more than ``ballots``, so a share is always
    /// `count ÷ ballots` and never `count ÷ sum of counts`.
    package private(set) var counts: [Int]
    /// How often each number was given, in a poll of estimates.
    package private(set) var numbers: [Int: Int] = [:]
    /// The words of a poll of texts.
    package private(set) var words: WordCount
    /// How many options the ballots rank or grade; the width of a row of ``counts``.
    private let width: Int

    init(_ form: BallotForm, in language: RoomDesign.Language) {
        words = WordCount(language)
        switch form {
        case .choice(let form):
            (width, counts) = (form.lineCount, .zeroes(form.lineCount))
        case .scale(let form):
            (width, counts) = (form.steps, .zeroes(form.steps))
        case .ranking(let form):
            let count = form.options.count
            (width, counts) = (count, .zeroes(count * count))
        case .points(let form):
            (width, counts) = (form.options.count, .zeroes(form.options.count))
        case .judgement(let form):
            let (options, grades) = (form.options.count, form.grades.count)
            (width, counts) = (grades, .zeroes(options * grades))
        case .consent:
            let count = Consent.allCases.count
            (width, counts) = (count, .zeroes(count))
        case .estimate, .texts:
            (width, counts) = (0, [])
        }
    }

    /// The number of ballots that gave an answer.
    package var answers: Int { ballots - abstentions }

    /// Counts one more ballot; `hidden` are entries that a facilitator took away.
    ///
    /// - Complexity: O(*options*), for a ranking O(*options*²), for texts O(*characters*), whatever
    ///   the number of ballots.
    mutating func add(_ ballot: Ballot, hiding hidden: Set<Note.ID>) {
        count(ballot, by: 1, hiding: hidden)
    }

    /// Takes back a ballot that was counted, because its seat sent another or withdrew it.
    mutating func remove(_ ballot: Ballot, hiding hidden: Set<Note.ID>) {
        precondition(ballots > 0, "A ballot was taken back that had not been counted")
        count(ballot, by: -1, hiding: hidden)
    }

    private mutating func count(_ ballot: Ballot, by step: Int, hiding hidden: Set<Note.ID>) {
        ballots += step
        switch ballot {
        case .abstention: abstentions += step
        case .choices(let choices, _): count(choices, by: step)
        case .step(let line): counts[line] += step
        case .ranking(let order): count(ranking: order, by: step)
        case .points(let points): count(points: points, by: step)
        case .number(let number):
            let left = numbers[number, default: 0] + step
            numbers[number] = left == 0 ? nil : left
        case .texts(let entries):
            words.count(entries.filter { !hidden.contains($0.id) }.map(\.text), by: step)
        case .grades(let grades): count(grades: grades, by: step)
        case .consent(let answer, _): counts[answer.line] += step
        }
    }

    private mutating func count(_ choices: Choices, by step: Int) {
        var rest = choices.bits
        while rest != 0 {
            counts[rest.trailingZeroBitCount] += step
            rest &= rest - 1
        }
    }

    private mutating func count(points: [Int], by step: Int) {
        for (option, some) in points.enumerated() { counts[option] += step * some }
    }

    private mutating func count(grades: [Int], by step: Int) {
        for (option, grade) in grades.enumerated() { counts[option * width + grade] += step }
    }

    /// Every ranked option is preferred to those ranked after it and to those not ranked.
    private mutating func count(ranking order: [Int], by step: Int) {
        var rest = UInt64(1) << UInt64(width) - 1
        for option in order {
            rest &= ~(1 << UInt64(option))
            var others = rest
            while others != 0 {
                counts[option * width + others.trailingZeroBitCount] += step
                others &= others - 1
            }
        }
    }
}

extension [Int] {
    static func zeroes(_ count: Int) -> [Int] { Array(repeating: 0, count: count) }
}
