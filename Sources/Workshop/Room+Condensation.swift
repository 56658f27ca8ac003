extension Room {
    /// The shortest log that leads to this room.
    ///
    /// Replaying it gives the room back, but not the way it was reached: ballots stand in the order
    /// of their keys, changed minds and withdrawn texts are gone. That is what makes it a snapshot,
    /// and, once the events it replaces are deleted, what takes the order of arrival out of the
    /// record of an anonymous activity.
    ///
    /// - Complexity: O(*n* log *n*) in the number of ballots and notes.
    package var condensed: [RoomEvent] {
        var events: [RoomEvent] = [.created(design, keys: keys, at: created)]
        events += seats.values.sorted { $0.id < $1.id }.map { .seatTaken($0) }
        if phase > .lobby { events.append(.opened) }
        for (index, id) in agenda.enumerated() {
            if let poll = polls[id] { events += poll.condensed(as: id, at: index) }
            if let wall = walls[id] { events += wall.condensed(as: id, at: index) }
            if let timer = timers[id] { events += timer.condensed(for: id) }
        }
        events += [.focused(focus), .screenSet(screen)]
        if let ended { events.append(.ended(at: ended)) }
        return events
    }
}

extension Poll {
    fileprivate func condensed(as id: Activity.ID, at index: Int) -> [RoomEvent] {
        var events: [RoomEvent] = [.activityAdded(.poll(design), id: id, at: index)]
        if phase > .draft { events.append(.launched(id)) }
        events += (0..<edition).map { _ in .activityEdited(.poll(design), id: id) }
        events += ballots.sorted { $0.key < $1.key }
            .map { .ballotCast($0.value, in: id, by: $0.key, earlier: earlierLines[$0.key]) }
        if let declaredHands { events.append(.handsDeclared(declaredHands, in: id)) }
        events += moderationLog.map { .entryModerated($0, in: id) }
        if !tables.isEmpty { events.append(.tablesCounted(tables, in: id)) }
        if phase > .open { events.append(.closed(id)) }
        if phase > .closed { events.append(.revealed(id)) }
        return events
    }
}

extension Wall {
    fileprivate func condensed(as id: Activity.ID, at index: Int) -> [RoomEvent] {
        var events: [RoomEvent] = [.activityAdded(.wall(design), id: id, at: index)]
        if phase > .draft { events.append(.launched(id)) }
        if phase > .silent, firstPhase == .silent { events.append(.revealed(id)) }
        events += placedNotes.map { .notePosted($0.withoutModeration, on: id) }
        events += withdrawn.sorted().map { .noteWithdrawn($0, on: id) }
        events += moderationLog.map { .noteModerated($0, on: id) }
        if phase > .open { events.append(.closed(id)) }
        return events
    }
}

extension ActivityTimer {
    fileprivate func condensed(for id: Activity.ID) -> [RoomEvent] {
        [.timerSet(until: end, for: id)]
            + ends.sorted { $0.key < $1.key }
            .map { .timeExtended($0.key, until: $0.value, for: id) }
    }
}

extension Note {
    /// The note as it was posted: its moderation follows as events of its own.
    fileprivate var withoutModeration: Note {
        var note = self
        note.hiddenBecause = nil
        return note
    }
}
