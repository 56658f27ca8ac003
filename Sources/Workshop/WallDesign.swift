/// A wall for notes, as its facilitator wrote it.
package struct WallDesign: Hashable, Sendable {
    package let title: String
    /// Names of the columns, at least one.
    package let sections: [String]
    package let writing: Writing
    package let identity: Identity
    /// How many notes one seat may have on the wall at once.
    package let notesPerSeat: Int

    /// Who sees a note while people write.
    package enum Writing: Hashable, Sendable {
        /// Only its author, until the facilitator reveals the wall.
        case silent
        /// Everybody, at once.
        case shared
    }

    /// A wall whose texts and numbers are within ``Limits``.
    ///
    /// - Throws: ``Refusal/invalidActivity`` otherwise.
    package init(
        title: String,
        sections: [String],
        writing: Writing,
        identity: Identity,
        notesPerSeat: Int
    ) throws(Refusal) {
        guard
            Text.fits(title, within: Limits.questionCharacters),
            Limits.sections.contains(sections.count),
            sections.allSatisfy({ Text.fits($0, within: Limits.labelCharacters) }),
            Limits.notesPerSeat.contains(notesPerSeat)
        else { throw .invalidActivity }
        self.title = title
        self.sections = sections
        self.writing = writing
        self.identity = identity
        self.notesPerSeat = notesPerSeat
    }
}
