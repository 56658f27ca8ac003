import Foundation
import Workshop

extension RoomReport {
    /// The report as JSON, keys sorted, for programs.
    package var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(fields))
        } catch {
            preconditionFailure("A report cannot be written as JSON: \(error)")
        }
    }

    private var fields: ReportFields {
        ReportFields(
            code: code.text,
            title: room.design.title,
            created: room.created.text,
            ended: room.ended?.text,
            seats: room.seats.count,
            activities: activities.map(ActivityFields.init)
        )
    }
}

extension Moment {
    /// Day and time in UTC (ISO 8601).
    fileprivate var text: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1_000).formatted(.iso8601)
    }
}

private struct ReportFields: Encodable {
    var format = "atelier.report"
    var version = 1
    let code: String
    let title: String
    let created: String
    let ended: String?
    let seats: Int
    let activities: [ActivityFields]
}

private struct ActivityFields: Encodable {
    struct TextFields: Encodable {
        let text: String
        let kind: String
    }

    struct TableFields: Encodable {
        struct Row: Encodable {
            let group: String
            let total: Int?
            let counts: [Int?]
        }

        let by: String
        let rows: [Row]
    }

    struct BallotFields: Encodable {
        let name: String
        let answer: String
    }

    struct NoteFields: Encodable {
        let section: String
        let text: String
        let author: String?
    }

    struct Moderation: Encodable {
        let done: String
        let reason: String

        init(_ line: ModerationLine) {
            done = line.deed == .hide ? "hide" : "restore"
            reason = line.reason
        }
    }

    var kind: String
    var title: String
    var identity: String
    var state: String
    var answered: Int?
    var of: Int?
    var results: String?
    var ballots: Int?
    var abstentions: Int?
    var abstained: [String]?
    var kindOfBallot: String?
    var round: Int?
    var lines: [ReportLine]?
    var abstentionHands: Int?
    var texts: [TextFields]?
    var hiddenTexts: Int?
    var tables: [TableFields]?
    var named: [BallotFields]?
    var noteCount: Int?
    var hiddenCount: Int?
    var notes: [NoteFields]?
    var moderation: [Moderation]?

    init(_ report: ActivityReport) {
        switch report {
        case .poll(let poll): self.init(poll)
        case .wall(let wall): self.init(wall)
        }
    }

    private init(_ poll: PollReport) {
        kind = "poll"
        title = poll.design.question
        identity = poll.design.identity.name
        state = poll.phase.name
        (answered, of) = (poll.progress?.answered, poll.progress?.of)
        kindOfBallot = poll.design.form.name
        round = poll.round
        results = poll.result == nil ? "hidden" : "shown"
        (ballots, abstentions) = (poll.result?.ballots, poll.result?.abstentions)
        abstentionHands = poll.result?.declaredHands?.last
        abstained = poll.voters?.abstained
        lines = poll.lines
        guard poll.result != nil else { return }
        texts = poll.entries.map { TextFields(text: $0.text, kind: $0.consent?.row ?? "text") }
        hiddenTexts = poll.hiddenEntryCount
        tables = poll.tables.map { table in
            TableFields(
                by: table.row,
                rows: table.rows.map {
                    TableFields.Row(
                        group: poll.groupName($0.group, in: table),
                        total: $0.total,
                        counts: $0.counts
                    )
                }
            )
        }
        named = poll.ballotLines.map {
            BallotFields(name: $0.voters?.first ?? "", answer: $0.text)
        }
        moderation = poll.moderation.map(Moderation.init)
    }

    private init(_ wall: WallReport) {
        kind = "wall"
        title = wall.design.title
        identity = wall.design.identity.name
        state = wall.phase.name
        noteCount = wall.noteCount
        hiddenCount = wall.hiddenCount
        notes = wall.notes.map { note in
            NoteFields(
                section: wall.design.sections[note.section],
                text: note.text,
                author: note.author
            )
        }
        moderation = wall.moderation.map(Moderation.init)
    }
}

extension BallotForm {
    var name: String {
        switch self {
        case .choice: "choice"
        case .scale: "scale"
        case .ranking: "ranking"
        case .points: "points"
        case .estimate: "estimate"
        case .texts: "text"
        case .judgement: "judgement"
        case .consent: "consent"
        }
    }
}

extension Identity {
    var name: String {
        switch self {
        case .anonymous: "anonymous"
        case .named: "named"
        }
    }
}

extension Poll.Phase {
    var name: String {
        switch self {
        case .draft: "draft"
        case .open: "open"
        case .closed: "closed"
        case .revealed: "revealed"
        }
    }
}

extension Wall.Phase {
    var name: String {
        switch self {
        case .draft: "draft"
        case .silent: "silent"
        case .open: "open"
        case .closed: "closed"
        }
    }
}
