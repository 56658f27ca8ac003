import Crypto
package import Workshop

/// What turns seats into the keys of one anonymous activity, while it is open.
///
/// Without it a stored key leads to nobody. It lives in memory and in a ``SecretVault``, never in
/// the log, an export or a backup, and is destroyed when the activity closes.
package struct ActivitySecret: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// The number of ``bytes``: as many as the digest, RFC 2104 §3.
    package static let length = 32

    /// Draws a new secret.
    package init(using source: inout some RandomNumberGenerator) {
        bytes = (0..<Self.length).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    }

    /// A secret read back from a vault; `nil` when it is not ``length`` bytes long.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// The key of `seat`: the first 128 bits of HMAC-SHA-256 (RFC 2104) of its number.
    package func key(for seat: Seat.ID) -> AuthorKey {
        let number = withUnsafeBytes(of: seat.rawValue.bigEndian) { Array($0) }
        let code = HMAC<SHA256>.authenticationCode(
            for: number,
            using: SymmetricKey(data: bytes)
        )
        let words = BigEndianWords(code)
        return .anonymous(words[0], words[1])
    }
}

extension ActivitySecret: CustomStringConvertible {
    package var description: String { "(activity secret)" }
}

/// A secret that follows from another: the first 128 bits of HMAC-SHA-256 (RFC 2104) of `purpose`.
///
/// So whoever leads a room can be told its other links again, and the server needs to keep none of
/// them; the way back is closed.
package func derivedSecret(from secret: [UInt8], for purpose: String) -> [UInt8] {
    let code = HMAC<SHA256>.authenticationCode(
        for: Array(purpose.utf8),
        using: SymmetricKey(data: secret)
    )
    return Array(code.prefix(16))
}

extension SecretDigest {
    /// The SHA-256 of a secret's bytes (FIPS 180-4).
    package init(of secret: [UInt8]) {
        let words = BigEndianWords(SHA256.hash(data: secret))
        self.init((words[0], words[1], words[2], words[3]))
    }

    /// The seat that holds this token: the same token is the same seat (P5).
    package var seat: Seat.ID { Seat.ID(rawValue: words.0) }
}

/// A digest as big-endian words of 64 bits.
private struct BigEndianWords {
    private let words: [UInt64]

    init(_ digest: some Sequence<UInt8>) {
        var words: [UInt64] = []
        var count = 0
        for byte in digest {
            if count % 8 == 0 { words.append(0) }
            words[words.count - 1] = words[words.count - 1] << 8 | UInt64(byte)
            count += 1
        }
        self.words = words
    }

    subscript(index: Int) -> UInt64 { words[index] }
}
