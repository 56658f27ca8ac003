/// What a seat writes on a wall.
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
        try wall.checkHasRoom(for: 1)
        let place = wall.placeForNewNote
        let note = Note(id: id, author: author, section: section, text: text, place: place)
        return [.notePosted(note, on: wallID)]
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
