package import Workshop

extension EntityKey {
    /// The key on the wire; section 3 of `Docs/Protocol.md`.
    package var text: String {
        switch self {
        case .room: "room"
        case .agenda: "agenda"
        case .activity(let id): "activity/\(id.text)"
        case .progress(let id): "progress/\(id.text)"
        case .tally(let id): "tally/\(id.text)"
        case .voters(let id): "voters/\(id.text)"
        case .tables(let id): "tables/\(id.text)"
        case .entry(let id, _): "entry/\(id.text)"
        case .timer(let id): "timer/\(id.text)"
        case .note(let id, _): "note/\(id.text)"
        case .moderation(let id): "hidden/\(id.text)"
        case .screen: "screen"
        case .presence: "presence"
        case .seat(let id): "seat/\(id.text)"
        case .own(let id): "mine/\(id.text)"
        case .ownTime(let id): "time/\(id.text)"
        }
    }
}
