/// The key that a word and its plural share; nobody sees it.
enum NumberFolding {
    /// The key of `word`, which is in lower case and without accents, by the plurals of `language`.
    static func singular(_ word: String, in language: RoomDesign.Language) -> String {
        guard word.utf8.count > 3 else { return word }
        return switch language {
        case .french: french(word)
        case .english: english(word)
        }
    }

    /// "Travaux" and "travail" meet in "traval".
    private static func french(_ word: String) -> String {
        if ends(word, "aux"), !ends(word, "eaux"), !ends(word, "yaux") {
            return word.dropLast(3) + "al"
        }
        let isPlural = ends(word, "x") || (ends(word, "s") && !ends(word, "ss"))
        let one = isPlural ? String(word.dropLast()) : word
        return one.utf8.count > 4 && ends(one, "ail") ? one.dropLast(3) + "al" : one
    }

    /// "Sizes" and "size", "boxes" and "box" meet without the "e", "policies" and "policy" in "y".
    private static func english(_ word: String) -> String {
        let isPlural = ends(word, "s") && !ends(word, "ss")
        let one = isPlural ? String(word.dropLast()) : word
        if one.utf8.count > 3, ends(one, "ie") { return one.dropLast(2) + "y" }
        let isHissing = hissing.contains { ends(one, $0) }
        return isHissing ? String(one.dropLast()) : one
    }

    private static let hissing: [StaticString] = ["sse", "xe", "ze", "che", "she"]

    /// Whether `word` ends with the ASCII letters of `ending`.
    private static func ends(_ word: String, _ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { word.utf8.suffix($0.count).elementsEqual($0) }
    }
}
