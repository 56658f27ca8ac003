/// A poll in a room: its design, where it stands, and the ballots it received.
package struct Poll: Hashable, Sendable {
    package private(set) var design: PollDesign
    package private(set) var phase = Phase.draft
    /// Always equal to a recount of ``ballots``; kept so that a ballot costs O(*options*).
    package private(set) var tally: Tally
    package private(set) var ballots: [AuthorKey: Ballot] = [:]

    /// Where a poll stands; it only ever moves forward.
    package enum Phase: Hashable, Sendable, Comparable {
        case draft, open, closed, revealed
    }

    init(_ design: PollDesign) {
        self.design = design
        tally = Tally(optionCount: design.options.count)
    }

    /// Whether the tally may be seen now; the one place where this is decided.
    package var resultsAreDue: Bool {
        switch (design.results, phase) {
        case (.live, .open), (.live, .closed), (.live, .revealed): true
        case (.onClose, .closed), (.onClose, .revealed): true
        case (.onReveal, .revealed): true
        case (.live, .draft), (.onClose, .draft), (.onReveal, .draft): false
        case (.onClose, .open), (.onReveal, .open), (.onReveal, .closed): false
        }
    }

    /// Refuses a ballot that the poll does not take, now or ever.
    func check(_ ballot: Ballot) throws(Refusal) {
        switch ballot {
        case .abstention:
            guard design.abstention == .offered else { throw .unknownOption }
        case .choices(let choices):
            guard choices.areWithin(first: design.options.count) else { throw .unknownOption }
            guard design.choiceCount.contains(choices.count) else { throw .wrongNumberOfChoices }
        }
    }

    /// Refuses unless ballots are taken at this moment.
    func checkIsOpen() throws(Refusal) {
        switch phase {
        case .draft: throw .pollNotOpen
        case .open: return
        case .closed, .revealed: throw .pollClosed
        }
    }
}

// MARK: - Moving on

extension Poll {
    mutating func redesign(_ design: PollDesign) {
        precondition(phase == .draft, "A poll was edited after its launch")
        self = Poll(design)
    }

    mutating func advance(to next: Phase) {
        precondition(next > phase, "A poll moved backwards")
        phase = next
    }

    mutating func record(_ ballot: Ballot, by author: AuthorKey) {
        precondition(design.identity.accepts(author), "A ballot has the wrong kind of author")
        if let earlier = ballots.updateValue(ballot, forKey: author) {
            tally.remove(earlier)
        }
        tally.add(ballot)
    }

    mutating func withdraw(by author: AuthorKey) {
        if let earlier = ballots.removeValue(forKey: author) {
            tally.remove(earlier)
        }
    }
}
