import Testing
import Workshop

/// Points by place; published points with one point less a place, the last place having none.
@Suite("Borda's count")
struct BordaTests {
    /// Where Tennessee should have its capital: Memphis, Nashville, Chattanooga, Knoxville.
    ///
    /// The example of every encyclopedia; per cent of the voters, nearer cities being preferred.
    static let tennessee = Profile(
        "MNCK",
        [(42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")]
    )

    @Test("Tennessee: 126, 194, 173 and 107 points")
    func capital() {
        let borda = Self.tennessee.borda
        #expect(borda.halfPoints == [252, 388, 346, 214])
        #expect(borda.ranks.order(of: "MNCK") == ["N", "C", "M", "K"])
    }

    /// Of 21 voters eight put A first; with three points for a first place he counts 37, 42 and 47.
    ///
    /// Source: de Borda, *Mémoire sur les élections au scrutin* (1781).
    @Test("Borda's own example: A has the most voices and comes last")
    func memoir() {
        let profile = Profile("ABC", [(1, "ABC"), (7, "ACB"), (7, "BCA"), (6, "CBA")])
        #expect(profile.borda.halfPoints.map { $0 / 2 + 21 } == [37, 42, 47])
        #expect(profile.borda.ranks == [3, 2, 1])
    }

    /// Cullinan, Hsiao & Polett, *A Borda count for partially ordered ballots*, Social Choice and
    /// Welfare 42 (2014): an option weighs twice the options below it and once those that it is not
    /// compared with.
    @Test("ballots that leave options out share the points of the places left over")
    func partialBallots() {
        #expect(Profile("abcd", [(1, "a")]).borda.halfPoints == [6, 2, 2, 2])
        #expect(Profile("abcd", [(1, "ab")]).borda.halfPoints == [6, 4, 1, 1])
        #expect(Profile("abcd", [(1, "abc")]).borda.halfPoints == [6, 4, 2, 0])
        #expect(Profile("abcd", [(1, "abcd")]).borda.halfPoints == [6, 4, 2, 0])
    }

    @Test("every ballot gives the same number of points, whatever it leaves out")
    func weight() {
        for seed in 1...50 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let ballots = (0..<20).map { _ in
                let count = 1 + chance.number(5)
                return (1, String("abcde".shuffled(using: &chance).prefix(count)))
            }
            let points = Profile("abcde", ballots).borda.halfPoints
            #expect(points.reduce(0, +) == 20 * 5 * 4, "seed \(seed)")
        }
    }

    @Test("an abstention gives no points")
    func abstentions() throws {
        var stage = Stage.asking(.ranking(), seats: 2)
        try stage.vote(0, .ranking([2, 0, 1]))
        try stage.vote(1, .abstention)
        guard case .ranking(let borda, _)? = stage.result()?.outcome else {
            Issue.record("no ranking")
            return
        }
        #expect(borda.halfPoints == [2, 0, 4])
        #expect(borda.ranks == [2, 3, 1])
    }
}
