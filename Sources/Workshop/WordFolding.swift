/// Finds the words of a text that carry meaning, and under which key they are counted together.
///
/// Two words have one key when they differ in case, accents or number alone. The rules for number
/// are those of schoolbooks (Grevisse, *Le bon usage*, plurals in -s, -x, -aux, -eaux; English -s,
/// -es, -ies): a stemmer would also join what people mean to keep apart ("former", "formation").
///
/// Works on Unicode scalars in one pass: a poll of texts counts as it receives.
struct WordFolding: Hashable {
    private let language: RoomDesign.Language

    init(_ language: RoomDesign.Language) {
        self.language = language
    }

    /// A word as it is counted and as it was typed.
    struct Word {
        let key: String
        let form: String
    }

    /// The words of `text` in order.
    ///
    /// - Complexity: O(*characters*).
    func words(of text: String) -> [Word] {
        var words: [Word] = []
        var piece = Piece(start: text.startIndex)
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            switch Letter(scalar) {
            case .letter(let lower, let plain):
                piece.append(lower, plain, through: next)
            case .dash:
                piece.appendDash(through: next)
            case .apostrophe:
                piece.meetApostrophe(before: next)
            case .boundary:
                word(piece, in: text).map { words.append($0) }
                piece = Piece(start: next)
            }
            index = next
        }
        word(piece, in: text).map { words.append($0) }
        return words
    }

    private func word(_ piece: Piece, in text: String) -> Word? {
        guard piece.length > 1, !StopWords.contain(piece.lower, in: language) else { return nil }
        return Word(
            key: NumberFolding.singular(piece.plain, in: language),
            form: String(text[piece.start..<piece.end])
        )
    }

    /// Latin letters with what stands above and below them taken off.
    static func withoutAccents(_ lower: String) -> String {
        var plain = ""
        for scalar in lower.unicodeScalars {
            switch Letter(scalar) {
            case .letter(_, let base): plain.append(base)
            case .apostrophe: plain += "'"
            case .dash, .boundary: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }
}

/// A run of letters, dashes and inner apostrophes that is being read.
private struct Piece {
    /// Where the word begins and ends; dashes around it are not part of it.
    var start: String.Index
    var end: String.Index
    /// What is read so far, in lower case, with and without accents.
    var lower = ""
    var plain = ""
    /// The number of letters.
    var length = 0
    private var dashes = 0
    private var isOver = false

    init(start: String.Index) {
        self.start = start
        end = start
    }

    /// What the French elide before a vowel, without the apostrophe.
    private static let elided: Set<String> = [
        "", "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        "presqu", "quelqu", "entr",
    ]
    /// What stands before an apostrophe that is part of the word: "aujourd'hui", "prud'homme".
    private static let joined: Set<String> = ["aujourd", "prud"]

    mutating func append(
        _ lower: Unicode.Scalar,
        _ plain: Letter.Plain,
        through end: String.Index
    ) {
        guard !isOver else { return }
        while dashes > 0 {
            self.lower += "-"
            self.plain += "-"
            dashes -= 1
        }
        self.lower.unicodeScalars.append(lower)
        self.plain.append(plain)
        self.end = end
        length += 1
    }

    /// A dash counts once a letter follows it.
    mutating func appendDash(through end: String.Index) {
        guard !isOver else { return }
        if length == 0 {
            self = Piece(start: end)
        } else {
            dashes += 1
        }
    }

    /// "l'" and "d'" are left behind; "'s" and "n't" are not read any more.
    mutating func meetApostrophe(before next: String.Index) {
        guard !isOver else { return }
        if Self.elided.contains(plain) {
            self = Piece(start: next)
        } else if Self.joined.contains(plain) {
            lower += "'"
            plain += "'"
            end = next
        } else {
            isOver = true
        }
    }
}
