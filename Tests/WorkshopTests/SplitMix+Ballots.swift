import Workshop

extension SplitMix {
    /// A ballot that the form takes, or now and then an abstention; texts have the id `entry`.
    mutating func ballot(for form: BallotForm, entry: Int) -> Ballot {
        once(in: 8) ? .abstention : answer(to: form, entry: entry)
    }

    private mutating func answer(to form: BallotForm, entry: Int) -> Ballot {
        switch form {
        case .choice(let form):
            let lines = form.options.count + (form.other == .offered ? 1 : 0)
            let count = form.count.lowerBound + number(form.count.count)
            let choices = Choices(shuffled(lines).prefix(count))!
            let isOther = choices.contains(form.options.count)
            return .choices(choices, other: isOther ? text(entry) : nil)
        case .scale(let form): return .step(number(form.steps))
        case .ranking(let form):
            let count = form.count.lowerBound + number(form.count.count)
            return .ranking(Array(shuffled(form.options.count).prefix(count)))
        case .points(let form): return .points(points(for: form))
        case .estimate(let form):
            return .number(form.bounds.lowerBound + number(form.bounds.count))
        case .texts: return .texts([text(entry)])
        case .judgement(let form):
            return .grades(form.options.map { _ in number(form.grades.count) })
        case .consent:
            let answer = pick(Consent.allCases)
            return .consent(answer, answer == .agree ? nil : text(entry))
        }
    }

    private mutating func points(for form: PointsForm) -> [Int] {
        var points = form.options.map { _ in 0 }
        var left = form.spending == .all ? form.budget : 1 + number(form.budget)
        while left > 0 {
            let option = number(points.count)
            guard points[option] < form.mostPerOption else { continue }
            points[option] += 1
            left -= 1
        }
        return points
    }

    private mutating func text(_ entry: Int) -> Entry {
        .of(entry, pick(["plus de temps", "l’Équipe", "équipes", "du temps", "un réseau"]))
    }

    /// The numbers from 0 up to but not including `count`, in any order.
    mutating func shuffled(_ count: Int) -> [Int] {
        Array(0..<count).shuffled(using: &self)
    }
}
