extension BallotForm {
    /// The options, in the order they were written; empty where there are none to choose from.
    package var options: [String] {
        switch self {
        case .choice(let form): form.options
        case .ranking(let form): form.options
        case .points(let form): form.options
        case .judgement(let form): form.options
        case .scale, .estimate, .texts, .consent: []
        }
    }

    /// How many lines a count of this kind has, abstentions apart; `nil` where ballots are not
    /// counted by line.
    ///
    /// A line is what a show of hands can count: an option, the free entry, a step, an answer of
    /// consent. Only such polls take declared hands and can be broken down by group.
    package var lineCount: Int? {
        switch self {
        case .choice(let form): form.lineCount
        case .scale(let form): form.steps
        case .consent: Consent.allCases.count
        case .ranking, .points, .estimate, .texts, .judgement: nil
        }
    }

    /// Whether every ballot is on exactly one line.
    var hasOneLinePerBallot: Bool {
        switch self {
        case .choice(let form): form.count == 1...1
        case .scale, .consent: true
        case .ranking, .points, .estimate, .texts, .judgement: false
        }
    }

    /// How many lines a ballot is on that is no abstention.
    var linesPerBallot: ClosedRange<Int> {
        switch self {
        case .choice(let form): form.count
        case .scale, .consent, .ranking, .points, .estimate, .texts, .judgement: 1...1
        }
    }

    /// The lines of `ballot`, an abstention being the last of all; empty where there are no lines.
    ///
    /// - Precondition: The ballot is of this form.
    func lines(of ballot: Ballot) -> [Int] {
        switch ballot {
        case .abstention: lineCount.map { [$0] } ?? []
        case .choices(let choices, _): choices.numbers
        case .step(let step): [step]
        case .consent(let answer, _): [answer.line]
        case .ranking, .points, .number, .texts, .grades: []
        }
    }
}

extension BallotForm {
    /// Refuses a ballot that is not of this form, now or ever.
    ///
    /// - Complexity: O(*size of the ballot*).
    func check(_ ballot: Ballot) throws(Refusal) {
        switch (self, ballot) {
        case (.choice(let form), .choices(let choices, let other)):
            try form.check(choices, other)
        case (.scale(let form), .step(let step)):
            guard (0..<form.steps).contains(step) else { throw .unknownOption }
        case (.ranking(let form), .ranking(let order)):
            try form.check(order)
        case (.points(let form), .points(let points)):
            try form.check(points)
        case (.estimate(let form), .number(let number)):
            guard form.bounds.contains(number) else { throw .outOfBounds }
        case (.texts(let form), .texts(let entries)):
            try form.check(entries)
        case (.judgement(let form), .grades(let grades)):
            guard grades.count == form.options.count else { throw .wrongNumberOfChoices }
            guard grades.allSatisfy(form.grades.indices.contains) else { throw .unknownOption }
        case (.consent, .consent(let answer, let entry)):
            try answer.check(entry)
        case (.choice, _), (.scale, _), (.ranking, _), (.points, _), (.estimate, _), (.texts, _),
            (.judgement, _), (.consent, _):
            throw .wrongKindOfBallot
        }
    }
}

extension ChoiceForm {
    fileprivate func check(_ choices: Choices, _ entry: Entry?) throws(Refusal) {
        guard choices.areWithin(first: lineCount) else { throw .unknownOption }
        guard count.contains(choices.count) else { throw .wrongNumberOfChoices }
        let choosesOther = other == .offered && choices.contains(options.count)
        switch (choosesOther, entry) {
        case (true, let entry?): try entry.check(within: Limits.entryCharacters)
        case (true, nil): throw .entryEmpty
        case (false, .some): throw .unknownOption
        case (false, nil): return
        }
    }
}

extension RankingForm {
    fileprivate func check(_ order: [Int]) throws(Refusal) {
        guard count.contains(order.count) else { throw .wrongNumberOfChoices }
        guard let ranked = Choices(order), ranked.areWithin(first: options.count) else {
            throw .unknownOption
        }
        guard ranked.count == order.count else { throw .rankedTwice }
    }
}

extension PointsForm {
    fileprivate func check(_ points: [Int]) throws(Refusal) {
        guard points.count == options.count else { throw .unknownOption }
        guard points.allSatisfy((0...mostPerOption).contains) else { throw .wrongPoints }
        let spent = points.reduce(0, +)
        switch spending {
        case .all: guard spent == budget else { throw .wrongPoints }
        case .some: guard (1...budget).contains(spent) else { throw .wrongPoints }
        }
    }
}

extension TextsForm {
    fileprivate func check(_ entries: [Entry]) throws(Refusal) {
        guard !entries.isEmpty else { throw .entryEmpty }
        guard entries.count <= most else { throw .tooManyTexts }
        guard Set(entries.map(\.id)).count == entries.count else { throw .entryExists }
        for entry in entries {
            try entry.check(within: Limits.entryCharacters)
        }
    }
}

extension Consent {
    /// An objection comes with a proposal, everywhere (B9); reservations may be said or not.
    fileprivate func check(_ entry: Entry?) throws(Refusal) {
        switch (self, entry) {
        case (.agree, .some): throw .wrongKindOfBallot
        case (.object, nil): throw .proposalMissing
        case (.object, let entry?):
            guard !Text.isBlank(entry.text) else { throw .proposalMissing }
            try entry.check(within: Limits.noteCharacters)
        case (.reservations, let entry?): try entry.check(within: Limits.noteCharacters)
        case (.agree, nil), (.reservations, nil): return
        }
    }
}

extension Entry {
    fileprivate func check(within limit: Int) throws(Refusal) {
        guard !Text.isBlank(text) else { throw .entryEmpty }
        guard Text.isShort(text, within: limit) else { throw .entryTooLong }
    }
}
