import Workshop

extension RoomReport {
    /// The report as one table (RFC 4180, UTF-8 with a byte-order mark so that spreadsheets read
    /// accents), one line per option, figure, text and note.
    package var csv: [UInt8] {
        var table = CSVTable(
            header: [
                "activity", "kind", "state", "row", "text", "section", "count", "name", "rank",
                "hands",
            ]
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
        let isNumber = value.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
        let safe = startsFormula == true && !isNumber ? "'" + value : value
        guard safe.unicodeScalars.contains(where: { ",;\"\r\n\t'".unicodeScalars.contains($0) })
        else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    fileprivate mutating func add(_ poll: PollReport, number: Int) {
        func line(_ row: String, _ text: String, _ count: Int? = nil) -> ReportLine {
            ReportLine(row: row, text: text, count: count.map { Double($0) })
        }
        func add(_ line: ReportLine) {
            self.add([
                "\(number)", "poll", poll.phase.name, line.row, line.text, "",
                line.count.map(Self.number) ?? "", line.voters?.joined(separator: "; ") ?? "",
                line.rank.map(String.init) ?? "", line.hands.map(String.init) ?? "",
            ])
        }
        add(line("question", poll.design.question))
        if poll.round > 1 { add(ReportLine(row: "round", text: "\(poll.round)")) }
        if let progress = poll.progress {
            add(line("answered", "", progress.answered))
            add(line("seats", "", progress.of))
        }
        poll.lines.forEach(add)
        poll.abstention.map(add)
        for entry in poll.entries { add(line(entry.consent?.row ?? "text", entry.text)) }
        if poll.hiddenEntryCount > 0 { add(line("hidden texts", "", poll.hiddenEntryCount)) }
        poll.tableLines.forEach(add)
        poll.ballotLines.forEach(add)
    }

    /// A number as spreadsheets of any country import it: a point, and no more digits than it has.
    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    fileprivate mutating func add(_ wall: WallReport, number: Int) {
        func line(_ row: String, _ text: String, section: String = "", count: Int? = nil)
            -> [String]
        {
            [
                "\(number)", "wall", wall.phase.name, row, text, section,
                count.map(String.init) ?? "", "", "", "",
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
