/// Points by place, as Borda counted them (*Mémoire sur les élections au scrutin*, 1781).
///
/// An option gets a point from a ballot for every option it is preferred to, and half a point for
/// every option it ties with.
///
/// The half points are what Cullinan, Hsiao & Polett (*A Borda count for partially ordered
/// ballots*, Social Choice and Welfare 42, 2014) derive for ballots that leave options out: these
/// share what the places left over are worth.
package struct BordaCount: Hashable, Sendable {
    /// The points of each option, in halves: whole numbers, so that a tie is a tie.
    package let halfPoints: [Int]
    /// The rank of each option, from 1; equal points share one.
    package let ranks: [Int]

    /// Counts `count` options whose direct comparisons are `pairs`, on `ballots` ballots.
    package init(pairs: [Int], count: Int, ballots: Int) {
        let points = (0..<count).map { option in
            (0..<count).filter { $0 != option }.reduce(0) { sum, other in
                sum + ballots + pairs[option * count + other] - pairs[other * count + option]
            }
        }
        halfPoints = points
        ranks = points.map { own in 1 + points.count { $0 > own } }
    }
}
