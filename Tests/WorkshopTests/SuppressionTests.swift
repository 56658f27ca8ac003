import Testing
import Workshop

/// The breakdown rule, against somebody who tries every table there could be.
@Suite("No small number can be read or worked out [P20]")
struct SuppressionTests {
    private static let thresholds = [2, 3, 5]

    /// What breaks the rule in the published form of a table; nothing when it holds.
    static func faults(
        _ cells: [[Int]],
        _ rule: Suppression,
        publishing shown: [[Int?]]? = nil
    ) -> [String] {
        guard let shown = shown ?? rule.published(cells) else { return [] }
        var faults: [String] = []
        for column in cells[0].indices where cells.contains(where: { $0[column] > 0 }) {
            for row in cells.indices {
                guard let value = shown[row][column] else { continue }
                if value != cells[row][column] { faults.append("wrong at \(row), \(column)") }
                if value < rule.threshold { faults.append("small at \(row), \(column)") }
            }
        }
        let intruder = Intruder(cells, shown: shown, linesPerBallot: rule.linesPerBallot)
        faults += intruder.workedOut.map { "worked out at \($0.row), \($0.column)" }
        return faults + smallRemainders(cells, shown, rule)
    }

    /// Rows and columns of which so little is left out that the remainder is a small number itself.
    private static func smallRemainders(
        _ cells: [[Int]],
        _ shown: [[Int?]],
        _ rule: Suppression
    ) -> [String] {
        let chosen = cells[0].indices.filter { column in cells.contains { $0[column] > 0 } }
        var lines = chosen.map { column in cells.indices.map { ($0, column) } }
        if rule.additivity == .oneLinePerBallot {
            lines += cells.indices.map { row in
                chosen.filter { $0 < cells[0].count - 1 }.map { (row, $0) }
            }
        }
        return lines.compactMap { line in
            let hidden = line.filter { shown[$0.0][$0.1] == nil }
            let rest = hidden.reduce(0) { $0 + cells[$1.0][$1.1] }
            let isTelling = rest < rule.leastRemainder || hidden.count == 1
            guard !hidden.isEmpty, hidden.count < line.count, isTelling else { return nil }
            return "only \(rest) left out beside \(hidden[0])"
        }
    }

    private static func rules(_ additivity: Suppression.Additivity) -> [Suppression] {
        thresholds.flatMap { threshold in
            Set([threshold, 1]).sorted().map { remainder in
                Suppression(
                    threshold: threshold,
                    leastRemainder: remainder,
                    additivity: additivity,
                    linesPerBallot: additivity == .oneLinePerBallot ? 1...1 : 1...3
                )
            }
        }
    }

    /// Every list of `count` numbers from 0 to `most`.
    private static func everyList(_ count: Int, upTo most: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { lists, _ in
            lists.flatMap { list in (0...most).map { list + [$0] } }
        }
    }

    /// Every table of so many groups and lines; the last line is the abstention.
    private static func everyTable(_ groups: Int, _ lines: Int, upTo most: Int) -> [[[Int]]] {
        everyList(groups * lines, upTo: most).map { numbers in
            (0..<groups).map { group in
                let row = Array(numbers[(group * lines)..<((group + 1) * lines)])
                return row + [row.reduce(0, +)]
            }
        }
    }

    @Test("every small table, one line a ballot", arguments: [(2, 2, 6), (2, 3, 2), (3, 2, 3)])
    func everySmallTable(_ groups: Int, _ lines: Int, _ most: Int) {
        for cells in Self.everyTable(groups, lines, upTo: most) {
            for rule in Self.rules(.oneLinePerBallot) {
                #expect(Self.faults(cells, rule).isEmpty, "\(cells) \(rule)")
            }
        }
    }

