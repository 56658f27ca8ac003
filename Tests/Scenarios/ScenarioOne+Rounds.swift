package import Workshop

/// The second round of P6 and what closes the session.
extension ScenarioOne {
    /// What `seat` answers in the second round of P6, after it answered `first` (S1.12).
    package static func secondBallot(of seat: Int) -> Ballot {
        switch firstLine(of: seat) {
        case 0: line(seat % 3 == 0 ? 1 : 0)
        case 1: line(seat % 5 == 0 ? 0 : 1)
        case _ where seat % 2 == 0: line(1)
        case _: seat % 3 == 1 ? line(0) : .abstention
        }
    }

    /// The line on which `seat` stood in the first round of P6, the abstention being the last.
    package static func firstLine(of seat: Int) -> Int {
        guard case .choices(let choices, _) = Question.p6.ballot(of: seat) else { return 2 }
        return choices.numbers[0]
    }

    private static func line(_ number: Int) -> Ballot {
        .choices(Choices([number])!)
    }

    /// What comes out of the second round.
    package static let secondCount = Count(ballots: 42, abstentions: 4, options: [15, 23])

    /// Who moved where from the first round to the second; never shown as it is.
    package static let moves = [[12, 6, 0], [1, 14, 0], [2, 3, 4]]

    /// P1 by college, the abstention last; never shown as it is.
    package static let p1ByCollege = [[4, 8, 5, 3, 3], [4, 5, 2, 0, 1], [1, 2, 0, 1, 0]]
}

// MARK: - The end

extension ScenarioOne {
    /// The closing scale of S1.22.
    package static let closingScale = try! PollDesign(
        question: "Cette séance vous a-t-elle été utile ?",
        form: .scale(try! ScaleForm(steps: 5, lowLabel: "Pas du tout", highLabel: "Beaucoup")),
        abstention: .notOffered,
        results: .live,
        identity: .anonymous
    )

    /// What `seat` answers on the closing scale.
    package static func closingStep(of seat: Int) -> Ballot {
        .step([0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4][(3 * seat + 1) % 11])
    }

    /// How often each step was given.
    package static let closingCounts = [4, 4, 8, 15, 11]

    /// A short text to end with, from seven seats.
    package static let closingTexts = try! PollDesign(
        question: "Un mot de la fin ?",
        form: .texts(try! TextsForm(most: 1)),
        abstention: .notOffered,
        results: .live,
        identity: .anonymous
    )

    /// Who writes a short text.
    package static let closingWriters = seats.filter { $0 % 6 == 0 }
}
