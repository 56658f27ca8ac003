import Foundation
import Synchronization
import Workshop

/// Reads everything that is committed and everything that is sent, and knows the rules by itself.
///
/// It decides from the events alone whether a result was due; it does not ask the code under test.
final class Auditor: Sendable {
    private let state = Mutex<State>(State())

    fileprivate struct State {
        var room: Room?
        var policies: [Activity.ID: PollDesign.ResultsPolicy] = [:]
        var walls: [Activity.ID: WallDesign.Writing] = [:]
        var closed: Set<Activity.ID> = []
        var revealed: Set<Activity.ID> = []
        var launched: Set<Activity.ID> = []
        var findings: [String] = []
    }

    /// What was found to be wrong, oldest first.
    var findings: [String] { state.withLock { $0.findings } }

    /// The room that the committed events make.
    var room: Room? { state.withLock { $0.room } }

    func find(_ finding: String) {
        state.withLock { state in
            if state.findings.count < 20 { state.findings.append(finding) }
        }
    }

    /// These events are durable now.
    func committed(_ events: [RoomEvent]) {
        state.withLock { state in
            for event in events {
                state.note(event)
            }
        }
    }

    /// This message is about to leave for somebody of `audience`.
    func sending(_ text: String, to audience: Audience) {
        state.withLock { state in
            guard let room = state.room else { return }
            if let revision = Self.number(after: #""rev":"#, in: text), revision > room.revision {
                state.findings.append("shown before durable [P9]: \(revision) > \(room.revision)")
            }
            for id in Self.ids(after: #""tally/"#, in: text) where !state.resultsAreDue(id) {
                state.findings.append("hidden tally sent to \(audience) [P13]")
            }
            for id in Self.ids(after: #""tables/"#, in: text) where !state.resultsAreDue(id) {
                state.findings.append("hidden tables sent to \(audience) [P13]")
            }
            for id in Self.ids(after: #""entry/"#, in: text) {
                state.checkEntry(Note.ID(rawValue: id.rawValue), to: audience, in: room)
            }
            for id in Self.ids(after: #""time/"#, in: text) where audience != .participants {
                state.findings.append("the time of one seat for \(id) sent to \(audience) [P19]")
            }
            for id in Self.ids(after: #""voters/"#, in: text) where audience != .facilitators {
                state.findings.append("voters of \(id) sent to \(audience)")
            }
            for id in Self.ids(after: #""note/"#, in: text) {
                state.checkNote(Note.ID(rawValue: id.rawValue), to: audience, in: room, text)
            }
        }
    }

    private static func number(after label: String, in text: String) -> Int? {
        guard let start = text.firstRange(of: label)?.upperBound else { return nil }
        return Int(text[start...].prefix { $0.isNumber })
    }

    /// The ids of the keys in `put` that begin with `label`.
    private static func ids(after label: String, in text: String) -> [Activity.ID] {
        let put = text.firstRange(of: #""del":["#).map { text[..<$0.lowerBound] } ?? text[...]
        return put.ranges(of: label).compactMap { range in
            UInt64(put[range.upperBound...].prefix(16), radix: 16).map(Activity.ID.init(rawValue:))
        }
    }
}

extension Auditor.State {
    fileprivate mutating func note(_ event: RoomEvent) {
        if case .created(let design, let keys, let moment) = event {
            room = Room(design, keys: keys, created: moment)
            return
        }
        room?.apply(event)
        switch event {
        case .activityAdded(.poll(let design), let id, _): policies[id] = design.results
        case .activityAdded(.wall(let design), let id, _): walls[id] = design.writing
        case .launched(let id): launched.insert(id)
        case .closed(let id): closed.insert(id)
        case .revealed(let id): revealed.insert(id)
        default: return
        }
    }

    fileprivate func resultsAreDue(_ id: Activity.ID) -> Bool {
        switch policies[id] {
        case .live: launched.contains(id)
        case .onClose: closed.contains(id)
        case .onReveal: revealed.contains(id)
        case nil: false
        }
    }

    fileprivate mutating func checkEntry(_ id: Note.ID, to audience: Audience, in room: Room) {
        guard let poll = room.polls.first(where: { $0.value.entryAuthors[id] != nil })?.key else {
            return
        }
        if !resultsAreDue(poll) { findings.append("hidden text sent to \(audience) [P13]") }
    }

    fileprivate mutating func checkNote(
        _ id: Note.ID,
        to audience: Audience,
        in room: Room,
        _ text: String
    ) {
        guard let wall = room.walls.first(where: { $0.value.notes[id] != nil })?.key else { return }
        let isShown = walls[wall] == .shared || revealed.contains(wall) || closed.contains(wall)
        if !isShown { findings.append("note of a silent wall sent to \(audience) [P14]") }
    }
}
