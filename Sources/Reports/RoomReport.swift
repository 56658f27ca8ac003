package import Workshop

/// A room as a document, running or finished.
///
/// Built from what facilitators may see and from nothing else, so what is hidden is absent here
/// too: tallies that are not due, notes of a silent wall. Notes that a facilitator hid are
/// counted, and their texts are left out. No seat is listed; names appear only where an activity
/// is named.
package struct RoomReport: Sendable {
    let code: JoinCode
    let room: Room

    package init(_ room: Room, code: JoinCode) {
        self.room = room
        self.code = code
    }
}

extension RoomReport {
    /// The activities in the order of the agenda.
    var activities: [ActivityReport] {
        room.agenda.compactMap { id -> ActivityReport? in
            switch room.entity(.activity(id), for: .facilitators) {
            case .poll(let design, let phase, _): return .poll(pollReport(id, design, phase))
            case .wall(let design, let phase): return .wall(wallReport(id, design, phase))
            case _: return nil
            }
        }
    }

    private func pollReport(
        _ id: Activity.ID,
        _ design: PollDesign,
        _ phase: Poll.Phase
    ) -> PollReport {
        var report = PollReport(design: design, phase: phase, room: room.design)
        report.round = round(of: design)
        if case .answered(let count, let seats) = room.entity(.progress(id), for: .facilitators) {
            report.progress = (count, seats)
        }
        if case .result(let result) = room.entity(.tally(id), for: .facilitators) {
            report.result = result
        }
        if case .voters(let voters) = room.entity(.voters(id), for: .facilitators) {
            report.voters = voters
        }
        if case .tables(let tables) = room.entity(.tables(id), for: .facilitators) {
            report.tables = tables
        }
        if case .moderation(let lines) = room.entity(.moderation(of: id), for: .facilitators) {
            report.moderation = lines
        }
        let entries = (room.polls[id]?.entryAuthors.keys.sorted() ?? []).compactMap {
            room.entry($0, of: id)
        }
        report.entries = entries.filter { $0.hiddenBecause == nil }
        report.hiddenEntryCount = entries.count - report.entries.count
        return report
    }

    /// One more than the rounds before; a poll can only follow an older one.
    private func round(of design: PollDesign) -> Int {
        var round = 1
        var previous = design.follows
        while let id = previous, round <= Limits.activities {
            round += 1
            previous = room.polls[id]?.design.follows
        }
        return round
    }

    private func wallReport(
        _ id: Activity.ID,
        _ design: WallDesign,
        _ phase: Wall.Phase
    ) -> WallReport {
        let views = room.entityKeys.compactMap { key -> NoteView? in
            guard
                case .note(_, on: id) = key,
                case .note(let view) = room.entity(key, for: .facilitators)
            else { return nil }
            return view
        }
        var report = WallReport(design: design, phase: phase)
        if case .noteCount(let count) = room.entity(.progress(id), for: .facilitators) {
            report.noteCount = count
        }
        report.notes = views.filter { $0.hiddenBecause == nil }.sorted { $0.place < $1.place }
        report.hiddenCount = views.count - report.notes.count
        if case .moderation(let lines) = room.entity(.moderation(of: id), for: .facilitators) {
            report.moderation = lines
        }
        return report
    }
}

/// What the report says of one activity.
enum ActivityReport {
    case poll(PollReport)
    case wall(WallReport)
}

/// What the report says of a wall; no notes while it is silent.
struct WallReport {
    let design: WallDesign
    let phase: Wall.Phase
    var noteCount: Int?
    var notes: [NoteView] = []
    var hiddenCount = 0
    var moderation: [ModerationLine] = []
}
