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
            if case .poll(let design, let phase) = room.entity(.activity(id), for: .facilitators) {
                return .poll(pollReport(id, design, phase))
            }
            if case .wall(let design, let phase) = room.entity(.activity(id), for: .facilitators) {
                return .wall(wallReport(id, design, phase))
            }
            return nil
        }
    }

    private func pollReport(
        _ id: Activity.ID,
        _ design: PollDesign,
        _ phase: Poll.Phase
    ) -> PollReport {
        var report = PollReport(design: design, phase: phase)
        if case .answered(let count, let seats) = room.entity(.progress(id), for: .facilitators) {
            report.progress = (count, seats)
        }
        if case .tally(let tally) = room.entity(.tally(id), for: .facilitators) {
            report.tally = tally
        }
        if case .voters(let voters) = room.entity(.voters(id), for: .facilitators) {
            report.voters = voters
        }
        return report
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

/// What the report says of a poll; no tally while none is due.
struct PollReport {
    let design: PollDesign
    let phase: Poll.Phase
    var progress: (answered: Int, of: Int)?
    var tally: Tally?
    var voters: VoterList?
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
