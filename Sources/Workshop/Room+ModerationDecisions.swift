/// What a facilitator hides of what people wrote, or puts back, also after the end.
extension Room {
    /// A silent wall has nothing to hide: facilitators do not see its notes either.
    func decideModeration(
        _ deed: ModerationLine.Deed,
        ofNote id: Note.ID,
        on wallID: Activity.ID,
        because reason: String
    ) throws(Refusal) -> [RoomEvent] {
        let wall = try wall(wallID)
        guard wall.notesAreShown, let note = wall.notes[id] else { throw .unknownNote }
        let line = ModerationLine(note: id, deed: deed, reason: reason)
        let isNew = try isNew(line, isHidden: note.hiddenBecause != nil, after: wall.moderationLog)
        return isNew ? [.noteModerated(line, on: wallID)] : []
    }

    func decideModeration(
        _ deed: ModerationLine.Deed,
        ofEntry id: Note.ID,
        in pollID: Activity.ID,
        because reason: String
    ) throws(Refusal) -> [RoomEvent] {
        let poll = try poll(pollID)
        guard poll.resultsAreDue, poll.entryAuthors[id] != nil else { throw .unknownEntry }
        let line = ModerationLine(note: id, deed: deed, reason: reason)
        let isHidden = poll.hiddenEntries[id] != nil
        let isNew = try isNew(line, isHidden: isHidden, after: poll.moderationLog)
        return isNew ? [.entryModerated(line, in: pollID)] : []
    }

    /// Whether the line says something that is not so already; refused where it may not be said.
    private func isNew(
        _ line: ModerationLine,
        isHidden: Bool,
        after log: [ModerationLine]
    ) throws(Refusal) -> Bool {
        guard Text.isShort(line.reason, within: Limits.reasonCharacters) else {
            throw .reasonTooLong
        }
        guard isHidden == (line.deed == .restore) else { return false }
        guard log.count < Limits.moderationLines else { throw .wallFull }
        return true
    }
}
