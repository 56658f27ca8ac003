/// A poll in a room: its design, where it stands, and the ballots it received.
package struct Poll: Hashable, Sendable {
    package private(set) var design: PollDesign
    package private(set) var phase = Phase.draft
    /// Always equal to a recount of ``ballots``; kept so that a ballot costs what its own size is.
    package private(set) var tally: Tally
    package private(set) var ballots: [AuthorKey: Ballot] = [:]
    /// Whose ballot each text stands on.
    package private(set) var entryAuthors: [Note.ID: AuthorKey] = [:]
    /// The line of each ballot in the round before, as its author said; empty once closed.
    package private(set) var earlierLines: [AuthorKey: Int] = [:]
    /// Texts that a facilitator took away, and why.
    package private(set) var hiddenEntries: [Note.ID: String] = [:]
    package private(set) var moderationLog: [ModerationLine] = []
    /// Hands that a facilitator counted, line by line, the abstention last.
    package private(set) var declaredHands: [Int]?
    /// What was worked out at the close.
    package private(set) var tables: [BreakdownTable] = []
    /// How often the poll was edited after its launch: a ballot filled in for an older edition does
    /// not count for a newer one.
    package private(set) var edition = 0
    private let language: RoomDesign.Language

    /// Where a poll stands; it only ever moves forward.
    package enum Phase: Hashable, Sendable, Comparable {
        case draft, open, closed, revealed
    }

    init(_ design: PollDesign, in language: RoomDesign.Language) {
        self.design = design
        self.language = language
        tally = Tally(design.form, in: language)
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

    /// What the ballots come to; ask only when ``resultsAreDue``.
    package var result: PollResult {
        PollResult(tally, of: design.form, hands: declaredHands)
    }

    /// Whether texts are listed one by one: beyond ``Limits/entriesListed`` they are only counted.
    package var listsEntries: Bool { entryAuthors.count <= Limits.entriesListed }

    /// The text with this id; `nil` when no ballot holds it.
    package func entry(_ id: Note.ID) -> Entry? {
        entryAuthors[id].flatMap { ballots[$0]?.entries.first { $0.id == id } }
    }

    /// What the text with this id says about its ballot: objections and reservations are told
    /// apart.
    package func consent(of id: Note.ID) -> Consent? {
        guard let author = entryAuthors[id], case .consent(let answer, _)? = ballots[author] else {
            return nil
        }
        return answer
    }

    /// Refuses a ballot that the poll does not take, now or ever.
    func check(_ ballot: Ballot, by author: AuthorKey) throws(Refusal) {
        if ballot == .abstention {
            guard design.abstention == .offered else { throw .unknownOption }
            return
        }
        try design.form.check(ballot)
        for entry in ballot.entries {
            guard (entryAuthors[entry.id] ?? author) == author else { throw .entryExists }
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
    /// Takes another design: as a draft, or after the launch while nobody has answered.
    mutating func redesign(_ design: PollDesign) {
        switch phase {
        case .draft:
            self = Poll(design, in: language)
        case .open:
            precondition(ballots.isEmpty, "A poll was edited after its first ballot")
            self.design = design
            tally = Tally(design.form, in: language)
            declaredHands = nil
            edition += 1
        case .closed, .revealed:
            preconditionFailure("A poll was edited after its close")
        }
    }

    /// Moves on; at the close nothing is left of what people answered in the round before.
    mutating func advance(to next: Phase) {
        precondition(next > phase, "A poll moved backwards")
        phase = next
        if next == .closed { earlierLines = [:] }
    }

    mutating func record(_ ballot: Ballot, by author: AuthorKey, earlier line: Int?) {
        precondition(design.identity.accepts(author), "A ballot has the wrong kind of author")
        withdraw(by: author)
        ballots[author] = ballot
        earlierLines[author] = line
        for entry in ballot.entries { entryAuthors[entry.id] = author }
        tally.add(ballot, hiding: hidden(on: ballot))
    }

    mutating func withdraw(by author: AuthorKey) {
        guard let ballot = ballots.removeValue(forKey: author) else { return }
        tally.remove(ballot, hiding: hidden(on: ballot))
        earlierLines[author] = nil
        for entry in ballot.entries { entryAuthors[entry.id] = nil }
    }

    mutating func moderate(_ line: ModerationLine) {
        moderationLog.append(line)
        // The text may be gone since; the log keeps its line all the same.
        let ballot = entryAuthors[line.note].flatMap { ballots[$0] }
        if let ballot { tally.remove(ballot, hiding: hidden(on: ballot)) }
        switch line.deed {
        case .hide: hiddenEntries[line.note] = line.reason
        case .restore: hiddenEntries[line.note] = nil
        }
        if let ballot { tally.add(ballot, hiding: hidden(on: ballot)) }
    }

    private func hidden(on ballot: Ballot) -> Set<Note.ID> {
        guard !hiddenEntries.isEmpty else { return [] }
        return Set(ballot.entries.map(\.id).filter { hiddenEntries[$0] != nil })
    }

    mutating func declare(_ hands: [Int]) {
        declaredHands = hands.allSatisfy { $0 == 0 } ? nil : hands
    }

    mutating func publish(_ tables: [BreakdownTable]) {
        self.tables = tables
    }
}
