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
            polls[id].flatMap { $0.resultsAreDue ? .tally($0.tally) : nil }
        case .voters(let id):
            audience == .facilitators ? votersEntity(id) : nil
        case .note(let note, let id):
            noteEntity(note, on: id, for: audience)
        case .moderation(let id):
            walls[id].flatMap { $0.notesAreShown ? .moderation($0.moderationLog) : nil }
        case .screen:
            screenEntity(for: audience)
        case .seat(let id):
            audience == .facilitators ? seats[id].map { .seat($0) } : nil
        case .presence, .own:
            nil
        }
    }

    private func activityEntity(_ id: Activity.ID, for audience: Audience) -> Entity? {
        guard audience == .facilitators || isLaunched(id) else { return nil }
        if let poll = polls[id] { return .poll(poll.design, poll.phase) }
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
        guard let poll = polls[id], poll.design.identity == .named, poll.resultsAreDue else {
            return nil
        }
        var options = Array(repeating: [String](), count: poll.design.options.count)
        var abstained: [String] = []
        for (author, ballot) in poll.ballots.sorted(by: { $0.key < $1.key }) {
            guard let name = name(of: author) else { continue }
            switch ballot {
            case .abstention: abstained.append(name)
            case .choices(let choices): choices.numbers.forEach { options[$0].append(name) }
            }
        }
        return .voters(
            VoterList(options: options.map { $0.sorted() }, abstained: abstained.sorted())
        )
    }

    /// The name that goes with a named ballot or note; `nil` for an anonymous one.
    package func name(of author: AuthorKey) -> String? {
        switch author {
        case .anonymous: nil
        case .seat(let id): seats[id]?.name
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
}
