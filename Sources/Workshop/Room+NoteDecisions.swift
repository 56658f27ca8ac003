/// What a seat writes on a wall, and what a facilitator takes off it.
extension Room {
    func decideRewriting(
        _ id: Note.ID,
        on wallID: Activity.ID,
        section: Int,
        text: String,
        by author: AuthorKey
    ) throws(Refusal) -> [RoomEvent] {
        let wall = try wall(wallID)
        if let known = wall.notes[id], known.author == author,
            (known.section, known.text) == (section, text)
        {
            return []
        }
        try requireWritable(wall)
        _ = try ownNote(id, on: wall, of: author)
        try check(text, section: section, on: wall)
        return [.noteEdited(id, on: wallID, section: section, text: text)]
    }

    func decideWithdrawal(
        of id: Note.ID,
        on wallID: Activity.ID,
        by author: AuthorKey
    ) throws(Refusal) -> [RoomEvent] {
        let wall = try wall(wallID)
        if wall.withdrawn.contains(id) { return [] }
        try requireWritable(wall)
        _ = try ownNote(id, on: wall, of: author)
        return [.noteWithdrawn(id, on: wallID)]
    }

    func decidePost(
        _ id: Note.ID,
        on wallID: Activity.ID,
        section: Int,
        text: String,
        by author: AuthorKey
    ) throws(Refusal) -> [RoomEvent] {
        let wall = try wall(wallID)
        // A copy of a post whose answer was lost, also when the note has been changed since. Once
        // the wall is closed nobody can tell whose it was, and a copy still does no harm.
        if wall.withdrawn.contains(id) { return [] }
        if let known = wall.notes[id] {
            guard known.author == author || wall.phase == .closed else { throw .noteExists }
            return []
        }
        try requireWritable(wall)
        try check(text, section: section, on: wall)
        guard wall.noteCount(of: author) < wall.design.notesPerSeat else { throw .tooManyNotes }
        guard
            wall.notes.count < Limits.notesPerWall,
            wall.notes.count + wall.withdrawn.count < Limits.notesEverPerWall
        else { throw .wallFull }
        let place = wall.placeForNewNote
        let note = Note(id: id, author: author, section: section, text: text, place: place)
        return [.notePosted(note, on: wallID)]
    }

    /// Decides what a facilitator hides from a wall or puts back, also after the end.
    ///
    /// A silent wall has nothing to hide: facilitators do not see its notes either.
    func decideModeration(
        _ deed: ModerationLine.Deed,
        ofNote id: Note.ID,
        on wallID: Activity.ID,
        because reason: String
    ) throws(Refusal) -> [RoomEvent] {
        let wall = try wall(wallID)
        guard wall.notesAreShown, let note = wall.notes[id] else { throw .unknownNote }
        guard Text.isShort(reason, within: Limits.reasonCharacters) else { throw .reasonTooLong }
        guard (note.hiddenBecause == nil) == (deed == .hide) else { return [] }
        guard wall.moderationLog.count < Limits.moderationLines else { throw .wallFull }
        return [.noteModerated(ModerationLine(note: id, deed: deed, reason: reason), on: wallID)]
    }

    private func requireWritable(_ wall: Wall) throws(Refusal) {
        try requireOpen()
        try wall.checkIsOpen()
    }

    private func ownNote(
        _ id: Note.ID,
        on wall: Wall,
        of author: AuthorKey
    ) throws(Refusal) -> Note {
        guard let note = wall.notes[id] else { throw .unknownNote }
        guard note.author == author else { throw .notYourNote }
        return note
    }

    private func check(_ text: String, section: Int, on wall: Wall) throws(Refusal) {
        guard !Text.isBlank(text) else { throw .noteEmpty }
        guard Text.isShort(text, within: Limits.noteCharacters) else { throw .noteTooLong }
        guard wall.design.sections.indices.contains(section) else { throw .unknownSection }
    }
}
