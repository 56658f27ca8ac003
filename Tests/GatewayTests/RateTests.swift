import Testing

@testable import Gateway

@Suite("Rates")
struct RateTests {
    @Test("a bucket allows its burst at once, then its rate")
    func bucket() {
        var bucket = TokenBucket(capacity: 3, perSecond: 2, now: .zero)
        let burst = (0..<5).map { _ in bucket.take(at: .zero) }
        #expect(burst == [true, true, true, false, false])
        let isEmpty = !bucket.hasToken(at: .milliseconds(499))
        #expect(isEmpty)
        let later = (0..<2).map { _ in bucket.take(at: .milliseconds(500)) }
        #expect(later == [true, false])
        let isFull = bucket.isFull(at: .seconds(60))
        #expect(isFull)
    }

    @Test("a clock that stands still or goes back gives nothing")
    func clock() {
        var bucket = TokenBucket(capacity: 1, perSecond: 1_000, now: .seconds(10))
        let takes = [bucket.take(at: .seconds(10)), bucket.take(at: .seconds(9))]
        #expect(takes == [true, false])
    }

    @Test("an address has its own allowance")
    func addresses() {
        let limiter = AddressLimiter(perMinute: 2)
        #expect(limiter.take("192.0.2.1", at: .zero))
        #expect(limiter.take("192.0.2.1", at: .zero))
        #expect(!limiter.take("192.0.2.1", at: .zero))
        #expect(!limiter.allows("192.0.2.1", at: .zero))
        #expect(limiter.take("192.0.2.2", at: .zero))
        #expect(limiter.take("192.0.2.1", at: .seconds(30)))
    }

    @Test(
        "an IPv6 /64 counts as one (section 7), however its addresses are written",
        arguments: [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::1", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
            ("2001:db8::1", "2001:db8:0:0:5:6:7:8", true),
            ("1:2:3:0:5:6:7:8", "1:2:3::8", true),
            ("1::4:5:6:7:8", "1::5:6:7:8", false),
            ("::1", "::2", true),
            ("::1:0:0:0:1", "::1", false),
            ("fe80::1%eth0", "fe80::2%eth0", true),
            ("192.0.2.1", "192.0.2.2", false),
        ]
    )
    func networks(one: String, other: String, areSame: Bool) {
        let isSame = AddressLimiter.network(of: one) == AddressLimiter.network(of: other)
        #expect(isSame == areSame)
    }

    @Test("a limiter remembers no more than its limit, and treats further strangers as one")
    func bounded() {
        let limiter = AddressLimiter(perMinute: 1)
        for number in 0..<AddressLimiter.addresses {
            #expect(limiter.take("198.51.100.\(number)", at: .zero))
        }
        #expect(limiter.take("first stranger", at: .zero))
        #expect(!limiter.take("second stranger", at: .zero))
        // Everybody's bucket is full again and may be forgotten.
        #expect(limiter.take("third stranger", at: .seconds(61)))
        #expect(limiter.take("fourth stranger", at: .seconds(61)))
    }
}
