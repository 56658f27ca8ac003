import Workshop

/// A ballot as it is written on the wire: section 3.1 of `Docs/Protocol.md`.
struct BallotFields: Codable {
    var choices: [Int]?
    var other: EntryFields?
    var step: Int?
    var ranking: [Int]?
    var points: [Int]?
    var number: Int?
    var texts: [EntryFields]?
    var grades: [Int]?
    var consent: ConsentName?
    var because: EntryFields?
    var abstain: Bool?

    struct EntryFields: Codable {
        let entry: Note.ID
        let text: String
    }

    enum ConsentName: String, Codable {
        case agree, reservations, object
    }

    init(_ ballot: Ballot) {
        switch ballot {
        case .choices(let chosen, let entry):
            (choices, other) = (chosen.numbers, entry.map(EntryFields.init))
        case .step(let step): self.step = step
        case .ranking(let order): ranking = order
        case .points(let points): self.points = points
        case .number(let number): self.number = number
        case .texts(let entries): texts = entries.map(EntryFields.init)
        case .grades(let grades): self.grades = grades
        case .consent(let answer, let entry):
            (consent, because) = (ConsentName(answer), entry.map(EntryFields.init))
        case .abstention: abstain = true
        }
    }

    /// The ballot that the fields describe.
    ///
    /// - Throws: ``ClientMessage/Violation`` when they describe none; ``Refusal/unknownOption`` for
    ///   choices that no poll could have.
    func ballot() throws -> Ballot {
        if abstain == true { return .abstention }
        if let choices {
            guard let chosen = Choices(choices) else { throw Refusal.unknownOption }
            return .choices(chosen, other: other?.value)
        }
        if let step { return .step(step) }
        if let ranking { return .ranking(ranking) }
        if let points { return .points(points) }
        if let number { return .number(number) }
        if let texts { return .texts(texts.map(\.value)) }
        if let grades { return .grades(grades) }
        if let consent { return .consent(consent.answer, because?.value) }
        throw ClientMessage.Violation()
    }
}

extension BallotFields.EntryFields {
    init(_ entry: Entry) {
        self.init(entry: entry.id, text: entry.text)
    }

    var value: Entry { Entry(id: entry, text: text) }
}

extension BallotFields.ConsentName {
    init(_ answer: Consent) {
        switch answer {
        case .agree: self = .agree
        case .reservations: self = .reservations
        case .object: self = .object
        }
    }

    var answer: Consent {
        switch self {
        case .agree: .agree
        case .reservations: .reservations
        case .object: .object
        }
    }
}
