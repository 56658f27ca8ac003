/// A generator of numbers that are the same for the same seed, everywhere and for ever.
///
/// Steele, Lea, Flood: *Fast splittable pseudorandom number generators*, OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

// MARK: - Drawing

extension SplitMix {
    /// A number from 0 up to but not including `limit`.
    mutating func number(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(values.count)]
    }

    /// Whether something happens that happens once in `times`.
    mutating func once(in times: Int) -> Bool {
        number(times) == 0
    }
}
