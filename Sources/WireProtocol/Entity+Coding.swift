import Foundation
package import Workshop

extension Entity {
    /// The entity as JSON (section 3 of `Docs/Protocol.md`); `code` is what the room itself does
    /// not know.
    package func json(in code: JoinCode) -> [UInt8] {
        switch self {
        case .room(let view):
            JSON.bytes(RoomFields(view, code: code))
        case .agenda(let ids):
            JSON.bytes(ids.map(\.text))
        case .poll(let design, let phase, let edition):
            JSON.bytes(
                ActivityEntityFields(
                    design: DesignFields(design),
                    phase: phase.name,
                    edition: edition == 0 ? nil : edition
                )
            )
        case .wall(let design, let phase):
            JSON.bytes(ActivityEntityFields(design: DesignFields(design), phase: phase.name))
        case .answered(let count, let seats):
            JSON.bytes(ProgressFields(answered: count, of: seats))
        case .noteCount(let count):
            JSON.bytes(ProgressFields(notes: count))
        case .result(let result):
            JSON.bytes(TallyFields(result))
        case .tables(let tables):
            JSON.bytes(tables.map(TableFields.init))
        case .entry(let view):
            JSON.bytes(EntryEntityFields(view))
        case .time(let end):
            JSON.bytes(TimeEntityFields(endsMs: end.milliseconds))
        case .voters(let list):
            JSON.bytes(VoterFields(list))
        case .note(let view):
            JSON.bytes(NoteEntityFields(view))
        case .moderation(let lines):
            JSON.bytes(lines.map(ModerationFields.init))
        case .screen(let screen, let activity):
            JSON.bytes(ScreenEntityFields(screen, shows: activity))
        case .presence(let presence):
            JSON.bytes(
                PresenceFields(seats: presence.seats, here: presence.here, away: presence.away)
            )
        case .seat(let seat):
            JSON.bytes(
                SeatFields(
                    name: seat.name,
                    organisation: seat.organisation,
                    college: seat.college
                )
            )
        case .ownBallot(let ballot):
            JSON.bytes(BallotFields(ballot))
        case .ownNotes(let notes):
            JSON.bytes(OwnNotesFields(notes))
        }
    }
}

extension NoteEntityFields {
    fileprivate init(_ view: NoteView) {
        wall = view.wall.text
        section = view.section
        text = view.text
        place = view.place
        author = view.author
        from = view.origin?.text
        hidden = view.hiddenBecause
    }
}

extension OwnNotesFields {
    fileprivate init(_ notes: [Note]) {
        self.notes = notes.map { Line(note: $0.id.text, section: $0.section, text: $0.text) }
    }
}

/// JSON whose bytes depend on the value alone: keys sorted, no white space.
package enum JSON {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    /// The text of `value`.
    ///
    /// - Precondition: No number in `value` is infinite or not a number; ours are integers and
    /// halves.
    package static func bytes(_ value: some Encodable) -> [UInt8] {
        do {
            return Array(try encoder.encode(value))
        } catch {
            preconditionFailure("A value of ours cannot be written as JSON: \(error)")
        }
    }
}
