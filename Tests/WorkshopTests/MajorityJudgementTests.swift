import Testing
import Workshop

@Suite("Majority judgement")
struct MajorityJudgementTests {
    /// Per mille of the ballots of the experiment in Orsay, 22 April 2007.
    ///
    /// M. Balinski & R. Laraki, *A theory of measuring, electing, and ranking*, PNAS 104 (2007).
    /// Excellent, very good, good, acceptable, poor, to reject; no opinion counts as the last.
    private static let orsay: [[Int]] = [
        [136, 307, 251, 148, 84, 45 + 29],  // Bayrou
        [167, 227, 191, 168, 122, 108 + 18],  // Royal
        [191, 198, 143, 115, 71, 265 + 17],  // Sarkozy
    ]

    @Test("Orsay 2007: all three are good; Bayrou more so, then Royal, then Sarkozy")
    func orsay() {
        // A ballot too many by rounding makes no difference to the middle.
        let judgement = MajorityJudgement(counts: Self.orsay.flatMap(\.self), gradeCount: 6)
        #expect(judgement.grades == [2, 2, 2])
        #expect(judgement.ranks == [1, 2, 3])
    }

    /// Balinski & Laraki, *Majority Judgment* (MIT Press, 2011), chapter 1: the majority grade of
    /// an even number is the worse of the two in the middle, because the majority agrees to it at
    /// least.
    @Test("of an even number the worse middle grade holds")
    func evenNumber() {
        #expect(MajorityJudgement(counts: [1, 0, 1], gradeCount: 3).grades == [2])
        #expect(MajorityJudgement(counts: [2, 0, 1], gradeCount: 3).grades == [0])
        #expect(MajorityJudgement(counts: [2, 0, 2], gradeCount: 3).grades == [2])
        #expect(MajorityJudgement(counts: [0, 1, 0], gradeCount: 3).grades == [1])
    }

    @Test("between two of the same grade, more above it wins, or fewer below")
    func gauge() {
        // Both have 1 in the middle; p = 4 > q = 2 is 1+, p = 2 < q = 4 is 1-.
        let judgement = MajorityJudgement(counts: [4, 5, 2, 2, 5, 4], gradeCount: 3)
        #expect(judgement.grades == [1, 1])
        #expect(judgement.ranks == [1, 2])
    }

    @Test("where the short gauge ties, the exact rule takes away grade after grade")
    func exactRule() {
        // Same middle grade, as many above and as many below; only how far below differs.
        let judgement = MajorityJudgement(
            counts: [0, 2, 3, 2, 0, 0, 2, 3, 1, 1],
            gradeCount: 5
        )
        #expect(judgement.grades == [2, 2])
        #expect(judgement.ranks == [1, 2])
    }

    @Test("the same grades are a tie, and are shown as one")
    func tie() {
        let judgement = MajorityJudgement(counts: [1, 2, 1, 2, 4, 0], gradeCount: 2)
        #expect(judgement.grades == [1, 1, 0])
        #expect(judgement.ranks == [2, 2, 1])
    }

    @Test("without ballots there is no grade, and all are tied")
    func nobody() {
        let judgement = MajorityJudgement(counts: [0, 0, 0, 0], gradeCount: 2)
        #expect(judgement.grades == [nil, nil])
        #expect(judgement.ranks == [1, 1])
    }

    @Test("taking the middle grade away one by one gives the same order, on random ballots")
    func definition() {
        for seed in 1...3_000 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let grades = 2 + chance.number(8)
            let voters = chance.number(13)
            let options = (0..<4).map { _ in
                (0..<voters).map { _ in chance.number(grades) }.sorted()
            }
            let counts = options.flatMap { given in
                (0..<grades).map { grade in given.count { $0 == grade } }
            }
            let judgement = MajorityJudgement(counts: counts, gradeCount: grades)
            let values = options.map(Self.value)
            #expect(judgement.grades == values.map(\.first), "seed \(seed)")
            let ranks = values.map { own in
                1 + values.count { $0.lexicographicallyPrecedes(own) }
            }
            #expect(judgement.ranks == ranks, "seed \(seed)")
        }
    }

    /// The grades as they are taken away from the middle, the worse of two first.
    private static func value(_ sorted: [Int]) -> [Int] {
        var rest = sorted
        var value: [Int] = []
        while !rest.isEmpty { value.append(rest.remove(at: rest.count / 2)) }
        return value
    }
}
