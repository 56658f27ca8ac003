import Synchronization

/// Counts what each network address may do in a while.
///
/// Bounded: past ``addresses`` it forgets those that did nothing lately, and when there are none it
/// treats strangers as one.
package final class AddressLimiter: Sendable {
    /// How many addresses are remembered: about 100 bytes each.
    package static let addresses = 10_000

    private let capacity: Double
    private let perSecond: Double
    private let buckets = Mutex<[String: TokenBucket]>([:])

    /// Allows `perMinute` a minute to each address, all at once if it likes.
    package init(perMinute: Int) {
        capacity = Double(perMinute)
        perSecond = Double(perMinute) / 60
    }

    /// Takes one from what `address` has left; `false` when nothing is.
    package func take(_ address: String, at now: Duration) -> Bool {
        change(address, at: now) { $0.take(at: now) }
    }

    /// Whether `address` has something left.
    package func allows(_ address: String, at now: Duration) -> Bool {
        change(address, at: now) { $0.hasToken(at: now) }
    }

    private func change(
        _ address: String,
        at now: Duration,
        _ body: (inout TokenBucket) -> Bool
    ) -> Bool {
        buckets.withLock { buckets in
            var key = Self.network(of: address)
            if buckets[key] == nil, buckets.count >= Self.addresses {
                buckets = buckets.filter { entry in
                    var bucket = entry.value
                    return !bucket.isFull(at: now)
                }
                if buckets.count >= Self.addresses { key = "strangers" }
            }
            let fresh = TokenBucket(capacity: capacity, perSecond: perSecond, now: now)
            return body(&buckets[key, default: fresh])
        }
    }

    /// The part of an address that one person holds: all of IPv4, the first 64 bits of IPv6
    /// (RFC 6177 §2).
    ///
    /// However the address is written: RFC 5952 §4.2 leaves a single group of zeros as it is and
    /// shortens two, so that neighbours look different.
    static func network(of address: String) -> String {
        guard address.contains(":") else { return address }
        let groups = address.prefix { $0 != "%" }
            .split(separator: ":", omittingEmptySubsequences: false)
        let start = groups.prefix { !$0.isEmpty }
        let end = groups.dropFirst(start.count).filter { !$0.isEmpty }
        // An IPv4 address at the end stands for two groups.
        let written = start.count + end.count + (groups.last?.contains(".") == true ? 1 : 0)
        let zeros = Array(repeating: Substring("0"), count: max(0, 8 - written))
        let numbers = (start + zeros + end).prefix(4).map { UInt16($0, radix: 16) ?? 0 }
        return numbers.map { String($0, radix: 16) }.joined(separator: ":")
    }
}
