/// A rate that allows bursts: `capacity` tokens at once, refilled at `perSecond`.
package struct TokenBucket: Sendable {
    private let capacity: Double
    private let perSecond: Double
    private var tokens: Double
    private var filled: Duration

    package init(capacity: Double, perSecond: Double, now: Duration) {
        self.capacity = capacity
        self.perSecond = perSecond
        tokens = capacity
        filled = now
    }

    /// Takes one token if there is one.
    package mutating func take(at now: Duration) -> Bool {
        refill(at: now)
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }

    /// Whether a token could be taken.
    package mutating func hasToken(at now: Duration) -> Bool {
        refill(at: now)
        return tokens >= 1
    }

    /// Whether the bucket is as if it had never been used, and may be forgotten.
    package mutating func isFull(at now: Duration) -> Bool {
        refill(at: now)
        return tokens >= capacity
    }

    private mutating func refill(at now: Duration) {
        let passed = max(now - filled, .zero)
        tokens = min(capacity, tokens + passed / .seconds(1) * perSecond)
        filled = now
    }
}
