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
        case .posted(let wall, let note): .notePosted(try note.note(), on: wall.id())
        case .rewritten(let wall, let note, let section, let text):
            .noteEdited(note.id(), on: wall.id(), section: section, text: text)
        case .withdrawn(let wall, let note): .noteWithdrawn(note.id(), on: wall.id())
        case .hidden(let wall, let note, let reason):
            .noteModerated(
                ModerationLine(note: note.id(), deed: .hide, reason: reason),
                on: wall.id()
            )
        case .restored(let wall, let note, let reason):
            .noteModerated(
                ModerationLine(note: note.id(), deed: .restore, reason: reason),
                on: wall.id()
            )
        }
    }
}
