/// How numbers spread: least, quartiles and greatest, their sum, and a histogram of at most twenty
/// columns.
package struct Distribution: Hashable, Sendable {
    package let count: Int
    package let sum: Int
    package let least: Int
    package let greatest: Int
    /// Lower quartile, median, upper quartile, each doubled: the middle of two numbers may be a
    /// half.
    ///
    /// Quartiles are the medians of the lower and of the upper half, without the middle number when
    /// the count is odd (Moore & McCabe, *Introduction to the Practice of Statistics*).
    package let doubledQuartiles: [Int]
    package let columns: Columns

    /// Equal intervals `from + i * width ..< from + (i + 1) * width`.
    package struct Columns: Hashable, Sendable {
        package let from: Int
        package let width: Int
        package let counts: [Int]
    }

    /// The most columns that a small screen shows.
    package static let mostColumns = 20

    /// The distribution of numbers with how often each was given; `nil` while there is none.
    ///
    /// - Complexity: O(*d* log *d*) in the number of different numbers.
    package init?(_ numbers: [Int: Int]) {
        let sorted = numbers.sorted { $0.key < $1.key }
        guard let first = sorted.first, let last = sorted.last else { return nil }
        let total = sorted.reduce(0) { $0 + $1.value }
        count = total
        sum = sorted.reduce(0) { $0 + $1.key * $1.value }
        (least, greatest) = (first.key, last.key)
        let lines = Lines(sorted)
        let half = total / 2
        doubledQuartiles =
            total == 1
            ? Array(repeating: 2 * first.key, count: 3)
            : [
                lines.doubledMedian(of: 0..<half),
                lines.doubledMedian(of: 0..<total),
                lines.doubledMedian(of: (total - half)..<total),
            ]
        columns = Columns(sorted)
    }
}

extension Distribution.Columns {
    /// Columns of a round width (1, 2 or 5 times a power of ten) that start at a multiple of it.
    fileprivate init(_ sorted: [(key: Int, value: Int)]) {
        let (least, greatest) = (sorted[0].key, sorted[sorted.count - 1].key)
        var width = 1
        var steps = [2, 5, 10]
        while Self.number(of: greatest, width) - Self.number(of: least, width)
            >= Distribution.mostColumns
        {
            if steps.isEmpty { steps = [2, 5, 10].map { $0 * Self.powerOfTen(upTo: width) } }
            width = steps.removeFirst()
        }
        let first = Self.number(of: least, width)
        var counts = [Int].zeroes(Self.number(of: greatest, width) - first + 1)
        for (number, times) in sorted {
            counts[Self.number(of: number, width) - first] += times
        }
        self.init(from: first * width, width: width, counts: counts)
    }

    /// The column of `number`, rounding towards minus infinity.
    private static func number(of number: Int, _ width: Int) -> Int {
        number >= 0 ? number / width : -((-number + width - 1) / width)
    }

    private static func powerOfTen(upTo number: Int) -> Int {
        var power = 1
        while power * 10 <= number { power *= 10 }
        return power
    }
}

/// Sorted numbers with how often each was given, read by rank.
private struct Lines {
    private let sorted: [(key: Int, value: Int)]
    private let ends: [Int]

    init(_ sorted: [(key: Int, value: Int)]) {
        self.sorted = sorted
        var end = 0
        ends = sorted.map { line in
            end += line.value
            return end
        }
    }

    private func number(at rank: Int) -> Int {
        sorted[ends.firstIndex { $0 > rank }!].key
    }

    func doubledMedian(of ranks: Range<Int>) -> Int {
        let middle = ranks.lowerBound + ranks.upperBound
        return number(at: (middle - 1) / 2) + number(at: middle / 2)
    }
}
