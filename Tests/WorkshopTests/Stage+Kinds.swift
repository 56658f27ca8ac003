import Workshop

/// Forms of ballots, one of each kind.
extension BallotForm {
    static func labels(_ count: Int) -> [String] {
        (0..<count).map { "Option \($0)" }
    }

    static func choice(
        _ options: Int = 3,
        count: ClosedRange<Int> = 1...1,
        other: ChoiceForm.Other = .notOffered
    ) -> Self {
        .choice(try! ChoiceForm(options: labels(options), count: count, other: other))
    }

    static func scale(_ steps: Int = 5) -> Self {
        .scale(try! ScaleForm(steps: steps, lowLabel: "Pas du tout", highLabel: "Tout à fait"))
    }

    static func ranking(_ options: Int = 3, count: ClosedRange<Int>? = nil) -> Self {
        .ranking(try! RankingForm(options: labels(options), count: count ?? 1...options))
    }

    static func points(
        _ options: Int = 3,
        budget: Int = 10,
        most: Int = 6,
        _ spending: PointsForm.Spending = .all
    ) -> Self {
        .points(
            try! PointsForm(
                options: labels(options),
                budget: budget,
                mostPerOption: most,
                spending: spending
            )
        )
    }

    static func estimate(_ bounds: ClosedRange<Int> = 0...1_000) -> Self {
        .estimate(try! EstimateForm(unit: "logements", decimals: 0, bounds: bounds))
    }

    static func texts(_ most: Int = 2) -> Self {
        .texts(try! TextsForm(most: most))
    }

    static func judgement(_ options: Int = 2, grades: Int = 3) -> Self {
        .judgement(
            try! JudgementForm(
                options: labels(options),
                grades: (0..<grades).map { "Mention \($0)" }
            )
        )
    }
}

extension Stage {
    /// A poll that comes before ``poll``, or after it.
    static let round = Activity.ID(rawValue: 0xA3)

    static func design(
        _ form: BallotForm,
        results: PollDesign.ResultsPolicy = .live,
        identity: Identity = .anonymous,
        follows: Activity.ID? = nil,
        breakdown: Grouping? = nil
    ) -> PollDesign {
        var conduct = PollDesign.Conduct()
        conduct.breakdown = breakdown
        return try! PollDesign(
            question: "Qu’en dites-vous ?",
            form: form,
            abstention: .offered,
            results: results,
            identity: identity,
            follows: follows,
            conduct: conduct
        )
    }

    /// An open room in which a poll of this form is open.
    static func asking(
        _ form: BallotForm,
        results: PollDesign.ResultsPolicy = .live,
        seats: Int = 2
    ) -> Self {
        voting(design(form, results: results), seats: seats)
    }

    /// What `poll` comes to, as everybody sees it.
    func result(of poll: Activity.ID = Stage.poll) -> PollResult? {
        guard case .result(let result)? = room.entity(.tally(poll), for: .guests) else {
            return nil
        }
        return result
    }

    /// The tables of `poll`, as everybody sees them.
    func tables(of poll: Activity.ID = Stage.poll) -> [BreakdownTable] {
        guard case .tables(let tables)? = room.entity(.tables(poll), for: .guests) else {
            return []
        }
        return tables
    }

    /// Closes a poll and says who is behind each key.
    @discardableResult
    mutating func close(_ poll: Activity.ID = Stage.poll) throws(Refusal) -> [RoomEvent] {
        var roll: Roll = [:]
        for seat in room.seats.keys { roll[key(of: Int(seat.rawValue), in: poll)] = seat }
        return try send(.close(poll, roll: roll))
    }
}

extension Entry {
    static func of(_ number: Int, _ text: String = "Commencer par un site") -> Self {
        Entry(id: Stage.note(number), text: text)
    }
}
