import Workshop

/// The stored form of a ``PollDesign``.
///
/// `options`, `min` and `max` are the first form of a poll of plain choices, which is still written
/// so; every other form is an `ask`.
struct StoredPoll: Codable {
    let question: String
    var options: [String]?
    var min: Int?
    var max: Int?
    var ask: StoredAsk?
    let abstention: Bool
    let results: Results
    let identity: StoredIdentity
    /// Absent in a first round.
    let follows: HexNumber?
    /// Absent when nothing is said about it.
    let conduct: StoredConduct?

    enum Results: String, Codable {
        case live, close, reveal
    }

    init(_ design: PollDesign) {
        question = design.question
        if case .choice(let form) = design.form, form.other == .notOffered {
            (options, min, max) = (form.options, form.count.lowerBound, form.count.upperBound)
        } else {
            ask = StoredAsk(design.form)
        }
        abstention = design.abstention == .offered
        identity = StoredIdentity(design.identity)
        follows = design.follows.map { HexNumber($0) }
        conduct = StoredConduct(design.conduct)
        results =
            switch design.results {
            case .live: .live
            case .onClose: .close
            case .onReveal: .reveal
            }
    }

    func design() throws(Refusal) -> PollDesign {
        let results: PollDesign.ResultsPolicy =
            switch self.results {
            case .live: .live
            case .close: .onClose
            case .reveal: .onReveal
            }
        return try PollDesign(
            question: question,
            form: try form(),
            abstention: abstention ? .offered : .notOffered,
            results: results,
            identity: identity.identity,
            follows: follows?.id(),
            conduct: conduct?.conduct ?? PollDesign.Conduct()
        )
    }

    private func form() throws(Refusal) -> BallotForm {
        if let ask { return try ask.form() }
        guard let options, let min, let max else { throw .invalidActivity }
        return try StoredAsk.choice(options: options, min: min, max: max, other: false).form()
    }
}

/// The stored form of a ``PollDesign/Conduct``.
struct StoredConduct: Codable {
    let seconds: Int?
    let quorum: Int?
    let breakdown: StoredGrouping?
    let threshold: Int

    /// `nil` when nothing differs from what is usual.
    init?(_ conduct: PollDesign.Conduct) {
        guard conduct != PollDesign.Conduct() else { return nil }
        seconds = conduct.seconds
        quorum = conduct.quorumPercent
        breakdown = conduct.breakdown.map(StoredGrouping.init)
        threshold = conduct.threshold
    }

    var conduct: PollDesign.Conduct {
        var conduct = PollDesign.Conduct()
        conduct.seconds = seconds
        conduct.quorumPercent = quorum
        conduct.breakdown = breakdown?.grouping
        conduct.threshold = threshold
        return conduct
    }
}

/// The stored form of a ``Grouping``.
enum StoredGrouping: String, Codable {
    case college, organisation

    init(_ grouping: Grouping) {
        switch grouping {
        case .college: self = .college
        case .organisation: self = .organisation
        }
    }

    var grouping: Grouping {
        switch self {
        case .college: .college
        case .organisation: .organisation
        }
    }
}

/// The stored form of a ``BreakdownTable``.
struct StoredTable: Codable {
    /// A ``StoredGrouping``, or absent for the moves since the round before.
    let by: StoredGrouping?
    let rows: [Row]

    struct Row: Codable {
        let group: Int?
        let total: Int?
        let counts: [Int?]
    }

    init(_ table: BreakdownTable) {
        by =
            switch table.subject {
            case .group(let grouping): StoredGrouping(grouping)
            case .earlierRound: nil
            }
        rows = table.rows.map { Row(group: $0.group, total: $0.total, counts: $0.counts) }
    }

    var table: BreakdownTable {
        BreakdownTable(
            subject: by.map { .group($0.grouping) } ?? .earlierRound,
            rows: rows.map {
                BreakdownTable.Row(group: $0.group, total: $0.total, counts: $0.counts)
            }
        )
    }
}
