/// The code that people read off the projector and type to enter a room.
///
/// Invariant: exactly ``length`` characters of ``alphabet``, upper case. The only ways to obtain
/// one are the failable initialiser and ``init(digits:)``, so code that holds a `JoinCode` never
/// checks it again.
package struct JoinCode: Hashable, Sendable {
    /// Letters and digits that cannot be mistaken for one another when read aloud or from afar:
    /// no `I`, `L`, `O`, `U`, `0` or `1`.
    package static let alphabet = Array("ABCDEFGHJKMNPQRSTVWXYZ23456789")

    /// 30⁶ ≈ 7.3 × 10⁸ codes: with 10,000 open rooms a blind guess hits one in 73,000 tries.
    package static let length = 6

    package let text: String

    /// Reads what a person typed; spaces, hyphens and letter case do not matter.
    package init?(typed input: some StringProtocol) {
        // A code has six characters: a longer text cannot become one, however it is cleaned.
        guard input.utf8.count <= 32 else { return nil }
        let text = input.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard text.count == Self.length, text.allSatisfy(Self.alphabet.contains) else {
            return nil
        }
        self.text = text
    }

    /// Makes a code of the six lowest base-30 digits of `number`.
    package init(digits number: UInt64) {
        var rest = number
        var text = ""
        for _ in 0..<Self.length {
            text.append(Self.alphabet[Int(rest % UInt64(Self.alphabet.count))])
            rest /= UInt64(Self.alphabet.count)
        }
        self.text = text
    }
}
