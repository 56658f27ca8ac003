package import Workshop

extension DesignFields {
    /// The poll that the fields describe.
    ///
    /// - Throws: ``Refusal/invalidActivity`` when a field is missing or out of limits.
    func pollDesign() throws(Refusal) -> PollDesign {
        guard let question else { throw .invalidActivity }
        var conduct = PollDesign.Conduct()
        conduct.seconds = seconds
        conduct.quorumPercent = quorum
        conduct.breakdown = breakdown?.grouping
        conduct.threshold = threshold ?? Suppression.usualThreshold
        return try PollDesign(
            question: question,
            form: try ballotForm(),
            abstention: abstention == false ? .notOffered : .offered,
            results: policy,
            identity: identity == .named ? .named : .anonymous,
            follows: follows,
            conduct: conduct
        )
    }

    private var policy: PollDesign.ResultsPolicy {
        switch results {
        case .live, nil: .live
        case .close: .onClose
        case .reveal: .onReveal
        }
    }

    private func ballotForm() throws(Refusal) -> BallotForm {
        switch ask {
        case .choice, nil:
            .choice(
                try ChoiceForm(
                    options: try Self.present(options),
                    count: try Self.range(min ?? 1, max ?? 1),
                    other: other == true ? .offered : .notOffered
                )
            )
        case .scale:
            .scale(
                try ScaleForm(
                    steps: try Self.present(steps),
                    lowLabel: try Self.present(low),
                    highLabel: try Self.present(high)
                )
            )
        case .ranking:
            .ranking(
                try RankingForm(
                    options: try Self.present(options),
                    count: try Self.range(min ?? 1, max ?? options?.count ?? 0)
                )
            )
        case .points:
            .points(
                try PointsForm(
                    options: try Self.present(options),
                    budget: try Self.present(points),
                    mostPerOption: try Self.present(most ?? points),
                    spending: all == true ? .all : .some
                )
            )
        case .estimate:
            .estimate(
                try EstimateForm(
                    unit: unit ?? "",
                    decimals: decimals ?? 0,
                    bounds: try Self.range(try Self.present(from), try Self.present(to))
                )
            )
        case .text: .texts(try TextsForm(most: most ?? 1))
        case .judgement:
            .judgement(
                try JudgementForm(
                    options: try Self.present(options),
                    grades: try Self.present(grades)
                )
            )
        case .consent: .consent
        }
    }

    private static func present<Value>(_ value: Value?) throws(Refusal) -> Value {
        guard let value else { throw .invalidActivity }
        return value
    }

    private static func range(_ least: Int, _ most: Int) throws(Refusal) -> ClosedRange<Int> {
        guard least <= most else { throw .invalidActivity }
        return least...most
    }
}

// MARK: - Writing

extension DesignFields {
    /// The fields of `design`.
    package init(_ design: PollDesign) {
        kind = .poll
        question = design.question
        abstention = design.abstention == .offered
        results =
            switch design.results {
            case .live: .live
            case .onClose: .close
            case .onReveal: .reveal
            }
        identity = IdentityName(design.identity)
        follows = design.follows
        seconds = design.conduct.seconds
        quorum = design.conduct.quorumPercent
        breakdown = design.conduct.breakdown.map(GroupingName.init)
        if breakdown != nil { threshold = design.conduct.threshold }
        write(design.form)
    }

    private mutating func write(_ form: BallotForm) {
        if !form.options.isEmpty { options = form.options }
        switch form {
        case .choice(let form):
            (min, max) = (form.count.lowerBound, form.count.upperBound)
            if form.other == .offered {
                other = true
                options = form.options
            }
        case .scale(let form):
            ask = .scale
            (steps, low, high) = (form.steps, form.lowLabel, form.highLabel)
        case .ranking(let form):
            ask = .ranking
            (min, max) = (form.count.lowerBound, form.count.upperBound)
        case .points(let form):
            ask = .points
            (points, most, all) = (form.budget, form.mostPerOption, form.spending == .all)
        case .estimate(let form):
            ask = .estimate
            (unit, decimals) = (form.unit, form.decimals)
            (from, to) = (form.bounds.lowerBound, form.bounds.upperBound)
        case .texts(let form):
            ask = .text
            most = form.most
        case .judgement(let form):
            ask = .judgement
            grades = form.grades
        case .consent:
            ask = .consent
        }
    }
}

extension DesignFields.GroupingName {
    init(_ grouping: Grouping) {
        switch grouping {
        case .college: self = .college
        case .organisation: self = .organisation
        }
    }

    var grouping: Grouping {
        switch self {
        case .college: .college
        case .organisation: .organisation
        }
    }
}
