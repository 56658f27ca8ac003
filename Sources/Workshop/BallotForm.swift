/// What a poll asks a person to fill in: one case for each kind of poll.
package enum BallotForm: Hashable, Sendable {
    /// Choose one or several options.
    case choice(ChoiceForm)
    /// Choose a step between two labelled ends.
    case scale(ScaleForm)
    /// Put options in order of preference.
    case ranking(RankingForm)
    /// Share points, or stick dots, between options.
    case points(PointsForm)
    /// Give a number.
    case estimate(EstimateForm)
    /// Write a few words.
    case texts(TextsForm)
    /// Give every option a grade.
    case judgement(JudgementForm)
    /// Agree, agree with reservations, or object with a proposal.
    case consent
}

/// A list of options of which a ballot chooses some.
package struct ChoiceForm: Hashable, Sendable {
    package let options: [String]
    /// How many options one ballot chooses; `1...1` is single choice.
    package let count: ClosedRange<Int>
    package let other: Other

    /// Whether a person may write an option of their own: one more option, numbered last.
    package enum Other: Hashable, Sendable {
        case offered, notOffered
    }

    /// - Throws: ``Refusal/invalidActivity`` when a text or a number is out of ``Limits``.
    package init(
        options: [String],
        count: ClosedRange<Int>,
        other: Other = .notOffered
    ) throws(Refusal) {
        let extra = other == .offered ? 1 : 0
        guard
            Text.areLabels(options),
            (Limits.options.lowerBound - extra...Limits.options.upperBound)
                .contains(options.count),
            count.lowerBound >= 1, count.upperBound <= options.count + extra
        else { throw .invalidActivity }
        self.options = options
        self.count = count
        self.other = other
    }

    /// The options, and one more when a person may write their own.
    var lineCount: Int { options.count + (other == .offered ? 1 : 0) }
}

/// Steps between two labelled ends (Likert 1932), numbered from 0.
package struct ScaleForm: Hashable, Sendable {
    package let steps: Int
    package let lowLabel: String
    package let highLabel: String

    /// - Throws: ``Refusal/invalidActivity`` when a text or a number is out of ``Limits``.
    package init(steps: Int, lowLabel: String, highLabel: String) throws(Refusal) {
        guard Limits.scaleSteps.contains(steps), Text.areLabels([lowLabel, highLabel]) else {
            throw .invalidActivity
        }
        self.steps = steps
        self.lowLabel = lowLabel
        self.highLabel = highLabel
    }
}

/// Options to be put in order.
package struct RankingForm: Hashable, Sendable {
    package let options: [String]
    /// How many options one ballot ranks: all of them, or the first few.
    ///
    /// What is not ranked comes after what is, and ties with what is not ranked either.
    package let count: ClosedRange<Int>

    /// - Throws: ``Refusal/invalidActivity`` when a text or a number is out of ``Limits``.
    package init(options: [String], count: ClosedRange<Int>) throws(Refusal) {
        guard
            Text.areLabels(options), Limits.rankedOptions.contains(options.count),
            count.lowerBound >= 1, count.upperBound <= options.count
        else { throw .invalidActivity }
        self.options = options
        self.count = count
    }
}

/// Points to be shared between options.
package struct PointsForm: Hashable, Sendable {
    package let options: [String]
    /// How many points one ballot has.
    package let budget: Int
    /// How many of them one option may get from one ballot.
    package let mostPerOption: Int
    package let spending: Spending

    /// What may be left over.
    package enum Spending: Hashable, Sendable {
        /// The whole budget is given: "share 100 points".
        case all
        /// At least one point is given: "up to three dots".
        case some
    }

    /// - Throws: ``Refusal/invalidActivity`` when a text or a number is out of ``Limits``, or the
    ///   options together cannot take the budget that has to be spent.
    package init(
        options: [String],
        budget: Int,
        mostPerOption: Int,
        spending: Spending
    ) throws(Refusal) {
        guard
            Text.areLabels(options), Limits.options.contains(options.count),
            Limits.points.contains(budget), (1...budget).contains(mostPerOption),
            spending == .some || mostPerOption * options.count >= budget
        else { throw .invalidActivity }
        self.options = options
        self.budget = budget
        self.mostPerOption = mostPerOption
        self.spending = spending
    }
}

/// A number with a unit and bounds.
package struct EstimateForm: Hashable, Sendable {
    /// What the number counts: "logements", "%", "k€"; may be empty.
    package let unit: String
    /// Digits after the decimal sign.
    ///
    /// Every number of the poll, the bounds included, is a whole number of this smallest unit: with
    /// two decimals, 1250 is 12.50.
    package let decimals: Int
    package let bounds: ClosedRange<Int>

    /// - Throws: ``Refusal/invalidActivity`` when a text or a number is out of ``Limits``.
    package init(unit: String, decimals: Int, bounds: ClosedRange<Int>) throws(Refusal) {
        guard
            Text.isShort(unit, within: Limits.unitCharacters),
            Limits.decimals.contains(decimals),
            Limits.estimates.contains(bounds.lowerBound),
            Limits.estimates.contains(bounds.upperBound), bounds.count > 1
        else { throw .invalidActivity }
        self.unit = unit
        self.decimals = decimals
        self.bounds = bounds
    }
}

/// A few words, counted as a cloud and read as a list.
package struct TextsForm: Hashable, Sendable {
    /// How many texts one ballot may hold.
    package let most: Int

    /// - Throws: ``Refusal/invalidActivity`` when the number is out of ``Limits``.
    package init(most: Int) throws(Refusal) {
        guard Limits.textsPerBallot.contains(most) else { throw .invalidActivity }
        self.most = most
    }
}

/// Options to be graded, each by every ballot: majority judgement (Balinski & Laraki, *A theory of
/// measuring, electing, and ranking*, PNAS 104, 2007).
package struct JudgementForm: Hashable, Sendable {
    package let options: [String]
    /// The grades from best to worst, numbered from 0.
    package let grades: [String]

    /// - Throws: ``Refusal/invalidActivity`` when a text or a number is out of ``Limits``.
    package init(options: [String], grades: [String]) throws(Refusal) {
        guard
            Text.areLabels(options), Text.areLabels(grades),
            Limits.judgedOptions.contains(options.count), Limits.grades.contains(grades.count)
        else { throw .invalidActivity }
        self.options = options
        self.grades = grades
    }
}