    @Test("every small table, several lines a ballot", arguments: [(2, 3, 2), (3, 2, 2)])
    func everySmallTableOfSeveral(_ groups: Int, _ lines: Int, _ most: Int) {
        for numbers in Self.everyList(groups * lines, upTo: most) {
            // As many ballots as it takes for these lines, when every ballot is on most of them.
            let cells = (0..<groups).map { group in
                let row = Array(numbers[(group * lines)..<((group + 1) * lines)])
                let answers = row.dropLast().max() ?? 0
                return row + [answers + row[lines - 1]]
            }
            for rule in Self.rules(.severalLinesPerBallot) {
                #expect(Self.faults(cells, rule).isEmpty, "\(cells) \(rule)")
            }
        }
    }

    @Test("random tables of three groups", arguments: [2, 3])
    func randomTables(_ lines: Int) {
        for seed in 1...250 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let most = chance.pick([2, 6, 8])
            let cells = (0..<3).map { _ in
                let row = (0..<lines).map { _ in chance.number(most + 1) }
                return row + [row.reduce(0, +)]
            }
            for rule in Self.rules(.oneLinePerBallot) {
                #expect(Self.faults(cells, rule).isEmpty, "seed \(seed) \(cells) \(rule)")
            }
        }
    }

    @Test("random ballots with several lines", arguments: [1...2, 1...3, 2...2])
    func randomBallots(_ count: ClosedRange<Int>) {
        for seed in 1...400 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let lines = 3
            var cells = [[Int]](repeating: Array(repeating: 0, count: lines + 2), count: 2)
            for _ in 0..<(4 + chance.number(24)) {
                let group = chance.number(2)
                cells[group][lines + 1] += 1
                let some = count.lowerBound + chance.number(count.count)
                let choices = chance.once(in: 6) ? [lines] : chance.shuffled(lines).prefix(some)
                for line in choices { cells[group][line] += 1 }
            }
            for threshold in Self.thresholds {
                let rule = Suppression(
                    threshold: threshold,
                    leastRemainder: threshold,
                    additivity: .severalLinesPerBallot,
                    linesPerBallot: count
                )
                #expect(Self.faults(cells, rule).isEmpty, "seed \(seed) \(cells) \(rule)")
            }
        }
    }

    @Test("a group that agrees to the last is not shown to agree")
    func unanimity() {
        let one = Suppression(threshold: 5, leastRemainder: 5, additivity: .oneLinePerBallot)
        let several = Suppression(
            threshold: 5,
            leastRemainder: 5,
            additivity: .severalLinesPerBallot
        )
        for rule in [one, several] {
            let shown = rule.published([[8, 0, 0, 8], [9, 9, 0, 18], [9, 9, 0, 18]])
            #expect(shown?[0][0] == nil)
        }
    }

    @Test("where everything is large everything is shown")
    func largeNumbers() {
        let rule = Suppression(threshold: 5, leastRemainder: 5, additivity: .oneLinePerBallot)
        let cells = [[5, 6, 0, 11], [7, 8, 0, 15]]
        #expect(rule.published(cells) == cells)
    }

    @Test("one group is no breakdown, and nobody makes none")
    func nothing() {
        let rule = Suppression(threshold: 5, leastRemainder: 5, additivity: .oneLinePerBallot)
        #expect(rule.published([]) == nil)
        #expect(rule.published([[9, 9, 18]]) == nil)
        #expect(rule.published([[0, 0, 0], [0, 0, 0]]) == nil)
        #expect(rule.published([[1, 2, 3], [2, 1, 3]]) == nil)
    }

    @Test("a table of the largest size is worked out while people wait")
    func largest() throws {
        for additivity in [Suppression.Additivity.oneLinePerBallot, .severalLinesPerBallot] {
            let rule = Suppression(threshold: 5, leastRemainder: 5, additivity: additivity)
            var chance = SplitMix(seed: 7)
            let cells = (0...Limits.shownGroups).map { _ in
                let row = (0...Limits.options.upperBound).map { _ in chance.number(12) }
                return row + [row.reduce(0, +)]
            }
            let shown = rule.published(cells)
            #expect(shown?.count == Limits.shownGroups + 1)
        }
    }
}
