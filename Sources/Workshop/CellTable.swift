/// A table whose cells are being left out, one after the other.
struct CellTable {
    let rule: Suppression
    let cells: [[Int]]
    let sums: [Int]
    private(set) var isHidden: [[Bool]]
    /// What was found to have another value once: leaving out more never takes that away.
    private var isSafe: [[Bool]]
    let rowCount: Int
    let columnCount: Int

    /// A place in the table.
    struct Cell: Hashable {
        let row: Int
        let column: Int
    }

    init(_ cells: [[Int]], rule: Suppression) {
        self.rule = rule
        self.cells = cells
        (rowCount, columnCount) = (cells.count, cells[0].count)
        sums = (0..<cells[0].count).map { column in cells.reduce(0) { $0 + $1[column] } }
        isHidden = cells.map { $0.map { _ in false } }
        isSafe = isHidden
    }

    /// The column that holds the ballots of each group.
    var totals: Int { columnCount - 1 }

    var shown: [[Int?]] {
        (0..<rowCount).map { row in
            (0..<columnCount).map { isHidden[row][$0] ? nil : cells[row][$0] }
        }
    }
}

// MARK: - Leaving out

extension CellTable {
    /// Primary suppression; a column that nobody chose is public as it is.
    mutating func hideSmall() {
        for row in 0..<rowCount {
            for column in 0..<columnCount where sums[column] > 0 {
                isHidden[row][column] =
                    cells[row][column] < rule.threshold || leavesTooFew(row, column)
            }
        }
    }

    /// Whether nearly all ballots of a group are on a line, so that those that are not are few.
    ///
    /// Where every ballot is on one line, the other lines of the group say so already.
    private func leavesTooFew(_ row: Int, _ column: Int) -> Bool {
        guard rule.additivity == .severalLinesPerBallot, column != totals else { return false }
        return cells[row][totals] - cells[row][column] < rule.leastRemainder
    }

    /// Secondary suppression: one cell at a time, until nothing can be worked out.
    mutating func hideMore() {
        while true {
            guard let cell = cellBesideTooLittle ?? cellBesideOneWorkedOut() else { return }
            isHidden[cell.row][cell.column] = true
        }
    }

    /// A cell to leave out because those left out beside it are too few, or come to too little.
    private var cellBesideTooLittle: Cell? {
        for column in 0..<columnCount {
            let line = cells(inColumn: column)
            if isTooTelling(line), let cell = smallestShown(line) { return cell }
        }
        guard rule.additivity == .oneLinePerBallot else { return nil }
        for row in 0..<rowCount {
            let line = cells(inRow: row).dropLast()
            if isTooTelling(line), let cell = smallestShown(line) { return cell }
        }
        return nil
    }

    private func isTooTelling(_ line: some Sequence<Cell>) -> Bool {
        let hidden = line.filter { isHidden[$0.row][$0.column] }
        guard !hidden.isEmpty else { return false }
        let sum = hidden.reduce(0) { $0 + cells[$1.row][$1.column] }
        return hidden.count == 1 || sum < rule.leastRemainder
    }

    /// The smallest cell that is shown and that somebody chose: leaving out a public zero would
    /// hide nothing.
    private func smallestShown(_ line: some Sequence<Cell>) -> Cell? {
        line.filter { !isHidden[$0.row][$0.column] && sums[$0.column] > 0 }
            .min { cells[$0.row][$0.column] < cells[$1.row][$1.column] }
    }

    /// A cell whose leaving out protects one that could be worked out in spite of the rules above.
    private mutating func cellBesideOneWorkedOut() -> Cell? {
        for row in 0..<rowCount {
            for cell in cells(inRow: row)
            where isHidden[row][cell.column] && !isSafe[row][cell.column] {
                isSafe[row][cell.column] = canDiffer(cell)
                guard !isSafe[row][cell.column] else { continue }
                let beside =
                    smallestShown(cells(inColumn: cell.column)) ?? smallestShown(cells(inRow: row))
                    ?? smallestShown((0..<rowCount).flatMap(cells(inRow:)))
                if let beside { return beside }
            }
        }
        return nil
    }

    private func cells(inRow row: Int) -> [Cell] {
        (0..<columnCount).map { Cell(row: row, column: $0) }
    }

    private func cells(inColumn column: Int) -> [Cell] {
        (0..<rowCount).map { Cell(row: $0, column: column) }
    }
}
