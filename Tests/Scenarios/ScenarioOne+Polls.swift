package import Workshop

extension ScenarioOne {
    /// The polls of the script; P6 in its first round.
    package enum Question: String, CaseIterable, Sendable {
        case p1, p2, p3, p4, p5, p6
    }

    /// How many chose what.
    package struct Count: Hashable, Sendable {
        package let ballots: Int
        package let abstentions: Int
        package let options: [Int]

        package init(ballots: Int, abstentions: Int, options: [Int]) {
            self.ballots = ballots
            self.abstentions = abstentions
            self.options = options
        }

        /// The same of a result with options; `nil` of another.
        package init?(_ result: PollResult) {
            guard case .choice(let options) = result.outcome else { return nil }
            self.init(
                ballots: result.ballots,
                abstentions: result.abstentions,
                options: options
            )
        }
    }
}

extension ScenarioOne.Question {
    /// The poll as the facilitator writes it.
    package var design: PollDesign { design() }

    /// The poll with groups to break it down by, or as the next round of another.
    package func design(by grouping: Grouping? = nil, after round: Activity.ID? = nil) -> PollDesign
    {
        var conduct = PollDesign.Conduct()
        conduct.breakdown = grouping
        return try! PollDesign(
            question: question,
            form: .choice(
                try! ChoiceForm(
                    options: options,
                    count: choiceCount,
                    other: self == .p4 ? .offered : .notOffered
                )
            ),
            abstention: offersAbstention ? .offered : .notOffered,
            results: results,
            identity: .anonymous,
            follows: round,
            conduct: conduct
        )
    }

    private var question: String {
        switch self {
        case .p1: "Où en êtes-vous ?"
        case .p2: "Quelle date de référence ?"
        case .p3: "Qu'est-ce qui vous freine ?"
        case .p4: "Que mettre en commun d'abord ?"
        case .p5: "Un observatoire commun ?"
        case .p6: "Quel scénario ?"
        }
    }

    private var options: [String] {
        switch self {
        case .p1:
            [
                "Pas commencé", "Inventaire en cours", "Conventions en discussion",
                "Conventions signées",
            ]
        case .p2: ["31 décembre", "30 juin", "Moyenne de trois ans"]
        case .p3:
            [
                "Le temps", "L'outil", "Les données", "Les partenaires", "Le droit", "Les équipes",
            ]
        case .p4:
            [
                "Modèle de convention", "Tableau d'inventaire", "Lexique", "Formation", "Compteur",
                "Plaquette", "Calendrier",
            ]
        case .p5: ["Oui", "Oui, plus tard", "Non"]
        case .p6: ["Scénario 1, au prorata", "Scénario 2, selon les besoins"]
        }
    }

    private var choiceCount: ClosedRange<Int> {
        switch self {
        case .p1, .p2, .p5, .p6: 1...1
        case .p3, .p4: 1...3
        }
    }

    private var offersAbstention: Bool {
        choiceCount == 1...1
    }

    private var results: PollDesign.ResultsPolicy {
        switch self {
        case .p1, .p4, .p5: .live
        case .p2, .p6: .onClose
        case .p3: .onReveal
        }
    }
}

// MARK: - Answers

extension ScenarioOne.Question {
    /// What `seat` answers by the rule of the script.
    package func ballot(of seat: Int) -> Ballot {
        let i = seat
        switch self {
        case .p1: return Self.single([0, 0, 1, 1, 1, 1, 2, 2, 3, nil], (7 * i + 3) % 10)
        case .p2: return Self.single([0, 0, 0, 0, 1, 1, 2, 2, nil], (5 * i + 2) % 9)
        case .p3: return Self.several([(5 * i + 2) % 6, (i / 7) % 6, (i * i + i / 5) % 6])
        case .p4:
            let choices = Choices([(3 * i + 1) % 8, (i * i) % 8, (i / 4) % 8])!
            return .choices(choices, other: choices.contains(7) ? Self.idea(of: i) : nil)
        case .p5:
            return Self.single([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, nil], (11 * i + 6) % 13)
        case .p6:
            return Self.single([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, nil, nil, nil], (11 * i + 4) % 14)
        }
    }

    /// The answer that stands at `index`; `nil` is an abstention.
    private static func single(_ answers: [Int?], _ index: Int) -> Ballot {
        answers[index].map { .choices(Choices(bits: 1 << UInt64($0))) } ?? .abstention
    }

    /// What `seat` writes after "Autre : …" in P4; ids are drawn by the clients.
    private static func idea(of seat: Int) -> Entry {
        Entry(
            id: Note.ID(rawValue: (UInt64(seat) &+ 1) &* 0x9E37_79B9_7F4A_7C15),
            text: "forum d'entraide, idée \(seat)"
        )
    }

    private static func several(_ options: [Int]) -> Ballot {
        .choices(Choices(options)!)
    }

    /// What comes out when everybody has answered, and in P1 seat 20 has withdrawn.
    package var count: ScenarioOne.Count {
        switch self {
        case .p1: .init(ballots: 39, abstentions: 4, options: [9, 15, 7, 4])
        case .p2: .init(ballots: 42, abstentions: 5, options: [19, 9, 9])
        case .p3: .init(ballots: 42, abstentions: 0, options: [19, 16, 19, 18, 18, 15])
        case .p4: .init(ballots: 42, abstentions: 0, options: [22, 31, 10, 8, 18, 8, 9, 9])
        case .p5: .init(ballots: 42, abstentions: 3, options: [24, 9, 6])
        case .p6: .init(ballots: 42, abstentions: 9, options: [18, 15])
        }
    }
}

// MARK: - P1, step by step

extension ScenarioOne {
    /// Seats that leave P1 without an answer: 13 and 29 stay silent (S1.3).
    package static let silentInP1: Set<Int> = [13, 29]

    /// After S1.3: 36 of 38.
    package static let p1AfterFirstAnswers = Count(
        ballots: 36,
        abstentions: 3,
        options: [8, 15, 6, 4]
    )

    /// After S1.4: 40 of 42.
    package static let p1AfterLateSeats = Count(
        ballots: 40,
        abstentions: 4,
        options: [9, 16, 7, 4]
    )

    /// The seat that takes its ballot back (S1.5).
    package static let withdrawsInP1 = 20
}
