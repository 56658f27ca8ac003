/// One post-it on a wall.
package struct Note: Hashable, Sendable {
    package typealias ID = Identifier<Note>

    package let id: ID
    package let author: AuthorKey
    package var section: Int
    package var text: String
    /// Orders the notes of a wall; ``unplaced`` while the wall is silent.
    package internal(set) var place: Int
    /// Why a facilitator took the note away from the wall; `nil` while it shows.
    package internal(set) var hiddenBecause: String?

    /// The place of a note of a silent wall: no order of arrival is kept.
    package static let unplaced = 0

    package init(id: ID, author: AuthorKey, section: Int, text: String, place: Int) {
        self.id = id
        self.author = author
        self.section = section
        self.text = text
        self.place = place
    }
}

/// One line of a wall's moderation log: visible to the room, without text and author.
package struct ModerationLine: Hashable, Sendable {
    package let note: Note.ID
    package let deed: Deed
    package let reason: String

    package enum Deed: Hashable, Sendable {
        case hide, restore
    }

    package init(note: Note.ID, deed: Deed, reason: String) {
        self.note = note
        self.deed = deed
        self.reason = reason
    }
}
