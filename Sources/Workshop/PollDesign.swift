/// A question with a fixed list of options, as its facilitator wrote it.
package struct PollDesign: Hashable, Sendable {
    package let question: String
    package let options: [String]
    /// How many options one ballot chooses; `1...1` is single choice.
    package let choiceCount: ClosedRange<Int>
    package let abstention: Abstention
    package let results: ResultsPolicy
    package let identity: Identity

    /// Whether "I abstain" is one of the answers.
    package enum Abstention: Hashable, Sendable {
        case offered, notOffered
    }

    /// When the tally may be seen, by anybody at all.
    package enum ResultsPolicy: Hashable, Sendable {
        case live, onClose, onReveal
    }

    /// A poll whose texts and numbers are within ``Limits``.
    ///
    /// - Throws: ``Refusal/invalidActivity`` otherwise.
    package init(
        question: String,
        options: [String],
        choiceCount: ClosedRange<Int>,
        abstention: Abstention,
        results: ResultsPolicy,
        identity: Identity
    ) throws(Refusal) {
        guard
            Text.fits(question, within: Limits.questionCharacters),
            Limits.options.contains(options.count),
            options.allSatisfy({ Text.fits($0, within: Limits.labelCharacters) }),
            choiceCount.lowerBound >= 1, choiceCount.upperBound <= options.count
        else { throw .invalidActivity }
        self.question = question
        self.options = options
        self.choiceCount = choiceCount
        self.abstention = abstention
        self.results = results
        self.identity = identity
    }
}
