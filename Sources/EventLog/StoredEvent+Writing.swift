import Workshop

extension StoredEvent {
    /// The stored form of `event`, which is not about a ballot: those are ``StoredBallot``s.
    init(_ event: RoomEvent) {
        switch event {
        case .created(let design, let keys, let moment):
            let (room, keys) = (StoredRoom(design), StoredKeys(keys))
            self = .created(room: room, keys: keys, at: moment.milliseconds)
        case .opened: self = .opened
        case .ended(let moment): self = .ended(at: moment.milliseconds)
        case .resumed: self = .resumed
        case .seatTaken(let seat): self = .seat(seat: StoredSeat(seat))
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
        case .timerSet(let end, let id):
            self = .timer(activity: HexNumber(id), until: end?.milliseconds)
        case .timeExtended(let seat, let end, let id):
            let (id, seat) = (HexNumber(id), HexNumber(seat))
            self = .extended(activity: id, seat: seat, until: end.milliseconds)
        case .handsDeclared(let counts, let id):
            self = .hands(poll: HexNumber(id), counts: counts)
        case .tablesCounted(let tables, let id):
            self = .tables(poll: HexNumber(id), tables: tables.map(StoredTable.init))
        case .entryModerated(let line, let id): self = Self.moderation(line, inPoll: HexNumber(id))
        case .notePosted(let note, let wall):
            self = .posted(wall: HexNumber(wall), note: StoredNote(note))
        case .noteEdited(let note, let wall, let section, let text):
            let (wall, note) = (HexNumber(wall), HexNumber(note))
            self = .rewritten(wall: wall, note: note, section: section, text: text)
        case .noteWithdrawn(let note, let wall):
            self = .withdrawn(wall: HexNumber(wall), note: HexNumber(note))
        case .noteModerated(let line, let id): self = Self.moderation(line, onWall: HexNumber(id))
        case .ballotCast, .ballotWithdrawn:
            preconditionFailure("A ballot has a form of its own")
        }
    }

    private static func moderation(_ line: ModerationLine, onWall wall: HexNumber) -> Self {
        let note = HexNumber(line.note)
        return switch line.deed {
        case .hide: .hidden(wall: wall, note: note, reason: line.reason)
        case .restore: .restored(wall: wall, note: note, reason: line.reason)
        }
    }

    private static func moderation(_ line: ModerationLine, inPoll poll: HexNumber) -> Self {
        let entry = HexNumber(line.note)
        return switch line.deed {
        case .hide: .entryHidden(poll: poll, entry: entry, reason: line.reason)
        case .restore: .entryRestored(poll: poll, entry: entry, reason: line.reason)
        }
    }
}
