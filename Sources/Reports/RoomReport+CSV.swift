import Workshop

extension RoomReport {
    /// The report as one table (RFC 4180, UTF-8 with a byte-order mark so that spreadsheets read
    /// accents), one line per option and per note.
    package var csv: [UInt8] {
        var table = CSVTable(
            header: ["activity", "kind", "state", "row", "text", "section", "count", "name"]
        )
        for (index, activity) in activities.enumerated() {
            switch activity {
            case .poll(let poll): table.add(poll, number: index + 1)
            case .wall(let wall): table.add(wall, number: index + 1)
            }
        }
        return table.bytes
    }
}

/// Lines of text that a spreadsheet reads as text.
struct CSVTable {
    private var text: String

    init(header: [String]) {
        text = "\u{FEFF}"
        add(header)
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// Adds one line.
    mutating func add(_ fields: [String]) {
        text += fields.map(Self.field).joined(separator: ",") + "\r\n"
    }

    /// A field that no spreadsheet takes for a formula (OWASP, "CSV Injection"): what begins like
    /// one gets an apostrophe, and everything that needs it is quoted.
    static func field(_ value: String) -> String {
        let startsFormula = value.unicodeScalars.first.map {
            "=+-@\t\r\n".unicodeScalars.contains($0)
        }
        let isNumber = !value.isEmpty && value.utf8.allSatisfy { (48...57).contains($0) }
        let safe = startsFormula == true && !isNumber ? "'" + value : value
        guard safe.unicodeScalars.contains(where: { ",;\"\r\n\t'".unicodeScalars.contains($0) })
        else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    fileprivate mutating func add(_ poll: PollReport, number: Int) {
        func line(_ row: String, _ text: String, count: Int?, names: [String]?) -> [String] {
            [
                "\(number)", "poll", poll.phase.name, row, text, "", count.map(String.init) ?? "",
                names?.joined(separator: "; ") ?? "",
            ]
        }
        add(line("question", poll.design.question, count: nil, names: nil))
        if let progress = poll.progress {
            add(line("answered", "", count: progress.answered, names: nil))
            add(line("seats", "", count: progress.of, names: nil))
        }
        for (index, option) in poll.design.options.enumerated() {
            let names = poll.voters?.options[index]
            add(line("option", option, count: poll.tally?.counts[index], names: names))
        }
        guard poll.design.abstention == .offered else { return }
        add(line("abstention", "", count: poll.tally?.abstentions, names: poll.voters?.abstained))
    }

    fileprivate mutating func add(_ wall: WallReport, number: Int) {
        func line(_ row: String, _ text: String, section: String = "", count: Int? = nil)
            -> [String]
        {
            [
                "\(number)", "wall", wall.phase.name, row, text, section,
                count.map(String.init) ?? "", "",
            ]
        }
        add(line("title", wall.design.title))
        add(line("notes", "", count: wall.noteCount))
        add(line("hidden notes", "", count: wall.hiddenCount))
        for note in wall.notes {
            var fields = line("note", note.text, section: wall.design.sections[note.section])
            fields[7] = note.author ?? ""
            add(fields)
        }
    }
}
