import Testing
import Workshop

@testable import LiveRooms

@Suite("The secret of an anonymous activity")
struct ActivitySecretTests {
    private let seat = Seat.ID(rawValue: 17)

    @Test("the same seat has the same key, also after a restart")
    func stable() throws {
        var chance = SystemRandomNumberGenerator()
        let secret = ActivitySecret(using: &chance)
        let readBack = try #require(ActivitySecret(bytes: secret.bytes))
        #expect(secret.key(for: seat) == readBack.key(for: seat))
        #expect(secret.key(for: seat) != secret.key(for: Seat.ID(rawValue: 18)))
    }

    @Test("two activities give the same seat different keys, none of which is the seat")
    func unlinked() {
        var chance = SystemRandomNumberGenerator()
        let first = ActivitySecret(using: &chance)
        let second = ActivitySecret(using: &chance)
        #expect(first.key(for: seat) != second.key(for: seat))
        #expect(first.key(for: seat) != .seat(seat))
    }

    @Test("the key is the first half of HMAC-SHA-256")
    func knownAnswer() throws {
        // RFC 4231 has no vector with a key of 32 bytes and 8 of data: this one was computed with
        // Python's `hmac`, key and data all zero.
        let secret = try #require(ActivitySecret(bytes: [UInt8](repeating: 0, count: 32)))
        #expect(
            secret.key(for: Seat.ID(rawValue: 0))
                == .anonymous(0xf375_180a_ba92_8884, 0x01f1_919b_e4a8_715a)
        )
    }

    @Test("a text of another length is no secret")
    func length() {
        #expect(ActivitySecret(bytes: [UInt8](repeating: 1, count: 31)) == nil)
        #expect(ActivitySecret(bytes: []) == nil)
    }

    @Test("a secret does not print itself")
    func silent() {
        var chance = SystemRandomNumberGenerator()
        #expect("\(ActivitySecret(using: &chance))" == "(activity secret)")
    }
}
