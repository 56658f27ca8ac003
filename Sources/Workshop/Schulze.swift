/// The Condorcet method of Markus Schulze: *A new monotonic, clone-independent, reversal symmetric,
/// and Condorcet-consistent single-winner election method*, Social Choice and Welfare 36 (2011).
///
/// Strength of a link is the number of winning votes; a path is as strong as its weakest link, and
/// an option is placed before another when its strongest path to it is the stronger one.
package struct Schulze: Hashable, Sendable {
    /// The rank of each option, from 1; options that the method does not tell apart share one.
    package let ranks: [Int]
    /// The option that beats every other one in direct comparison, if there is one.
    package let condorcetWinner: Int?

    /// Ranks `count` options whose direct comparisons are `pairs`: at `i * count + j` the ballots
    /// that prefer *i* to *j*.
    ///
    /// - Complexity: O(*count*³) (Floyd–Warshall, as in section 2.3 of the paper).
    package init(pairs: [Int], count: Int) {
        precondition(pairs.count == count * count, "Pairs are not a square")
        let strengths = Self.strongestPaths(pairs, count)
        // Schulze's relation is transitive (section 4.1), so counting who is better is a ranking.
        ranks = (0..<count).map { option in
            1
                + (0..<count).count {
                    strengths[$0 * count + option] > strengths[option * count + $0]
                }
        }
        condorcetWinner = (0..<count).first { option in
            (0..<count).allSatisfy {
                $0 == option || pairs[option * count + $0] > pairs[$0 * count + option]
            }
        }
    }

    private static func strongestPaths(_ pairs: [Int], _ count: Int) -> [Int] {
        var strengths = pairs
        for first in 0..<count {
            for second in 0..<count
            where pairs[first * count + second] <= pairs[second * count + first] {
                strengths[first * count + second] = 0
            }
        }
        for middle in 0..<count {
            for first in 0..<count where first != middle {
                for last in 0..<count where last != first && last != middle {
                    let detour = min(
                        strengths[first * count + middle],
                        strengths[middle * count + last]
                    )
                    if strengths[first * count + last] < detour {
                        strengths[first * count + last] = detour
                    }
                }
            }
        }
        return strengths
    }
}
