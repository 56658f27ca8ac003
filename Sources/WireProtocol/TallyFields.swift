import Workshop

/// A result as it is written: section 3.2 of `Docs/Protocol.md`.
///
/// Numbers are whole, or halves, which binary fractions hold exactly.
struct TallyFields: Encodable {
    let ballots: Int
    let abstentions: Int
    let hands: [Int]?
    var counts: [Int]?
    var sum: Int?
    var quartiles: [Double]?
    var least: Int?
    var greatest: Int?
    var columns: Columns?
    var borda: [Double]?
    var bordaRanks: [Int]?
    var ranks: [Int]?
    var winner: Int?
    var words: [WordFields]?
    var judged: [[Int]]?
    var grades: [Int?]?

    struct Columns: Encodable {
        let from: Int
        let width: Int
        let counts: [Int]
    }

    /// A word and its number of ballots, as a pair.
    struct WordFields: Encodable {
        let word: WordCount.Word

        func encode(to encoder: any Encoder) throws {
            var pair = encoder.unkeyedContainer()
            try pair.encode(word.text)
            try pair.encode(word.count)
        }
    }

    init(_ result: PollResult) {
        ballots = result.ballots
        abstentions = result.abstentions
        hands = result.declaredHands
        switch result.outcome {
        case .choice(let counts), .points(let counts), .consent(let counts):
            self.counts = counts
        case .scale(let counts, let distribution):
            self.counts = counts
            (sum, quartiles) = (distribution?.sum, distribution?.quartiles)
        case .ranking(let borda, let schulze):
            self.borda = borda.halfPoints.map { Double($0) / 2 }
            bordaRanks = borda.ranks
            ranks = schulze.ranks
            winner = schulze.condorcetWinner
        case .estimate(let distribution):
            (sum, quartiles) = (distribution?.sum, distribution?.quartiles)
            (least, greatest) = (distribution?.least, distribution?.greatest)
            columns = distribution.map {
                Columns(
                    from: $0.columns.from,
                    width: $0.columns.width,
                    counts: $0.columns.counts
                )
            }
        case .texts(let words):
            self.words = words.map(WordFields.init)
        case .judgement(let counts, let judgement):
            let gradeCount = counts.count / judgement.grades.count
            judged = stride(from: 0, to: counts.count, by: gradeCount)
                .map { Array(counts[$0..<$0 + gradeCount]) }
            grades = judgement.grades
            ranks = judgement.ranks
        }
    }
}

extension Distribution {
    /// Lower quartile, median and upper quartile.
    fileprivate var quartiles: [Double] { doubledQuartiles.map { Double($0) / 2 } }
}

/// A table as it is written: section 3.3 of `Docs/Protocol.md`.
struct TableFields: Encodable {
    struct Row: Encodable {
        let group: NullableNumber
        let total: NullableNumber
        let counts: [Int?]
    }

    let by: String
    let rows: [Row]

    init(_ table: BreakdownTable) {
        by =
            switch table.subject {
            case .group(let grouping): DesignFields.GroupingName(grouping).rawValue
            case .earlierRound: "earlier"
            }
        rows = table.rows.map {
            Row(
                group: NullableNumber(number: $0.group),
                total: NullableNumber(number: $0.total),
                counts: $0.counts
            )
        }
    }
}

/// A number, or `null` in so many letters.
struct NullableNumber: Encodable {
    let number: Int?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let number { try container.encode(number) } else { try container.encodeNil() }
    }
}
