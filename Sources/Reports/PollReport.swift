import Workshop

/// What the report says of a poll; no result while none is due.
struct PollReport {
    let design: PollDesign
    let phase: Poll.Phase
    /// The room, for its language and the names of its groups.
    let room: RoomDesign
    /// The number of the round: 1 unless the poll follows another one.
    var round = 1
    var progress: (answered: Int, of: Int)?
    var result: PollResult?
    var voters: VoterList?
    /// The texts on ballots that are shown, in the order of their ids.
    var entries: [EntryView] = []
    var hiddenEntryCount = 0
    var tables: [BreakdownTable] = []
    var moderation: [ModerationLine] = []
}

/// One line of a result: an option, a step, a word, a figure.
struct ReportLine: Encodable {
    /// What the line is: `option`, `other`, `step`, `word`...
    let row: String
    let text: String
    /// A whole number, or one with decimals for means and points.
    var count: Double?
    /// The place in the order of a ranking or judgement; equal ones are ties.
    var rank: Int?
    /// Hands that were counted in the room, apart from ballots.
    var hands: Int?
    var voters: [String]?
}

extension PollReport {
    /// The language of what the report itself says.
    var language: RoomDesign.Language { room.language }

    /// The lines of the result, with numbers when they are due; the abstention is apart.
    var lines: [ReportLine] {
        guard let result else { return labels }
        switch result.outcome {
        case .choice(let counts), .points(let counts), .consent(let counts):
            return counted(counts)
        case .scale(let counts, let distribution):
            return counted(counts) + figures(distribution, decimals: 0)
        case .ranking(let borda, let schulze):
            return labels.enumerated().map { index, line in
                var line = line
                line.count = Double(borda.halfPoints[index]) / 2
                line.rank = schulze.ranks[index]
                return line
            }
        case .estimate(let distribution):
            return figures(distribution, decimals: decimals)
        case .texts(let words):
            return words.map {
                ReportLine(row: "word", text: $0.text, count: Double($0.count))
            }
        case .judgement(let counts, let judgement):
            return judged(counts, judgement)
        }
    }

    /// The abstentions, where they are offered.
    var abstention: ReportLine? {
        guard design.abstention == .offered else { return nil }
        return ReportLine(
            row: "abstention",
            text: "",
            count: result.map { Double($0.abstentions) },
            hands: result?.declaredHands?.last,
            voters: voters?.abstained
        )
    }

    /// The name of line `index` of a poll that is counted by lines, the abstention being the last.
    func label(ofLine index: Int) -> String {
        let labels = labels
        if index < labels.count { return labels[index].text }
        return "Abstention"
    }

    /// The lines before there are numbers.
    private var labels: [ReportLine] {
        switch design.form {
        case .choice(let form):
            form.options.map { ReportLine(row: "option", text: $0) }
                + (form.other == .offered ? [ReportLine(row: "other", text: other)] : [])
        case .scale(let form):
            (1...form.steps).map { step in
                let end = step == 1 ? form.lowLabel : step == form.steps ? form.highLabel : nil
                return ReportLine(row: "step", text: end.map { "\(step) · \($0)" } ?? "\(step)")
            }
        case .ranking, .points, .judgement:
            design.form.options.map { ReportLine(row: "option", text: $0) }
        case .consent: consentLabels.map { ReportLine(row: "consent", text: $0) }
        case .estimate, .texts: []
        }
    }

    private var other: String {
        switch language {
        case .french: "Autre"
        case .english: "Other"
        }
    }

    private var consentLabels: [String] {
        switch language {
        case .french: ["D'accord", "D'accord avec réserves", "Objection"]
        case .english: ["Agree", "Agree with reservations", "Objection"]
        }
    }

    var decimals: Int {
        if case .estimate(let form) = design.form { form.decimals } else { 0 }
    }

    private func counted(_ counts: [Int]) -> [ReportLine] {
        labels.enumerated().map { index, line in
            var line = line
            line.count = Double(counts[index])
            line.hands = result?.declaredHands?[index]
            line.voters = voters.flatMap { index < $0.lines.count ? $0.lines[index] : nil }
            return line
        }
    }

    private func figures(_ distribution: Distribution?, decimals: Int) -> [ReportLine] {
        guard let distribution else { return [] }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let quartiles = distribution.doubledQuartiles.map { Double($0) / 2 / scale }
        let mean = Double(distribution.sum) / Double(distribution.count) / scale
        let rows: [(String, Double)] = [
            ("mean", (mean * 10_000).rounded() / 10_000), ("median", quartiles[1]),
            ("lower quartile", quartiles[0]), ("upper quartile", quartiles[2]),
            ("least", Double(distribution.least) / scale),
            ("greatest", Double(distribution.greatest) / scale),
        ]
        return rows.map { ReportLine(row: $0.0, text: "", count: $0.1) }
    }

    private func judged(_ counts: [Int], _ judgement: MajorityJudgement) -> [ReportLine] {
        guard case .judgement(let form) = design.form else { return [] }
        return form.options.indices.flatMap { option in
            let majority = judgement.grades[option].map { form.grades[$0] } ?? ""
            let head = ReportLine(
                row: "majority grade",
                text: "\(form.options[option]) · \(majority)",
                rank: judgement.ranks[option]
            )
            return [head]
                + form.grades.indices.map { grade in
                    ReportLine(
                        row: "grade",
                        text: "\(form.options[option]) · \(form.grades[grade])",
                        count: Double(counts[option * form.grades.count + grade])
                    )
                }
        }
    }
}
