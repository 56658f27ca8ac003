/// The rules that every text typed by a person must meet.
enum Text {
    /// Whether `text` has between one and `limit` code points and is not only white space.
    ///
    /// - Complexity: O(`limit`), however long the text is.
    static func fits(_ text: String, within limit: Int) -> Bool {
        !isBlank(text) && isShort(text, within: limit)
    }

    /// Whether every one of `texts` may stand beside a choice.
    static func areLabels(_ texts: [String]) -> Bool {
        texts.allSatisfy { fits($0, within: Limits.labelCharacters) }
    }

    /// Whether `text` has at most `limit` code points.
    static func isShort(_ text: String, within limit: Int) -> Bool {
        text.unicodeScalars.prefix(limit + 1).count <= limit
    }

    /// Whether `text` has nothing to read.
    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
}
