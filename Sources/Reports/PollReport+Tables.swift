import Workshop

extension PollReport {
    /// The cells of the breakdown, one line each; what is left out has no number.
    var tableLines: [ReportLine] {
        tables.flatMap { table in
            table.rows.flatMap { row in
                let group = groupName(row.group, in: table)
                return [
                    ReportLine(row: table.row, text: group, count: row.total.map { Double($0) })
                ]
                    + row.counts.enumerated().map { index, count in
                        ReportLine(
                            row: table.row,
                            text: "\(group) · \(label(ofLine: index))",
                            count: count.map { Double($0) }
                        )
                    }
            }
        }
    }

    func groupName(_ group: Int?, in table: BreakdownTable) -> String {
        guard let group else {
            switch language {
            case .french: return "Autres"
            case .english: return "Others"
            }
        }
        return switch table.subject {
        case .group(.college): room.colleges[group]
        case .group(.organisation): room.organisations[group]
        case .earlierRound: label(ofLine: group)
        }
    }

    /// Ballots with names, of a named poll that is not counted by lines.
    var ballotLines: [ReportLine] {
        (voters?.ballots ?? []).map { named in
            ReportLine(row: "ballot", text: text(of: named.ballot), voters: [named.name])
        }
    }

    private func text(of ballot: Ballot) -> String {
        switch ballot {
        case .ranking(let order):
            order.map { design.form.options[$0] }.joined(separator: " > ")
        case .points(let points):
            zip(design.form.options, points).filter { $0.1 > 0 }
                .map { "\($0.0): \($0.1)" }.joined(separator: ", ")
        case .number(let number): Self.decimal(number, decimals)
        case .texts(let entries): entries.map(\.text).joined(separator: " | ")
        case .grades(let grades):
            zip(design.form.options, grades)
                .map { "\($0.0): \(gradeName($0.1))" }.joined(separator: ", ")
        case .choices, .step, .consent, .abstention: ""
        }
    }

    private func gradeName(_ grade: Int) -> String {
        if case .judgement(let form) = design.form { form.grades[grade] } else { "" }
    }

    /// A number in the smallest unit as people write it, with a point.
    static func decimal(_ number: Int, _ decimals: Int) -> String {
        guard decimals > 0 else { return String(number) }
        let digits = String(abs(number))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (number < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}

extension BreakdownTable {
    /// What its lines are called in the report.
    var row: String {
        switch subject {
        case .group(.college): "by college"
        case .group(.organisation): "by organisation"
        case .earlierRound: "from the round before"
        }
    }
}

extension Consent {
    /// What a text that goes with this answer is called in the report.
    var row: String {
        switch self {
        case .agree: "text"
        case .reservations: "reservation"
        case .object: "proposal"
        }
    }
}
