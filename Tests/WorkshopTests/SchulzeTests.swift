import Testing
import Workshop

/// Results that the literature gives.
///
/// Markus Schulze, *A new monotonic, clone-independent, reversal symmetric, and
/// Condorcet-consistent single-winner election method*, Social Choice and Welfare 36 (2011),
/// section 3; the example with
/// 45 voters is that of his *A New Monotonic and Clone-Independent Single-Winner Election Method*,
/// Voting Matters 17 (2003).
@Suite("Schulze's method")
struct SchulzeTests {
    static let fortyFive = Profile(
        "ABCDE",
        [
            (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"),
            (7, "DCEBA"), (8, "EBADC"),
        ]
    )

    @Test("45 voters, 5 options: E, A, C, B, D")
    func fortyFiveVoters() {
        let schulze = Self.fortyFive.schulze
        #expect(schulze.ranks.order(of: "ABCDE") == ["E", "A", "C", "B", "D"])
        #expect(schulze.condorcetWinner == nil)
    }

    @Test("[example 1] 21 voters, 4 options: d, a, c, b")
    func exampleOne() {
        let profile = Profile(
            "abcd",
            [(8, "acdb"), (2, "badc"), (4, "cdba"), (4, "dbac"), (3, "dcba")]
        )
        #expect(profile.schulze.ranks.order(of: "abcd") == ["d", "a", "c", "b"])
        #expect(profile.schulze.condorcetWinner == nil)
    }

    @Test("[example 1] the direct comparisons are those of the paper")
    func comparisons() throws {
        let profile = Profile(
            "abcd",
            [(8, "acdb"), (2, "badc"), (4, "cdba"), (4, "dbac"), (3, "dcba")]
        )
        var stage = Stage.asking(.ranking(4), seats: 21)
        for (seat, order) in profile.orders.enumerated() {
            try stage.vote(seat, .ranking(order))
        }
        let pairs = stage.room.polls[Stage.poll]?.tally.counts
        #expect(pairs == [0, 8, 14, 10, 13, 0, 6, 2, 7, 15, 0, 12, 11, 19, 9, 0])
    }

    @Test("9 voters, 4 options: b and d are tied, and neither is preferred")
    func tied() {
        let profile = Profile("abcd", [(3, "abcd"), (2, "dabc"), (2, "dbca"), (2, "cbda")])
        #expect(profile.schulze.ranks.order(of: "abcd").first == "bd")
        #expect(profile.schulze.condorcetWinner == nil)
    }

    @Test("Condorcet's paradox is a tie of all: nothing is broken silently")
    func paradox() {
        let profile = Profile("abc", [(1, "abc"), (1, "bca"), (1, "cab")])
        #expect(profile.schulze.ranks == [1, 1, 1])
        #expect(profile.schulze.condorcetWinner == nil)
        #expect(profile.borda.ranks == [1, 1, 1])
    }

    @Test("who beats all others one by one comes first, with the fewest first places or not")
    func condorcetWinner() {
        let capital = BordaTests.tennessee
        #expect(capital.schulze.condorcetWinner == 1)
        #expect(capital.schulze.ranks.order(of: "MNCK") == ["N", "C", "K", "M"])
        let squeezed = Profile("abc", [(5, "abc"), (5, "cba"), (1, "bac")])
        #expect(squeezed.schulze.condorcetWinner == 1)
        #expect(squeezed.schulze.ranks[1] == 1)
    }

    @Test("without ballots all are tied")
    func nobody() {
        let schulze = Profile("abc", []).schulze
        #expect(schulze.ranks == [1, 1, 1])
        #expect(schulze.condorcetWinner == nil)
    }

    @Test("ballots that name one option only are a vote for it")
    func onlyFirst() {
        let profile = Profile("abc", [(3, "a"), (4, "b"), (2, "c")])
        #expect(profile.schulze.ranks == [2, 1, 3])
        #expect(profile.schulze.condorcetWinner == 1)
    }

    @Test("a clone of an option changes nothing among the others (section 4.6)")
    func clones() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            var plain: [(Int, String)] = []
            var cloned: [(Int, String)] = []
            for _ in 0..<15 {
                let order = "abcd".shuffled(using: &chance).map(String.init).joined()
                plain.append((1, order))
                // The clone stands beside its original, before or after.
                let pair = chance.once(in: 2) ? "de" : "ed"
                cloned.append((1, order.replacing("d", with: pair)))
            }
            let before = Profile("abcd", plain).schulze.ranks
            let after = Profile("abcde", cloned).schulze.ranks
            for one in 0..<3 {
                for other in 0..<3 where before[one] < before[other] {
                    #expect(after[one] < after[other], "seed \(seed)")
                }
            }
            let winners = Set(before.indices.filter { before[$0] == 1 })
            let originals = Set(after.indices.filter { after[$0] == 1 }.map { min($0, 3) })
            #expect(winners == originals, "seed \(seed)")
        }
    }
}
