package import Workshop

/// A convention: 735 people, 25 themes to 10 to 4.
package enum ScenarioFive {
    package static let title = "Convention"

    package static let colleges = ["salarié", "administrateur"]

    package static let seats = 0..<735

    package static func college(of seat: Int) -> Int {
        seat % 21 < 16 ? 0 : 1
    }

    /// M00 to M24.
    package static let themes = [
        "Faire entendre notre voix", "Recruter et fidéliser",
        "Centres-bourgs et logements vacants", "Santé mentale et habitat",
        "Prendre soin des équipes", "Vieillir chez soi", "Coopérer entre réseaux",
        "Habitat indigne", "Nos métiers en scène", "Pauvreté et inégalités : comprendre et agir",
        "Jeunes et premiers logements", "Ressources et coûts",
        "Logement d'abord et intermédiation", "Renouveler nos conseils et le bénévolat",
        "Chantiers sobres et matériaux", "Transformation numérique et outils communs",
        "Les habitant·es dans nos projets et nos instances", "Mesurer notre utilité sociale",
        "Handicap et logement inclusif", "Être attirants : économie sociale et sens commun",
        "Données personnelles", "Expérimenter", "Rénover pour les ménages modestes",
        "L'intelligence artificielle dans nos métiers", "Regards européens",
    ]

    /// The ten of the second round, by their votes in the first; of M09 and M16 the lower first.
    package static let kept = [8, 1, 15, 19, 12, 5, 9, 16, 22, 23]

    package static let firstVotes = [
        41, 243, 162, 88, 10, 210, 132, 46, 244, 188, 103, 13, 220, 149, 68, 237, 188, 110, 28,
        232, 161, 74, 185, 183, 130,
    ]

    package static let secondVotes = [262, 131, 15, 281, 190, 81, 308, 226, 109, 368]

    /// The second round by college: salarié, administrateur.
    package static let secondByCollege = [
        [198, 99, 11, 212, 145, 61, 237, 173, 82, 282], [64, 32, 4, 69, 45, 20, 71, 53, 27, 86],
    ]
}

// MARK: - Polls

extension ScenarioFive {
    /// One to five of the 25 themes, hidden until the close (S5.3).
    package static let firstRound = round(themes, 1...5, after: nil)

    /// One to three of the ten (S5.6).
    package static func secondRound(after first: Activity.ID) -> PollDesign {
        round(kept.map { themes[$0] }, 1...3, after: first)
    }

    private static func round(
        _ options: [String],
        _ count: ClosedRange<Int>,
        after first: Activity.ID?
    ) -> PollDesign {
        var conduct = PollDesign.Conduct()
        conduct.breakdown = .college
        return try! PollDesign(
            question: "Quels thèmes pour l’année ?",
            form: .choice(try! ChoiceForm(options: options, count: count)),
            abstention: .notOffered,
            results: .onClose,
            identity: .anonymous,
            follows: first,
            conduct: conduct
        )
    }

    /// The closing poll, also counted by raised hands (S5.11).
    package static let closing = try! PollDesign(
        question: "Et maintenant ?",
        options: ["Nous commençons", "Nous attendons", "Nous renonçons"],
        choiceCount: 1...1,
        abstention: .offered,
        results: .live,
        identity: .anonymous
    )
}

// MARK: - Answers

extension ScenarioFive {
    package static func firstChoices(of seat: Int) -> Choices {
        Choices((0..<5).map { d in (7 * root((7 * seat * (d + 2) + 3 * d + 1) % 625) + 4) % 25 })!
    }

    package static func secondChoices(of seat: Int) -> Choices {
        Choices(
            (0..<3).map { d in
                (3 * root((11 * seat * (2 * d + 3) + 5 * d + 2) % 100) + 2) % 10
            }
        )!
    }

    package static func closingBallot(of seat: Int) -> Ballot {
        let line = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3][(7 * seat + 3) % 10]
        return line == 3 ? .abstention : .choices(Choices([line])!)
    }

    /// Whose battery is flat: they raise a hand for the first option.
    package static func raisesHand(_ seat: Int) -> Bool {
        seat % 52 == 7
    }

    /// The integer square root.
    private static func root(_ number: Int) -> Int {
        var root = 0
        while (root + 1) * (root + 1) <= number { root += 1 }
        return root
    }
}
