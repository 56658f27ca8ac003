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
    /// Steps of a scale: beyond eleven people no longer tell them apart.
    package static let scaleSteps = 3...11
    /// Options to put in order: Schulze's method costs their cube, a thumb gives up sooner.
    package static let rankedOptions = 2...24
    /// Points that one ballot shares.
    package static let points = 1...1_000
    /// Options to grade, and the grades there are (Balinski & Laraki use six or seven).
    package static let judgedOptions = 1...24
    package static let grades = 2...9
    /// Characters of the unit of an estimate.
    package static let unitCharacters = 20
    /// Digits after the decimal sign of an estimate.
    package static let decimals = 0...4
    /// Estimates in their smallest unit: the sum of 12,000 of them fits 64 bits.
    package static let estimates = -1_000_000_000_000...1_000_000_000_000
    /// Texts that one ballot of a poll of texts may hold.
    package static let textsPerBallot = 1...5
    /// Characters of a text on a ballot: a phrase; a proposal may be as long as a note.
    package static let entryCharacters = 140
    /// Texts that a poll lists one by one, as many as a wall has notes; beyond that it only counts.
    package static let entriesListed = 2_000
    /// Words of a cloud: what a projector shows legibly.
    package static let cloudWords = 60
    /// Seconds of a timer, at most a day.
    package static let timerSeconds = 5...86_400
    /// Least ballots in a cell of a breakdown; five is the floor, a facilitator may ask for more.
    package static let thresholds = 5...50
    /// Groups that a breakdown shows one by one; the smaller ones are counted together.
    package static let shownGroups = 24
    /// Hands that a facilitator may declare for one line.
    package static let declaredHands = 0...100_000
    /// Edits of a poll after its launch and before its first ballot.
    package static let editsAfterLaunch = 50
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
