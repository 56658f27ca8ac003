import Workshop

extension StoredEvent {
    /// The event that was stored.
    func event() throws(StoredFormError) -> RoomEvent {
        switch self {
        case .created(let room, let keys, let moment):
            .created(try room.design(), keys: try keys.keys(), at: Moment(milliseconds: moment))
        case .opened: .opened
        case .ended(let moment): .ended(at: Moment(milliseconds: moment))
        case .resumed: .resumed
        case .seat(let seat): .seatTaken(try seat.seat())
        case .added(let id, let index, let design):
            .activityAdded(try design.design(), id: id.id(), at: index)
        case .edited(let id, let design): .activityEdited(try design.design(), id: id.id())
        case .removed(let id): .activityRemoved(id.id())
        case .moved(let id, let index): .activityMoved(id.id(), to: index)
        case .launched(let id): .launched(id.id())
        case .revealed(let id): .revealed(id.id())
        case .closed(let id): .closed(id.id())
        case .focused(let id): .focused(id?.id())
        case .screen(let screen): .screenSet(try screen.screen())
        case .timer(let id, let end):
            .timerSet(until: end.map { Moment(milliseconds: $0) }, for: id.id())
        case .extended(let id, let seat, let end):
            .timeExtended(seat.id(), until: Moment(milliseconds: end), for: id.id())
        case .hands(let poll, let counts): .handsDeclared(counts, in: poll.id())
        case .tables(let poll, let tables): .tablesCounted(tables.map(\.table), in: poll.id())
        case .entryHidden(let poll, let entry, let reason):
            .entryModerated(Self.line(.hide, entry, reason), in: poll.id())
        case .entryRestored(let poll, let entry, let reason):
            .entryModerated(Self.line(.restore, entry, reason), in: poll.id())
        case .posted(let wall, let note): .notePosted(try note.note(), on: wall.id())
        case .rewritten(let wall, let note, let section, let text):
            .noteEdited(note.id(), on: wall.id(), section: section, text: text)
        case .withdrawn(let wall, let note): .noteWithdrawn(note.id(), on: wall.id())
        case .hidden(let wall, let note, let reason):
            .noteModerated(Self.line(.hide, note, reason), on: wall.id())
        case .restored(let wall, let note, let reason):
            .noteModerated(Self.line(.restore, note, reason), on: wall.id())
        }
    }

    private static func line(
        _ deed: ModerationLine.Deed,
        _ note: HexNumber,
        _ reason: String
    ) -> ModerationLine {
        ModerationLine(note: note.id(), deed: deed, reason: reason)
    }
}
