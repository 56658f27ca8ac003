/// Why a room refused a command.
///
/// Nothing was recorded and nobody else is told. These are answers to a person, not faults: none is
/// logged, and none is worth a retry with the same command. Each has a row in section 5 of
/// `Docs/Protocol.md`.
package enum Refusal: Error, Hashable, Sendable, CaseIterable {
    case notAllowed
    case roomNotOpen
    case roomEnded
    case roomFull
    case invalidRoom
    case invalidJoin
    case unknownActivity
    case activityExists
    case tooManyActivities
    case notADraft
    case invalidActivity
    case pollNotOpen
    /// A ballot that left the phone in time can arrive late.
    case pollClosed
    /// A result is asked for while people can still change it.
    case notClosed
    case wrongNumberOfChoices
    case unknownOption
    /// A ballot of another kind than the poll asks for.
    case wrongKindOfBallot
    case rankedTwice
    /// Points that are too many, too few, or too many on one option.
    case wrongPoints
    case outOfBounds
    case entryEmpty
    case entryTooLong
    case entryExists
    case tooManyTexts
    /// An objection without a proposal: refused on every path.
    case proposalMissing
    /// The poll was edited after this ballot was filled in.
    case pollChanged
    case unknownEntry
    /// Something of the result is asked for before the result may be seen.
    case notDue
    case invalidHands
    case invalidTimer
    case unknownSeat
    case wallNotOpen
    case wallClosed
    case noteEmpty
    case noteTooLong
    case unknownNote
    case notYourNote
    case noteExists
    case unknownSection
    case tooManyNotes
    case wallFull
    case reasonTooLong
}
