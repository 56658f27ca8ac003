/// Reads comma-separated values as RFC 4180 describes them: quoted fields may hold commas, doubled
/// quotes and line breaks.
package enum CSVReader {
    /// The rows of `text`, the header included.
    package static func rows(in text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var rest = text.unicodeScalars.makeIterator()
        var ahead = rest.next()
        while let scalar = ahead {
            ahead = rest.next()
            switch (scalar, isQuoted) {
            case ("\"", true) where ahead == "\"":
                field.append("\"")
                ahead = rest.next()
            case ("\"", _):
                isQuoted.toggle()
            case (",", false):
                row.append(String(field))
                field = .init()
            case ("\n", false):
                rows.append(row + [String(field)])
                (row, field) = ([], .init())
            case ("\r", false):
                break
            case _:
                field.append(scalar)
            }
        }
        if !row.isEmpty || !field.isEmpty { rows.append(row + [String(field)]) }
        return rows
    }
}
