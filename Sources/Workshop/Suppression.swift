/// Which cells of a table are left out so that no small number can be read or worked out.
///
/// Primary suppression leaves out every cell below the threshold, zeroes too: in a group of five a
/// zero tells what five people did not say. Secondary suppression then leaves out more until (1)
/// what is left out of a row or column comes, together, to enough that the remainder is itself no
/// small cell, and (2) every cell left out can have another value that agrees with all that is
/// published: the totals of the poll, of the groups, and every cell that is shown. A line must keep
/// its secret even from somebody who knows how many ballots each group has: when all have answered,
/// that is the number of its seats.
///
/// The problem and its pitfalls: L. Willenborg & T. de Waal, *Elements of Statistical Disclosure
/// Control* (Springer, 2001), chapters 5 to 8. That (2) is a question of cycles in a network of
/// cells: D. Gusfield, *A graph theoretic approach to statistical data security*, SIAM J. Comput.
/// 17 (1988).
package struct Suppression: Hashable, Sendable {
    /// The least count that may be shown.
    package let threshold: Int
    /// The least that the cells left out of a row or column come to together.
    package let leastRemainder: Int
    package let additivity: Additivity
    /// How many lines a ballot is on that is no abstention.
    package let linesPerBallot: ClosedRange<Int>

    package enum Additivity: Hashable, Sendable {
        /// Every ballot is on one line: the lines of a group add up to its ballots.
        case oneLinePerBallot
        /// A ballot may be on several lines.
        case severalLinesPerBallot
    }

    /// The threshold when a facilitator asks for no other.
    package static let usualThreshold = 5

    package init(
        threshold: Int,
        leastRemainder: Int,
        additivity: Additivity,
        linesPerBallot: ClosedRange<Int> = 1...Limits.options.upperBound
    ) {
        self.threshold = threshold
        self.leastRemainder = leastRemainder
        self.additivity = additivity
        self.linesPerBallot = linesPerBallot
    }

    /// The table with `nil` for what is left out; `nil` when no cell of a line can be shown.
    ///
    /// - Parameter cells: A row for each group, all ballots being in one of them; the last column
    ///   holds the group's ballots, the one before its abstentions. The sum of every column is
    ///   public.
    /// - Returns: What may be shown.
    /// - Complexity: O(*cells*²).
    package func published(_ cells: [[Int]]) -> [[Int?]]? {
        guard let width = cells.first?.count, cells.count > 1 else { return nil }
        var table = CellTable(cells, rule: self)
        table.hideSmall()
        table.hideMore()
        let shown = table.shown
        let lines = shown.flatMap { $0[..<(width - 1)] }
        guard lines.contains(where: { $0 ?? 0 > 0 }) else { return nil }
        return shown
    }
}
