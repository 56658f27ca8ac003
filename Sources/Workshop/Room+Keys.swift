extension Room {
    /// Every key that may have a value for somebody, always in the same order for the same room.
    ///
    /// - Complexity: O(*n* log *n*) in the number of notes and seats.
    package var entityKeys: [EntityKey] {
        var keys: [EntityKey] = [.room, .agenda, .screen]
        for id in agenda {
            keys += [.activity(id), .progress(id)]
            if polls[id] != nil { keys += [.tally(id), .voters(id)] }
            if let wall = walls[id] {
                keys.append(.moderation(of: id))
                keys += wall.notes.keys.sorted().map { .note($0, on: id) }
            }
        }
        return keys + seats.keys.sorted().map { .seat($0) }
    }

    /// The keys whose value may have changed for somebody when `event` was applied to this room.
    ///
    /// Asked of the room after the event. Naming a key too many costs a comparison; one too few
    /// would leave a screen stale, so the simulation checks every screen against a fresh one.
    ///
    /// - Complexity: O(1), but O(*notes*) when a wall is revealed and O(*activities*) when a seat
    ///   is taken.
    package func keys(touchedBy event: RoomEvent) -> [EntityKey] {
        switch event {
        case .created:
            [.room, .agenda, .screen]
        case .opened, .ended:
            [.room]
        case .resumed:
            []
        case .seatTaken(let seat):
            [.seat(seat.id)] + agenda.filter { polls[$0] != nil }.map { .progress($0) }
        case .activityAdded(_, let id, _), .activityEdited(_, let id), .activityRemoved(let id):
            [.agenda, .activity(id)]
        case .activityMoved:
            [.agenda]
        case .launched(let id):
            [.room, .agenda, .screen, .activity(id), .progress(id)] + resultKeys(of: id)
        case .revealed(let id), .closed(let id):
            [.activity(id)] + resultKeys(of: id)
        case .focused:
            [.room, .screen]
        case .screenSet:
            [.screen]
        case .ballotCast(_, let id, _), .ballotWithdrawn(let id, _):
            [.progress(id), .tally(id), .voters(id)]
        case .notePosted(let note, let id):
            [.progress(id), .note(note.id, on: id)]
        case .noteEdited(let note, let id, _, _):
            [.note(note, on: id)]
        case .noteWithdrawn(let note, let id):
            [.progress(id), .note(note, on: id)]
        case .noteModerated(let line, let id):
            [.moderation(of: id), .note(line.note, on: id)]
        }
    }

    /// The keys that appear when results or notes of `id` become visible.
    private func resultKeys(of id: Activity.ID) -> [EntityKey] {
        guard let wall = walls[id] else { return [.tally(id), .voters(id)] }
        return [.moderation(of: id)] + wall.notes.keys.sorted().map { .note($0, on: id) }
    }
}
