/// A secret or seat token as it travels: 128 random bits, 22 characters of base64url (RFC 4648 §5).
///
/// It never prints itself, so that no log line can hold one by accident.
package struct Secret: Hashable, Sendable {
    /// Sixteen bytes.
    package let bytes: [UInt8]

    /// The length of the text form.
    package static let characters = 22
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
    )

    /// Reads the text form; `nil` for anything else, also for a text with stray low bits.
    package init?(text: String) {
        guard text.utf8.count == Self.characters else { return nil }
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for character in text.utf8 {
            guard let value = Self.alphabet.firstIndex(of: character) else { return nil }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
                buffer &= (1 << UInt32(bits)) - 1
            }
        }
        guard buffer == 0 else { return nil }
        self.bytes = bytes
    }

    /// A secret of the sixteen `bytes`.
    package init(bytes: [UInt8]) {
        precondition(bytes.count == 16, "A secret has sixteen bytes")
        self.bytes = bytes
    }

    /// Draws a new secret.
    package init(using source: inout some RandomNumberGenerator) {
        let high: UInt64 = source.next()
        let low: UInt64 = source.next()
        bytes = [high, low].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// The text form, for links and for the person who owns it.
    package var text: String {
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(Self.alphabet[Int(buffer >> UInt32(bits)) & 63])
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        text.append(Self.alphabet[Int(buffer << UInt32(6 - bits)) & 63])
        return String(decoding: text, as: UTF8.self)
    }
}

extension Secret: CustomStringConvertible {
    package var description: String { "(secret)" }
}
