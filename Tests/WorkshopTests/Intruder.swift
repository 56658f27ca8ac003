/// Somebody who reads a published table and tries to work out what is left out, by trying
/// everything.
///
/// Knows the sum of every column, what is shown, that one ballot is on so many lines, and, when
/// asked about a line, how many ballots every group has.
struct Intruder {
    private let cells: [[Int]]
    private let shown: [[Int?]]
    /// Every way to fill each column, those nearest to the truth first.
    private let columns: [[[Int]]]
    /// How many lines a ballot is on that is no abstention.
    private let linesPerBallot: ClosedRange<Int>
    private let totals: Int

    init(_ cells: [[Int]], shown: [[Int?]], linesPerBallot: ClosedRange<Int>) {
        self.cells = cells
        self.shown = shown
        self.linesPerBallot = linesPerBallot
        totals = cells[0].count - 1
        columns = cells[0].indices.map { Self.values(ofColumn: $0, of: cells, shown) }
    }

    /// The cells left out that can have one value only.
    var workedOut: [(row: Int, column: Int)] {
        cells.indices.flatMap { row in
            (0...totals).filter { shown[row][$0] == nil && !canDiffer(row, $0) }
                .map { (row, $0) }
        }
    }

    /// Whether another table agrees with what is known, with another value here.
    private func canDiffer(_ row: Int, _ column: Int) -> Bool {
        let choices = (0...totals).map { other -> [[Int]] in
            let isKnown = other == totals && column != totals
            let values = isKnown ? [cells.map { $0[other] }] : columns[other]
            return other == column ? values.filter { $0[row] != cells[row][column] } : values
        }
        var table = cells
        return fills(&table, from: 0, choices)
    }

    private func fills(_ table: inout [[Int]], from column: Int, _ choices: [[[Int]]]) -> Bool {
        guard column <= totals else { return table.allSatisfy(isPossible) }
        for values in choices[column] {
            for row in table.indices { table[row][column] = values[row] }
            if fills(&table, from: column + 1, choices) { return true }
        }
        return false
    }

    private func isPossible(_ row: [Int]) -> Bool {
        let answers = row[totals] - row[totals - 1]
        let lines = row[..<(totals - 1)]
        let sum = lines.reduce(0, +)
        return answers >= 0 && lines.allSatisfy { $0 <= answers }
            && linesPerBallot.lowerBound * answers <= sum
            && sum <= linesPerBallot.upperBound * answers
    }

    private static func values(
        ofColumn column: Int,
        of cells: [[Int]],
        _ shown: [[Int?]]
    ) -> [[Int]] {
        let truth = cells.map { $0[column] }
        let hidden = cells.indices.filter { shown[$0][column] == nil }
        let rest = hidden.reduce(0) { $0 + truth[$1] }
        return splits(rest, into: hidden.count)
            .map { split in
                var values = truth
                for (row, value) in zip(hidden, split) { values[row] = value }
                return values
            }
            .map { (values: $0, distance: distance($0, truth)) }
            .sorted { $0.distance < $1.distance }
            .map(\.values)
    }

    private static func distance(_ values: [Int], _ truth: [Int]) -> Int {
        zip(values, truth).reduce(0) { $0 + abs($1.0 - $1.1) }
    }

    /// Every way to write `sum` as so many numbers in order.
    private static func splits(_ sum: Int, into count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        guard count > 1 else { return [[sum]] }
        return (0...sum).flatMap { first in
            splits(sum - first, into: count - 1).map { [first] + $0 }
        }
    }
}
