extension Room {
    /// Every key that may have a value for somebody, always in the same order for the same room.
    ///
    /// - Complexity: O(*n* log *n*) in the number of notes and seats.
    package var entityKeys: [EntityKey] {
        var keys: [EntityKey] = [.room, .agenda, .screen]
        for id in agenda {
            keys += [.activity(id), .progress(id), .timer(id)]
            if let poll = polls[id] {
                keys += [.tally(id), .voters(id), .tables(id), .moderation(of: id)]
                keys += poll.entryAuthors.keys.sorted().map { .entry($0, of: id) }
            }
            if let wall = walls[id] {
                keys.append(.moderation(of: id))
                keys += wall.notes.keys.sorted().map { .note($0, on: id) }
            }
        }
        return keys + seats.keys.sorted().map { .seat($0) }
    }

    /// The keys whose value may have changed for somebody when `event` was applied to this room.
    ///
    /// Asked of the room after the event, by ``advance(by:)``. Naming a key too many costs a
    /// comparison; one too few would leave a screen stale, so the simulation checks every screen
    /// against a fresh one.
    ///
    /// - Complexity: O(1), but O(*notes*) when a wall is revealed and O(*activities*) when a seat
    ///   is taken.
    private func keys(touchedBy event: RoomEvent) -> [EntityKey] {
        switch event {
        case .created:
            [.room, .agenda, .screen]
        case .opened, .ended:
            [.room]
        case .resumed:
            []
        case .seatTaken(let seat):
            [.seat(seat.id)] + agenda.filter { polls[$0] != nil }.map { .progress($0) }
        case .activityAdded(_, let id, _), .activityRemoved(let id):
            [.agenda, .activity(id)]
        case .activityEdited(_, let id):
            [.activity(id), .tally(id), .voters(id)]
        case .activityMoved:
            [.agenda]
        case .launched(let id):
            [.room, .agenda, .screen, .activity(id), .progress(id)] + resultKeys(of: id)
        case .revealed(let id), .closed(let id):
            [.activity(id), .timer(id)] + resultKeys(of: id)
                + agenda.filter { polls[$0]?.design.follows == id }.map { .tables($0) }
        case .timerSet(_, let id):
            [.timer(id)]
        case .timeExtended:
            // Only the seat itself hears of it.
            []
        case .focused:
            [.room, .screen]
        case .screenSet:
            [.screen]
        case .ballotCast(let ballot, let id, _, _):
            [.progress(id), .tally(id), .voters(id)] + entryKeys(of: id, touching: ballot.entries)
        case .ballotWithdrawn(let id, _):
            [.progress(id), .tally(id), .voters(id)] + entryKeys(of: id, touching: [])
        case .handsDeclared(_, let id):
            [.tally(id)]
        case .tablesCounted(_, let id):
            [.tables(id)]
        case .entryModerated(let line, let id):
            [.tally(id), .moderation(of: id), .entry(line.note, of: id)]
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
        if let poll = polls[id] {
            return [.tally(id), .voters(id), .tables(id), .moderation(of: id)]
                + poll.entryAuthors.keys.sorted().map { .entry($0, of: id) }
        }
        guard let wall = walls[id] else { return [] }
        return [.moderation(of: id)] + wall.notes.keys.sorted().map { .note($0, on: id) }
    }

    /// The keys of texts that a ballot brings; all of them where their number may just have crossed
    /// what is listed.
    private func entryKeys(of id: Activity.ID, touching entries: [Entry]) -> [EntityKey] {
        guard let poll = polls[id], !poll.entryAuthors.isEmpty || !entries.isEmpty else {
            return []
        }
        let distance = poll.entryAuthors.count - Limits.entriesListed
        guard abs(distance) <= Limits.textsPerBallot.upperBound else {
            return entries.map { .entry($0.id, of: id) }
        }
        return poll.entryAuthors.keys.sorted().map { .entry($0, of: id) }
    }

    /// The keys of the texts that `event` is about to take away, with the ballot that they stand
    /// on.
    ///
    /// Asked of the room before the event.
    private func keysTakenAway(by event: RoomEvent) -> [EntityKey] {
        let (id, author): (Activity.ID, AuthorKey)
        switch event {
        case .ballotCast(_, let poll, let voter, _): (id, author) = (poll, voter)
        case .ballotWithdrawn(let poll, let voter): (id, author) = (poll, voter)
        case .created, .opened, .ended, .resumed, .seatTaken, .activityAdded, .activityEdited,
            .activityRemoved, .activityMoved, .launched, .revealed, .closed, .focused, .screenSet,
            .timerSet, .timeExtended, .handsDeclared, .tablesCounted, .entryModerated,
            .notePosted, .noteEdited, .noteWithdrawn, .noteModerated:
            return []
        }
        return polls[id]?.ballots[author]?.entries.map { .entry($0.id, of: id) } ?? []
    }

    /// Moves the room on by one event and names the keys whose value may have changed.
    package mutating func advance(by event: RoomEvent) -> [EntityKey] {
        let gone = keysTakenAway(by: event)
        apply(event)
        return gone + keys(touchedBy: event)
    }
}
