import Workshop

/// The stored form of a ``BallotForm``.
///
/// A poll of plain choices is older than this and keeps its first form: options, `min` and `max`
/// beside the question, see ``StoredPoll``.
enum StoredAsk: Codable {
    case choice(options: [String], min: Int, max: Int, other: Bool)
    case scale(steps: Int, low: String, high: String)
    case ranking(options: [String], min: Int, max: Int)
    case points(options: [String], points: Int, most: Int, all: Bool)
    case estimate(unit: String, decimals: Int, from: Int, to: Int)
    case text(most: Int)
    case judgement(options: [String], grades: [String])
    case consent

    init(_ form: BallotForm) {
        switch form {
        case .choice(let form):
            self = .choice(
                options: form.options,
                min: form.count.lowerBound,
                max: form.count.upperBound,
                other: form.other == .offered
            )
        case .scale(let form):
            self = .scale(steps: form.steps, low: form.lowLabel, high: form.highLabel)
        case .ranking(let form):
            self = .ranking(
                options: form.options,
                min: form.count.lowerBound,
                max: form.count.upperBound
            )
        case .points(let form):
            self = .points(
                options: form.options,
                points: form.budget,
                most: form.mostPerOption,
                all: form.spending == .all
            )
        case .estimate(let form):
            self = .estimate(
                unit: form.unit,
                decimals: form.decimals,
                from: form.bounds.lowerBound,
                to: form.bounds.upperBound
            )
        case .texts(let form): self = .text(most: form.most)
        case .judgement(let form):
            self = .judgement(options: form.options, grades: form.grades)
        case .consent: self = .consent
        }
    }

    func form() throws(Refusal) -> BallotForm {
        switch self {
        case .choice(let options, let min, let max, let other):
            .choice(
                try ChoiceForm(
                    options: options,
                    count: try Self.range(min, max),
                    other: other ? .offered : .notOffered
                )
            )
        case .scale(let steps, let low, let high):
            .scale(try ScaleForm(steps: steps, lowLabel: low, highLabel: high))
        case .ranking(let options, let min, let max):
            .ranking(try RankingForm(options: options, count: try Self.range(min, max)))
        case .points(let options, let points, let most, let all):
            .points(
                try PointsForm(
                    options: options,
                    budget: points,
                    mostPerOption: most,
                    spending: all ? .all : .some
                )
            )
        case .estimate(let unit, let decimals, let from, let to):
            .estimate(
                try EstimateForm(unit: unit, decimals: decimals, bounds: try Self.range(from, to))
            )
        case .text(let most): .texts(try TextsForm(most: most))
        case .judgement(let options, let grades):
            .judgement(try JudgementForm(options: options, grades: grades))
        case .consent: .consent
        }
    }

    static func range(_ least: Int, _ most: Int) throws(Refusal) -> ClosedRange<Int> {
        guard least <= most else { throw .invalidActivity }
        return least...most
    }
}
