import Testing
import Workshop

@Suite("How numbers spread")
struct DistributionTests {
    private static func distribution(of numbers: [Int]) -> Distribution? {
        Distribution(Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +))
    }

    @Test("no numbers, no distribution")
    func nothing() {
        #expect(Distribution([:]) == nil)
    }

    /// Quartiles are the medians of the halves, without the middle number when their count is odd.
    ///
    /// Source: Moore & McCabe, *Introduction to the Practice of Statistics*.
    @Test(
        "quartiles are the medians of the halves",
        arguments: [
            ([7], [14, 14, 14]),
            ([1, 2], [2, 3, 4]),
            ([1, 2, 3], [2, 4, 6]),
            ([1, 2, 3, 4], [3, 5, 7]),
            ([1, 2, 3, 4, 5], [3, 6, 9]),
            ([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], [30, 80, 86]),
            ([7, 15, 36, 39, 40, 41], [30, 75, 80]),
            ([-4, -3, 0, 9], [-7, -3, 9]),
        ]
    )
    func quartiles(_ numbers: [Int], _ doubled: [Int]) throws {
        let distribution = try #require(Self.distribution(of: numbers))
        #expect(distribution.doubledQuartiles == doubled)
        #expect(distribution.sum == numbers.reduce(0, +))
        #expect(distribution.count == numbers.count)
        #expect(distribution.least == numbers.min() && distribution.greatest == numbers.max())
    }

    @Test("S1.22 steps 4, 4, 8, 15, 11: sum 151, mean 3.595, median 4")
    func closingScale() throws {
        let distribution = try #require(Distribution([1: 4, 2: 4, 3: 8, 4: 15, 5: 11]))
        #expect(distribution.sum == 151 && distribution.count == 42)
        #expect((Double(distribution.sum) / 42 * 1_000).rounded() == 3_595)
        #expect(distribution.doubledQuartiles == [6, 8, 10])
    }

    @Test("columns hold every number once, are round, and at most twenty")
    func columns() throws {
        for seed in 1...500 as ClosedRange<UInt64> {
            var chance = SplitMix(seed: seed)
            let spread = [3, 20, 21, 100, 12_345, 2_000_000_000_000][chance.number(6)]
            let numbers = (0...chance.number(60)).map { _ in chance.number(spread) - spread / 2 }
            let columns = try #require(Self.distribution(of: numbers)).columns
            #expect(columns.counts.count <= Distribution.mostColumns, "seed \(seed)")
            #expect(columns.counts.first != 0 && columns.counts.last != 0, "seed \(seed)")
            for (index, count) in columns.counts.enumerated() {
                let from = columns.from + index * columns.width
                let held = numbers.count { (from..<(from + columns.width)).contains($0) }
                #expect(count == held, "seed \(seed)")
            }
            var width = columns.width
            while width % 10 == 0 { width /= 10 }
            #expect([1, 2, 5].contains(width), "seed \(seed)")
            #expect(columns.from % columns.width == 0, "seed \(seed)")
        }
    }

    @Test("the greatest estimates of a full room do not overflow")
    func greatest() throws {
        let most = Limits.estimates.upperBound
        let distribution = try #require(Distribution([most: 6_000, -most: 5_999]))
        #expect(distribution.sum == most)
        #expect(distribution.doubledQuartiles == [-2 * most, 2 * most, 2 * most])
        #expect(distribution.columns.counts.reduce(0, +) == 11_999)
    }
}
