/// The name of one small thing that an audience sees; section 3 of `Docs/Protocol.md`.
package enum EntityKey: Hashable, Sendable {
    case room
    case agenda
    case activity(Activity.ID)
    case progress(Activity.ID)
    case tally(Activity.ID)
    case voters(Activity.ID)
    /// The result by group, and who moved since the round before.
    case tables(Activity.ID)
    /// A text that stands on a ballot.
    case entry(Note.ID, of: Activity.ID)
    case timer(Activity.ID)
    case note(Note.ID, on: Activity.ID)
    case moderation(of: Activity.ID)
    case screen
    case presence
    case seat(Seat.ID)
    /// A seat's own ballot or notes: never part of what an audience sees, only of what a seat sees.
    case own(Activity.ID)
    /// Until when this seat alone has time.
    case ownTime(Activity.ID)
}

extension EntityKey {
    /// Whether every audience sees the same under this key, so that it is worked out once for all.
    package var isTheSameForAll: Bool {
        switch self {
        case .room, .progress, .tally, .tables, .timer, .moderation: true
        case .agenda, .activity, .voters, .entry, .note, .screen, .presence, .seat, .own,
            .ownTime:
            false
        }
    }
}
