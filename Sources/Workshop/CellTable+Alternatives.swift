/// Other values that agree with what is published.
extension CellTable {
    /// Whether a cell left out can have another value, others that are left out making up for it.
    func canDiffer(_ cell: Cell) -> Bool {
        switch rule.additivity {
        case .oneLinePerBallot: isOnCycle(cell)
        case .severalLinesPerBallot: canChangePlaces(cell)
        }
    }
}

// MARK: - One line a ballot

extension CellTable {
    /// Whether a cell could be one more or one less while every sum stays.
    ///
    /// Cells are the arcs of a network from rows to columns (the ballots of groups run the other
    /// way); what agrees with all sums is a circulation, and a cell can change exactly when it is
    /// on a cycle of arcs that can. Nodes are the rows, then the columns.
    private func isOnCycle(_ cell: Cell) -> Bool {
        let (from, to) = ends(of: cell)
        if reaches(from, from: to, without: cell) { return true }
        return cells[cell.row][cell.column] > 0 && reaches(to, from: from, without: cell)
    }

    private func ends(of cell: Cell) -> (from: Int, to: Int) {
        let (row, column) = (cell.row, rowCount + cell.column)
        return cell.column == totals ? (column, row) : (row, column)
    }

    /// Whether changes can go on from one node to another.
    ///
    /// The lines of a group make up for one another; its number of ballots may change only where
    /// that is what is asked about.
    private func reaches(_ goal: Int, from start: Int, without avoided: Cell) -> Bool {
        let usable = avoided.column == totals ? columnCount : totals
        var seen = Array(repeating: false, count: rowCount + columnCount)
        var waiting = [start]
        seen[start] = true
        while let node = waiting.popLast() {
            if node == goal { return true }
            for next in 0..<(node < rowCount ? usable : rowCount) {
                let cell =
                    node < rowCount
                    ? Cell(row: node, column: next) : Cell(row: next, column: node - rowCount)
                let other = node < rowCount ? rowCount + next : next
                guard !seen[other], isHidden[cell.row][cell.column], cell != avoided else {
                    continue
                }
                let grows = (node < rowCount) == (cell.column != totals)
                guard grows || cells[cell.row][cell.column] > 0 else { continue }
                seen[other] = true
                waiting.append(other)
            }
        }
        return false
    }
}

// MARK: - Several lines a ballot

extension CellTable {
    /// Whether a ballot could be in another group on this line, or two could have changed lines.
    ///
    /// There are more ways to agree with what is published; to look for no others leaves out a cell
    /// too many now and then, never one too few.
    private func canChangePlaces(_ cell: Cell) -> Bool {
        let others = (0..<rowCount).filter { $0 != cell.row && isHidden[$0][cell.column] }
        return others.contains { other in
            [1, -1].contains { step in
                canMove(step, from: other, to: cell.row, in: [cell.column: 1])
                    || (0..<totals).contains { column in
                        column != cell.column && isHidden[cell.row][column]
                            && isHidden[other][column]
                            && canMove(
                                step,
                                from: other,
                                to: cell.row,
                                in: [cell.column: 1, column: -1]
                            )
                    }
            }
        }
    }

    /// Whether both groups could still be, were `step` ballots moved between them in these columns.
    private func canMove(_ step: Int, from: Int, to: Int, in columns: [Int: Int]) -> Bool {
        var (loser, winner) = (cells[from], cells[to])
        for (column, sign) in columns {
            loser[column] -= step * sign
            winner[column] += step * sign
        }
        return isPossible(loser) && isPossible(winner)
    }

    /// Whether ballots of this poll can come to such a row.
    private func isPossible(_ row: [Int]) -> Bool {
        let abstentions = row[totals - 1]
        let answers = row[totals] - abstentions
        let lines = row[..<(totals - 1)]
        let sum = lines.reduce(0, +)
        return abstentions >= 0 && answers >= 0 && lines.allSatisfy((0...answers).contains)
            && rule.linesPerBallot.lowerBound * answers <= sum
            && sum <= rule.linesPerBallot.upperBound * answers
    }
}
