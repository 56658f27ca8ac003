/// What one seat answers in a poll; its form is the poll's ``BallotForm``.
package enum Ballot: Hashable, Sendable {
    /// Options by number, and what was written beside "other" when that is one of them.
    case choices(Choices, other: Entry? = nil)
    /// A step of a scale, from 0.
    case step(Int)
    /// Options from the most to the least preferred; those left out come last, tied.
    case ranking([Int])
    /// Points of each option.
    case points([Int])
    /// An estimate, in the smallest unit of its form.
    case number(Int)
    case texts([Entry])
    /// A grade for each option, 0 being the best.
    case grades([Int])
    /// An answer of consent; a proposal comes with every objection.
    case consent(Consent, Entry? = nil)
    /// An answer like any other: counted as answered, shown on a line of its own.
    case abstention

    /// Everything that was written by hand.
    package var entries: [Entry] {
        switch self {
        case .choices(_, let entry?), .consent(_, let entry?): [entry]
        case .texts(let entries): entries
        case .choices(_, nil), .consent(_, nil), .step, .ranking, .points, .number, .grades,
            .abstention:
            []
        }
    }
}

/// The three answers of a decision by consent.
package enum Consent: Hashable, Sendable, CaseIterable {
    case agree
    case reservations
    case object

    /// Its line in a tally.
    package var line: Int {
        switch self {
        case .agree: 0
        case .reservations: 1
        case .object: 2
        }
    }
}

/// A text that somebody wrote on a ballot: a word, an option of one's own, a proposal.
///
/// It is moderated like a note and has an id of the same kind, so that a proposal keeps its name
/// when it becomes a note on a wall. The id is drawn by the client: in the order of ids nothing is
/// left of the order of arrival.
package struct Entry: Hashable, Sendable {
    package let id: Note.ID
    package let text: String

    package init(id: Note.ID, text: String) {
        self.id = id
        self.text = text
    }
}
