import Workshop

/// Forms of every kind, and ballots for them: most of them valid, some not, some of another kind.
extension RandomSession {
    mutating func nextForm() -> BallotForm {
        let options = (0..<(2 + chance.number(3))).map { "Option \($0)" }
        let count = 1...(1 + chance.number(2))
        return switch chance.number(10) {
        case 0..<3:
            .choice(
                try! ChoiceForm(
                    options: options,
                    count: count,
                    other: chance.pick([.offered, .notOffered])
                )
            )
        case 3: .scale(try! ScaleForm(steps: 3, lowLabel: "Peu", highLabel: "Très"))
        case 4: .ranking(try! RankingForm(options: options, count: count))
        case 5:
            .points(
                try! PointsForm(
                    options: options,
                    budget: 4,
                    mostPerOption: 3,
                    spending: chance.pick([.all, .some])
                )
            )
        case 6: .estimate(try! EstimateForm(unit: "k€", decimals: 1, bounds: -30...30))
        case 7: .texts(try! TextsForm(most: 2))
        case 8: .judgement(try! JudgementForm(options: options, grades: ["Bien", "Mal", "Non"]))
        case _: .consent
        }
    }

    mutating func nextBallot(of seat: Int, in id: Activity.ID) -> RoomCommand {
        let poll = room.polls[id]
        let form = chance.once(in: 8) ? nextForm() : poll?.design.form ?? nextForm()
        let lines = form.lineCount ?? 0
        return .castBallot(
            chance.once(in: 8) ? .abstention : ballot(for: form),
            in: id,
            by: stage.key(of: seat, in: id),
            earlier: chance.pick([nil, chance.number(2), chance.number(lines + 2), -1]),
            edition: chance.once(in: 12) ? chance.number(2) : poll?.edition ?? 0
        )
    }

    /// Most ballots go to the first line, so that large numbers come together in a crowd.
    private mutating func line(of count: Int) -> Int {
        switch chance.number(12) {
        case 0: count
        case 1..<8: 0
        case _: chance.number(count)
        }
    }

    private mutating func nextText() -> Entry {
        Entry(
            id: Stage.note(chance.number(people * 2)),
            text: chance.pick(["Plus de temps", "l’Équipe", "équipes", "du temps", " ", "réseaux"])
        )
    }

    private mutating func ballot(for form: BallotForm) -> Ballot {
        switch form {
        case .choice(let form): return choices(for: form)
        case .scale(let form): return .step(line(of: form.steps))
        case .ranking(let form):
            let count = form.options.count
            return .ranking((0...chance.number(2)).map { _ in line(of: count) })
        case .points(let form):
            var points = form.options.map { _ in 0 }
            for _ in 0..<(form.budget - chance.number(4) / 3) {
                points[chance.number(points.count)] += 1
            }
            return .points(points)
        case .estimate: return .number(chance.number(64) - 32)
        case .texts: return .texts((0...chance.number(2)).map { _ in nextText() })
        case .judgement(let form):
            return .grades(form.options.map { _ in line(of: form.grades.count) })
        case .consent:
            let answer = chance.pick(Consent.allCases)
            let isSaid = chance.once(in: 8) ? answer == .agree : answer != .agree
            return .consent(answer, isSaid ? nextText() : nil)
        }
    }

    private mutating func choices(for form: ChoiceForm) -> Ballot {
        let lines = form.options.count + (form.other == .offered ? 1 : 0)
        let numbers = (0..<form.count.upperBound).map { _ in line(of: lines) }
        let choices = Choices(numbers)!
        let isOther = form.other == .offered && choices.contains(form.options.count)
        return .choices(choices, other: isOther != chance.once(in: 12) ? nextText() : nil)
    }
}
