/// How many ballots hold each word, whatever its case, accents and number.
///
/// A word counts once a ballot, however often one person writes it. Stop words and elided articles
/// do not count. A word is shown in the form in which it was typed most often.
package struct WordCount: Hashable, Sendable {
    private let folding: WordFolding
    private var entries: [String: Line] = [:]

    fileprivate struct Line: Hashable {
        var ballots = 0
        /// How many ballots wrote it in each form.
        var forms: [String: Int] = [:]

        mutating func count(_ word: WordFolding.Word) {
            ballots += 1
            forms[word.form, default: 0] += 1
        }

        mutating func uncount(_ word: WordFolding.Word) {
            ballots -= 1
            let left = forms[word.form, default: 0] - 1
            forms[word.form] = left == 0 ? nil : left
        }
    }

    /// A word of the cloud and the number of ballots it stands on.
    package struct Word: Hashable, Sendable {
        package let text: String
        package let count: Int

        package init(text: String, count: Int) {
            self.text = text
            self.count = count
        }
    }

    init(_ language: RoomDesign.Language) {
        folding = WordFolding(language)
    }

    /// Counts the `texts` of one ballot, or takes them back when `step` is -1.
    ///
    /// - Complexity: O(*characters*).
    mutating func count(_ texts: [String], by step: Int) {
        var seen: Set<String> = []
        for word in texts.flatMap(folding.words) where seen.insert(word.key).inserted {
            if step < 0 { uncount(word) } else { entries[word.key, default: Line()].count(word) }
        }
    }

    private mutating func uncount(_ word: WordFolding.Word) {
        guard var line = entries.removeValue(forKey: word.key) else { return }
        line.uncount(word)
        if line.ballots > 0 { entries[word.key] = line }
    }

    /// The `limit` words on the most ballots, most first, then by alphabet.
    ///
    /// - Complexity: O(*words* log *words*).
    package func cloud(_ limit: Int = Limits.cloudWords) -> [Word] {
        entries.sorted { ($1.value.ballots, $0.key) < ($0.value.ballots, $1.key) }
            .prefix(limit)
            .map { Word(text: $0.value.usualForm, count: $0.value.ballots) }
    }
}

extension WordCount.Line {
    /// The form written most often; of several, the first by alphabet.
    fileprivate var usualForm: String {
        forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }
}
