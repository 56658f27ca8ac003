/// What a poll's ballots come to: the tally, and what its kind makes of it.
package struct PollResult: Hashable, Sendable {
    package let ballots: Int
    package let abstentions: Int
    package let outcome: Outcome
    /// Hands counted by a facilitator, line by line, the abstention last; they stand apart and are
    /// in none of the other numbers.
    package let declaredHands: [Int]?

    package enum Outcome: Hashable, Sendable {
        /// Ballots per option, the free entry last.
        case choice([Int])
        /// Ballots per step.
        case scale([Int], Distribution?)
        case ranking(BordaCount, Schulze)
        /// Points per option.
        case points([Int])
        case estimate(Distribution?)
        case texts([WordCount.Word])
        /// Ballots per option and grade, row after row.
        case judgement([Int], MajorityJudgement)
        /// Ballots that agree, agree with reservations, object.
        case consent([Int])
    }

    /// - Complexity: of the kind; nothing is quadratic in ballots.
    init(_ tally: Tally, of form: BallotForm, hands: [Int]?) {
        ballots = tally.ballots
        abstentions = tally.abstentions
        declaredHands = hands
        let counts = tally.counts
        outcome =
            switch form {
            case .choice: .choice(counts)
            case .scale: .scale(counts, Distribution(ofSteps: counts))
            case .ranking(let form):
                .ranking(
                    BordaCount(pairs: counts, count: form.options.count, ballots: tally.answers),
                    Schulze(pairs: counts, count: form.options.count)
                )
            case .points: .points(counts)
            case .estimate: .estimate(Distribution(tally.numbers))
            case .texts: .texts(tally.words.cloud())
            case .judgement(let form):
                .judgement(
                    counts,
                    MajorityJudgement(counts: counts, gradeCount: form.grades.count)
                )
            case .consent: .consent(counts)
            }
    }
}

extension Distribution {
    /// The distribution of a scale, whose steps people read from 1.
    init?(ofSteps counts: [Int]) {
        var numbers: [Int: Int] = [:]
        for (step, count) in counts.enumerated() where count > 0 { numbers[step + 1] = count }
        self.init(numbers)
    }
}
