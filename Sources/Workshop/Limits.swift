/// How much of everything a room accepts; each number has a stated refusal at the limit.
///
/// Lengths count Unicode code points, which is what the page counts too. The reasons are sizes of
/// real workshops (10 to 735 people, 148 notes, 25 options) with room to spare.
package enum Limits {
    /// Characters of a note: a long paragraph.
    package static let noteCharacters = 500
    /// Characters of a poll's question or a wall's title.
    package static let questionCharacters = 300
    /// Characters of an option, a section, an organisation or a college.
    package static let labelCharacters = 120
    /// Characters of a room's title.
    package static let titleCharacters = 120
    /// Characters of a person's name.
    package static let nameCharacters = 60
    /// Characters of the reason for hiding a note.
    package static let reasonCharacters = 200
    /// Options of a poll: one bit each in ``Choices``.
    package static let options = 2...60
    /// Sections of a wall.
    package static let sections = 1...12
    /// Notes that one seat may have on a wall at once.
    package static let notesPerSeat = 1...100
    /// Notes on a wall, withdrawn ones not counted: what a screen can still show.
    package static let notesPerWall = 2_000
    /// Notes ever posted on a wall: bounds what posting and withdrawing can grow.
    package static let notesEverPerWall = 10_000
    /// Lines of a wall's moderation log.
    package static let moderationLines = 2_000
    /// Activities in a room's agenda.
    package static let activities = 100
    /// Seats in a room.
    package static let seats = 12_000
    /// Entries in a room's list of organisations or colleges.
    package static let groups = 200
}
