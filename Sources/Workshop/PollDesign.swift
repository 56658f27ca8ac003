/// A question and the form of its ballots, as its facilitator wrote it.
package struct PollDesign: Hashable, Sendable {
    package let question: String
    package let form: BallotForm
    package let abstention: Abstention
    package let results: ResultsPolicy
    package let identity: Identity
    /// The poll of which this is the next round; both keep their own ballots and tally.
    package let follows: Activity.ID?
    package let conduct: Conduct

    /// Whether "I abstain" is one of the answers.
    package enum Abstention: Hashable, Sendable {
        case offered, notOffered
    }

    /// When the tally may be seen, by anybody at all.
    package enum ResultsPolicy: Hashable, Sendable {
        case live, onClose, onReveal
    }

    /// How the poll is held and read, beside its question.
    package struct Conduct: Hashable, Sendable {
        /// How long it is meant to last from its launch, in seconds; `nil` for no timer.
        package var seconds: Int?
        /// The share of seats that should answer, in per cent; `nil` for no quorum.
        package var quorumPercent: Int?
        /// The groups by which the result is broken down at the close; one kind of group at most,
        /// because two tables of the same ballots can tell together what neither tells alone.
        package var breakdown: Grouping?
        /// The least number of ballots in a cell of a breakdown.
        package var threshold = Suppression.usualThreshold

        package init() {}
    }

    /// A poll whose texts and numbers are within ``Limits``.
    ///
    /// - Throws: ``Refusal/invalidActivity`` otherwise.
    package init(
        question: String,
        form: BallotForm,
        abstention: Abstention,
        results: ResultsPolicy,
        identity: Identity,
        follows: Activity.ID? = nil,
        conduct: Conduct = Conduct()
    ) throws(Refusal) {
        guard
            Text.fits(question, within: Limits.questionCharacters),
            conduct.seconds.map(Limits.timerSeconds.contains) ?? true,
            conduct.quorumPercent.map((1...100).contains) ?? true,
            conduct.breakdown == nil || form.lineCount != nil,
            Limits.thresholds.contains(conduct.threshold)
        else { throw .invalidActivity }
        self.question = question
        self.form = form
        self.abstention = abstention
        self.results = results
        self.identity = identity
        self.follows = follows
        self.conduct = conduct
    }

    /// A poll with options to choose from.
    package init(
        question: String,
        options: [String],
        choiceCount: ClosedRange<Int>,
        abstention: Abstention,
        results: ResultsPolicy,
        identity: Identity
    ) throws(Refusal) {
        try self.init(
            question: question,
            form: .choice(try ChoiceForm(options: options, count: choiceCount)),
            abstention: abstention,
            results: results,
            identity: identity
        )
    }
}

extension PollDesign {
    /// Whether `other` asks for the same ballots: the rounds of such polls can be compared line by
    /// line.
    func hasSameLines(as other: PollDesign) -> Bool {
        form == other.form && abstention == other.abstention && form.hasOneLinePerBallot
    }
}
