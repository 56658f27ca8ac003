extension Room {
    /// The value of `key` for `audience`; `nil` when it does not exist or may not be seen (P10).
    ///
    /// This is the only way out of the domain: what is `nil` here is absent from every message,
    /// export and page. ``EntityKey/presence`` and ``EntityKey/own(_:)`` are not the room's to
    /// know.
    ///
    /// - Complexity: O(1), but O(*ballots* log *ballots*) for ``EntityKey/voters(_:)``.
    package func entity(_ key: EntityKey, for audience: Audience) -> Entity? {
        switch key {
        case .room:
            .room(RoomView(design: design, phase: phase, focus: focus))
        case .agenda:
            .agenda(audience == .facilitators ? agenda : agenda.filter(isLaunched))
        case .activity(let id):
            activityEntity(id, for: audience)
        case .progress(let id):
            progressEntity(id)
        case .tally(let id):
            duePoll(id).map { .result($0.result) }
        case .voters(let id):
            audience == .facilitators ? votersEntity(id) : nil
        case .tables(let id):
            tablesEntity(id)
        case .entry(let entry, let id):
            entryEntity(entry, of: id, for: audience)
        case .timer(let id):
            timers[id].map { .time(until: $0.end) }
        case .note(let note, let id):
            noteEntity(note, on: id, for: audience)
        case .moderation(let id):
            moderationEntity(id)
        case .screen:
            screenEntity(for: audience)
        case .seat(let id):
            audience == .facilitators ? seats[id].map { .seat($0) } : nil
        case .presence, .own, .ownTime:
            nil
        }
    }

    /// The poll `id` if its results may be seen.
    private func duePoll(_ id: Activity.ID) -> Poll? {
        polls[id].flatMap { $0.resultsAreDue ? $0 : nil }
    }

    /// The moves since the round before also say what came of that round: they wait for both.
    private func tablesEntity(_ id: Activity.ID) -> Entity? {
        guard let poll = duePoll(id), poll.phase > .open else { return nil }
        let isKnown = poll.design.follows.flatMap(duePoll) != nil
        let tables = poll.tables.filter { isKnown || $0.subject != .earlierRound }
        return tables.isEmpty ? nil : .tables(tables)
    }

    private func moderationEntity(_ id: Activity.ID) -> Entity? {
        if let poll = duePoll(id), !poll.moderationLog.isEmpty {
            return .moderation(poll.moderationLog)
        }
        return walls[id].flatMap { $0.notesAreShown ? .moderation($0.moderationLog) : nil }
    }

    private func entryEntity(
        _ id: Note.ID,
        of pollID: Activity.ID,
        for audience: Audience
    ) -> Entity? {
        guard let view = entry(id, of: pollID), polls[pollID]?.listsEntries == true else {
            return nil
        }
        guard audience == .facilitators || view.hiddenBecause == nil else { return nil }
        return .entry(view)
    }

    /// A text of a poll as facilitators may see it, however many there are: for the report.
    package func entry(_ id: Note.ID, of pollID: Activity.ID) -> EntryView? {
        guard let poll = duePoll(pollID), let entry = poll.entry(id) else { return nil }
        return EntryView(
            poll: pollID,
            text: entry.text,
            consent: poll.consent(of: id),
            hiddenBecause: poll.hiddenEntries[id]
        )
    }

    private func activityEntity(_ id: Activity.ID, for audience: Audience) -> Entity? {
        guard audience == .facilitators || isLaunched(id) else { return nil }
        if let poll = polls[id] { return .poll(poll.design, poll.phase, edition: poll.edition) }
        if let wall = walls[id] { return .wall(wall.design, wall.phase) }
        return nil
    }

    private func progressEntity(_ id: Activity.ID) -> Entity? {
        guard isLaunched(id) else { return nil }
        if let poll = polls[id] { return .answered(poll.tally.ballots, of: seats.count) }
        return walls[id].map { .noteCount($0.notes.count) }
    }

    private func noteEntity(
        _ id: Note.ID,
        on wallID: Activity.ID,
        for audience: Audience
    ) -> Entity? {
        guard let wall = walls[wallID], wall.notesAreShown, let note = wall.notes[id] else {
            return nil
        }
        guard audience == .facilitators || note.hiddenBecause == nil else { return nil }
        return .note(
            NoteView(
                wall: wallID,
                section: note.section,
                text: note.text,
                place: note.place,
                author: name(of: note.author),
                origin: note.author.poll,
                hiddenBecause: note.hiddenBecause
            )
        )
    }

    private func screenEntity(for audience: Audience) -> Entity? {
        switch audience {
        case .facilitators, .displays: .screen(screen, shows: activityOnScreen)
        case .participants, .guests: nil
        }
    }

    private func votersEntity(_ id: Activity.ID) -> Entity? {
        guard let poll = duePoll(id), poll.design.identity == .named else { return nil }
        let lineCount = poll.design.form.lineCount ?? 0
        var lines = Array(repeating: [String](), count: lineCount)
        var ballots: [VoterList.Named] = []
        var abstained: [String] = []
        for (author, ballot) in poll.ballots.sorted(by: { $0.key < $1.key }) {
            guard let name = name(of: author) else { continue }
            if ballot == .abstention {
                abstained.append(name)
            } else if lineCount == 0 {
                ballots.append(VoterList.Named(name: name, ballot: ballot))
            } else {
                for line in poll.design.form.lines(of: ballot) { lines[line].append(name) }
            }
        }
        return .voters(
            VoterList(
                lines: lines.map { $0.sorted() },
                ballots: ballots.sorted { $0.name < $1.name },
                abstained: abstained.sorted()
            )
        )
    }

    /// The name that goes with a named ballot or note; `nil` for an anonymous one.
    package func name(of author: AuthorKey) -> String? {
        switch author {
        case .anonymous, .poll: nil
        case .seat(let id): seats[id]?.name
        }
    }
}

extension AuthorKey {
    /// The poll that a note came out of.
    fileprivate var poll: Activity.ID? {
        switch self {
        case .poll(let id): id
        case .anonymous, .seat: nil
        }
    }
}

// MARK: - What one seat sees of itself

extension Room {
    /// The ballot or the notes of `author` in the activity `id`; `nil` when there are none.
    ///
    /// - Complexity: O(*notes* log *notes*) for a wall.
    package func ownEntity(_ id: Activity.ID, of author: AuthorKey) -> Entity? {
        if let ballot = polls[id]?.ballots[author] { return .ownBallot(ballot) }
        guard let wall = walls[id], wall.noteCount(of: author) > 0 else { return nil }
        return .ownNotes(wall.placedNotes.filter { $0.author == author })
    }

    /// Until when `seat` alone has time for the activity `id`; `nil` when it has no more than all.
    package func ownTime(_ id: Activity.ID, of seat: Seat.ID) -> Entity? {
        timers[id]?.ownEnd(of: seat).map { .time(until: $0) }
    }
}
