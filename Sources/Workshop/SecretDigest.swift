/// What is kept of a secret: enough to recognise it, too little to use it.
///
/// The 256 bits are a SHA-256; who computes it is not the domain's business. Comparing takes the
/// same time whatever the bits, so that an answer's delay tells nothing about a near miss.
package struct SecretDigest: Sendable {
    package let words: (UInt64, UInt64, UInt64, UInt64)

    package init(_ words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }
}

extension SecretDigest: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        let difference =
            (left.words.0 ^ right.words.0) | (left.words.1 ^ right.words.1)
            | (left.words.2 ^ right.words.2) | (left.words.3 ^ right.words.3)
        return difference == 0
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}
