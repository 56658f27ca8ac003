/// The result of a poll by group, as it may be published: some cells are left out.
///
/// It is made once, at the close, and only this form is ever stored or sent: what a ballot's group
/// was is forgotten before anything is written.
package struct BreakdownTable: Hashable, Sendable {
    package let subject: Subject
    package let rows: [Row]

    /// What the rows stand for.
    package enum Subject: Hashable, Sendable {
        /// Groups of people.
        case group(Grouping)
        /// The lines of the round before, as the people themselves remember them.
        case earlierRound
    }

    package struct Row: Hashable, Sendable {
        /// The group's index in the room's list, or the line of the earlier round; `nil` for all
        /// others together.
        package let group: Int?
        /// The ballots of the group; `nil` when left out.
        package let total: Int?
        /// The ballots of each line, the abstention last; `nil` where left out.
        package let counts: [Int?]

        package init(group: Int?, total: Int?, counts: [Int?]) {
            self.group = group
            self.total = total
            self.counts = counts
        }
    }

    package init(subject: Subject, rows: [Row]) {
        self.subject = subject
        self.rows = rows
    }
}

/// Ballots counted by group and line before anything is left out; it lives in memory only.
struct RawBreakdown {
    private let lineCount: Int
    private let groupCount: Int
    /// Ballots per group and line; the last row is of those without a group.
    private var counts: [[Int]]
    private var totals: [Int]

    init(groups: Int, lines: Int) {
        (groupCount, lineCount) = (groups, lines)
        counts = Array(repeating: .zeroes(lines), count: groups + 1)
        totals = .zeroes(groups + 1)
    }

    /// Counts a ballot that stands on `lines`.
    mutating func add(_ lines: [Int], to group: Int?) {
        let row = group ?? groupCount
        for line in lines { counts[row][line] += 1 }
        totals[row] += 1
    }

    /// The table that may be published; `nil` when nothing of it may.
    ///
    /// Groups with fewer ballots than the threshold, and all beyond the ``Limits/shownGroups``
    /// largest, are counted together with those who belong to none.
    func published(_ subject: BreakdownTable.Subject, by rule: Suppression) -> BreakdownTable? {
        let large = (0..<groupCount).filter { totals[$0] >= rule.threshold }
            .sorted { (totals[$1], $0) < (totals[$0], $1) }
            .prefix(Limits.shownGroups)
            .sorted()
        let others = (0...groupCount).filter { !large.contains($0) }
        var cells = large.map { counts[$0] + [totals[$0]] }
        var rest = [Int].zeroes(lineCount + 1)
        for row in others {
            for line in 0..<lineCount { rest[line] += counts[row][line] }
            rest[lineCount] += totals[row]
        }
        if rest[lineCount] > 0 { cells.append(rest) }
        guard let shown = rule.published(cells) else { return nil }
        return BreakdownTable(
            subject: subject,
            rows: shown.enumerated().map { index, row in
                BreakdownTable.Row(
                    group: index < large.count ? large[index] : nil,
                    total: row[lineCount],
                    counts: Array(row[..<lineCount])
                )
            }
        )
    }
}
