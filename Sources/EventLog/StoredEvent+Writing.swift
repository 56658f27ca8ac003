import Workshop

extension StoredEvent {
    /// The stored form of `event`, which is not about a ballot: those are ``StoredBallot``s.
    init(_ event: RoomEvent) {
        switch event {
        case .created(let design, let keys, let moment):
            self = .created(
                room: StoredRoom(design),
                keys: StoredKeys(keys),
                at: moment.milliseconds
            )
        case .opened: self = .opened
        case .ended(let moment): self = .ended(at: moment.milliseconds)
        case .resumed: self = .resumed
        case .seatTaken(let seat): self = .seat(seat: StoredSeat(seat))
        case .activityAdded, .activityEdited, .activityRemoved, .activityMoved, .launched,
            .revealed, .closed, .focused, .screenSet:
            self = Self(aboutAgenda: event)
        case .notePosted, .noteEdited, .noteWithdrawn, .noteModerated:
            self = Self(aboutNote: event)
        case .ballotCast, .ballotWithdrawn:
            preconditionFailure("A ballot has a form of its own")
        }
    }

    private init(aboutAgenda event: RoomEvent) {
        switch event {
        case .activityAdded(let design, let id, let index):
            self = .added(id: HexNumber(id), at: index, as: StoredDesign(design))
        case .activityEdited(let design, let id):
            self = .edited(id: HexNumber(id), as: StoredDesign(design))
        case .activityRemoved(let id): self = .removed(id: HexNumber(id))
        case .activityMoved(let id, let index): self = .moved(id: HexNumber(id), to: index)
        case .launched(let id): self = .launched(id: HexNumber(id))
        case .revealed(let id): self = .revealed(id: HexNumber(id))
        case .closed(let id): self = .closed(id: HexNumber(id))
        case .focused(let id): self = .focused(id: id.map { HexNumber($0) })
        case .screenSet(let screen): self = .screen(show: StoredScreen(screen))
        case .created, .opened, .ended, .resumed, .seatTaken, .ballotCast, .ballotWithdrawn,
            .notePosted,
            .noteEdited, .noteWithdrawn, .noteModerated:
            preconditionFailure("Not an event about the agenda")
        }
    }

    private init(aboutNote event: RoomEvent) {
        switch event {
        case .notePosted(let note, let wall):
            self = .posted(wall: HexNumber(wall), note: StoredNote(note))
        case .noteEdited(let note, let wall, let section, let text):
            self = .rewritten(
                wall: HexNumber(wall),
                note: HexNumber(note),
                section: section,
                text: text
            )
        case .noteWithdrawn(let note, let wall):
            self = .withdrawn(wall: HexNumber(wall), note: HexNumber(note))
        case .noteModerated(let line, let wall):
            let (wall, note) = (HexNumber(wall), HexNumber(line.note))
            switch line.deed {
            case .hide: self = .hidden(wall: wall, note: note, reason: line.reason)
            case .restore: self = .restored(wall: wall, note: note, reason: line.reason)
            }
        case .created, .opened, .ended, .resumed, .seatTaken, .activityAdded, .activityEdited,
            .activityRemoved, .activityMoved, .launched, .revealed, .closed, .focused, .screenSet,
            .ballotCast, .ballotWithdrawn:
            preconditionFailure("Not an event about a note")
        }
    }
}
