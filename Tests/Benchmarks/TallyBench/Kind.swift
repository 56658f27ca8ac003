import Workshop

/// A kind of poll, as large as its limits let it be, and ballots for it.
struct Kind {
    let name: String
    let form: BallotForm
    /// The ballot of somebody, by number.
    let ballot: (Int) -> Ballot

    static func all() throws(Refusal) -> [Kind] {
        let sixty = (0..<60).map { "Option \($0)" }
        let twentyFour = Array(sixty.prefix(24))
        let grades = ["Excellent", "Très bien", "Bien", "Passable", "Insuffisant", "À rejeter"]
        return [
            Kind(
                name: "choice, 1 of 4",
                form: .choice(try ChoiceForm(options: Array(sixty.prefix(4)), count: 1...1))
            ) { .choices(Choices(bits: 1 << UInt64($0 % 4))) },
            Kind(
                name: "choice, 30 of 60",
                form: .choice(try ChoiceForm(options: sixty, count: 1...60))
            ) { .choices(Choices(bits: 0x555_5555_5555_5555 << UInt64($0 % 2))) },
            Kind(
                name: "scale, 11 steps",
                form: .scale(try ScaleForm(steps: 11, lowLabel: "Peu", highLabel: "Très"))
            ) { .step($0 % 11) },
            Kind(
                name: "ranking, 24 of 24",
                form: .ranking(try RankingForm(options: twentyFour, count: 1...24))
            ) { number in .ranking((0..<24).map { ($0 * 7 + number) % 24 }) },
            Kind(
                name: "points, 60 options",
                form: .points(
                    try PointsForm(
                        options: sixty,
                        budget: 100,
                        mostPerOption: 100,
                        spending: .some
                    )
                )
            ) { number in .points((0..<60).map { ($0 + number) % 2 }) },
            Kind(
                name: "estimate",
                form: .estimate(
                    try EstimateForm(unit: "k€", decimals: 2, bounds: 0...1_000_000_000)
                )
            ) { .number(($0 &* 2_654_435_761) % 1_000_000_000) },
            Kind(name: "texts, a phrase", form: .texts(try TextsForm(most: 1))) {
                texts(1, of: $0)
            },
            Kind(name: "texts, 3 phrases", form: .texts(try TextsForm(most: 5))) {
                texts(3, of: $0)
            },
            Kind(
                name: "judgement, 24 options",
                form: .judgement(try JudgementForm(options: twentyFour, grades: grades))
            ) { number in .grades((0..<24).map { ($0 * 5 + number) % 6 }) },
            Kind(name: "consent", form: .consent) {
                .consent($0 % 3 == 0 ? .agree : .reservations)
            },
        ]
    }

    /// Short phrases, with words that many use and some that nobody else does.
    private static func texts(_ count: Int, of number: Int) -> Ballot {
        let subjects = ["des équipes", "du temps", "l’écoute", "les réseaux", "des données"]
        let verbs = ["Partager", "gagner", "Donner", "trouver"]
        return .texts(
            (0..<count).map { index in
                let subject = subjects[(number + index) % subjects.count]
                let verb = verbs[(number * 3 + index) % verbs.count]
                let id = UInt64(number * 3 + index) &* 0x9E37_79B9_7F4A_7C15
                return Entry(id: Note.ID(rawValue: id), text: "\(verb) \(subject) \(number / 3)")
            }
        )
    }
}
