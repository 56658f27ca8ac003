/// A set of options of one poll, by number.
///
/// One bit an option, so a ballot is eight bytes and has one form whatever order it was typed in.
package struct Choices: Hashable, Sendable {
    /// Bit *n* stands for option *n*.
    package let bits: UInt64

    package init(bits: UInt64) {
        self.bits = bits
    }

    /// The set of `numbers`; `nil` when one of them is beyond the options of any poll and the free
    /// entry that may follow them.
    package init?(_ numbers: some Sequence<Int>) {
        var bits: UInt64 = 0
        for number in numbers {
            guard number >= 0, number <= Limits.options.upperBound else { return nil }
            bits |= 1 << UInt64(number)
        }
        self.bits = bits
    }

    package var count: Int { bits.nonzeroBitCount }

    /// Whether option `number` is one of them.
    package func contains(_ number: Int) -> Bool {
        bits & (1 << UInt64(number)) != 0
    }

    /// The options in ascending order.
    package var numbers: [Int] {
        (0..<UInt64.bitWidth).filter { bits & (1 << UInt64($0)) != 0 }
    }

    /// Whether every option is one of the first `count`.
    package func areWithin(first count: Int) -> Bool {
        bits >> UInt64(count) == 0
    }
}
