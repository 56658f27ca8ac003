package import Workshop

/// A road-map by consent with 32 people, then 47 actions and a group of eleven.
package enum ScenarioThree {
    package static let title = "Décider ensemble : de l’idée à la feuille de route"

    package static let colleges = ["habitant", "salarié", "partenaire", "administrateur"]

    package static let seats = 0..<32

    package static func college(of seat: Int) -> Int {
        switch seat % 16 {
        case 0..<5: 0
        case 5..<11: 1
        case 11..<14: 2
        case _: 3
        }
    }

    /// The rounds of consent on the road-map.
    package static func consent(after round: Activity.ID? = nil) -> PollDesign {
        var conduct = PollDesign.Conduct()
        conduct.breakdown = .college
        return try! PollDesign(
            question: "Adoptons-nous la feuille de route ?",
            form: .consent,
            abstention: .notOffered,
            results: .onClose,
            identity: .anonymous,
            follows: round,
            conduct: conduct
        )
    }

    /// Who objects in the first round, with a proposal.
    package static let proposals = [
        6: "Commencer par un seul quartier", 22: "Dire d’abord qui décide",
    ]

    /// What `seat` answers in the first round (S3.6): 24 agree, 6 with reservations, 2 object.
    package static func firstAnswer(of seat: Int) -> Consent {
        if proposals[seat] != nil { return .object }
        return [0, 3, 13, 16, 19, 29].contains(seat) ? .reservations : .agree
    }

    /// What `seat` answers in the second round (S3.8): 28 agree, 4 with reservations.
    package static func secondAnswer(of seat: Int) -> Consent {
        [3, 6, 16, 29].contains(seat) ? .reservations : .agree
    }
}

// MARK: - 47 actions

extension ScenarioThree {
    /// An action of `actions-47.csv`.
    package struct Action: Sendable {
        package let id: String
        package let ambition: String
        package let title: String
    }

    package static let actions: [Action] = {
        let text = String(decoding: PackageResources.actions_47_csv, as: UTF8.self)
        return CSVReader.rows(in: text).dropFirst().map { fields in
            Action(id: fields[0], ambition: fields[1], title: fields[2])
        }
    }()

    /// The restricted group.
    package static let members = 0..<11

    /// A round of choices among `actions`.
    package static func choice(
        among actions: [Int],
        count: ClosedRange<Int>,
        after round: Activity.ID? = nil
    ) -> PollDesign {
        try! PollDesign(
            question: "Quelles actions gardons-nous ?",
            form: .choice(
                try! ChoiceForm(options: actions.map { Self.actions[$0].title }, count: count)
            ),
            abstention: .notOffered,
            results: .onClose,
            identity: .anonymous,
            follows: round
        )
    }

    /// The rows that `member` supports in the first round (S3.10).
    package static func firstChoices(of member: Int) -> [Int] {
        let m = member
        return actions.indices.filter { a in (a * a + 5 * a * m + 3 * m * m + 4) % 53 < 21 }
    }

    /// What `member` supports of the 18 of the second round (S3.12).
    package static func secondChoices(of member: Int) -> [Int] {
        let m = member
        return (0..<18).filter { b in (b * b + b * m + m * m + 2) % 19 < 9 }
    }

    /// Voices of each action in the first round.
    package static let firstVoices = [
        4, 3, 5, 7, 5, 4, 5, 3, 6, 3, 7, 3, 2, 3, 3, 6, 4, 3, 3, 2, 4, 3, 3, 8, 3, 7, 3, 3, 5, 2,
        7, 7, 5, 5, 7, 7, 5, 2, 3, 4, 6, 5, 4, 8, 2, 4, 7,
    ]

    /// Voices of the 18 in the second round.
    package static let secondVoices = [7, 5, 3, 7, 8, 6, 6, 5, 4, 7, 6, 2, 8, 5, 9, 4, 4, 5]

    /// The 19 that are adopted in the end.
    package static let adopted = [
        "AC01", "AC04", "AC06", "AC07", "AC09", "AC11", "AC16", "AC24", "AC26", "AC29", "AC31",
        "AC32", "AC33", "AC35", "AC36", "AC37", "AC41", "AC44", "AC47",
    ]
}
