import Foundation
import Gateway
import WireProtocol
import Workshop

/// What screens must show, computed afresh.
enum Screens {
    /// Every entity of `room` for `audience` but presence, as canonical JSON.
    static func entities(
        of room: Room,
        for audience: Audience,
        code: JoinCode
    ) -> [String: String] {
        var entities: [String: String] = [:]
        for key in room.entityKeys {
            guard let entity = room.entity(key, for: audience) else { continue }
            let value = try? JSONSerialization.jsonObject(
                with: Data(entity.json(in: code)),
                options: .fragmentsAllowed
            )
            entities[key.text] = Phone.canonical(value ?? "unreadable")
        }
        return entities
    }

    /// What `slot` (`poll/ID` or `note/WALL/ID`) holds for whoever has one of `keys`, as phones
    /// describe it.
    static func content(
        of slot: String,
        in room: Room,
        keys: (Activity.ID) -> [AuthorKey]
    ) -> String {
        let parts = slot.split(separator: "/").map(String.init)
        guard parts.count >= 2, let activity = Activity.ID(text: parts[1]) else { return "" }
        if parts[0] == "poll" {
            let ballots = keys(activity).compactMap { room.polls[activity]?.ballots[$0] }
            return ballots.map(describe).joined(separator: " and ")
        }
        guard parts.count == 3, let note = Note.ID(text: parts[2]) else { return "" }
        return room.walls[activity]?.notes[note]?.text ?? ""
    }

    /// A ballot as the protocol writes it, which is how phones remember what they sent.
    private static func describe(_ ballot: Ballot) -> String {
        let bytes = Entity.ownBallot(ballot).json(in: JoinCode(digits: 0))
        return Phone.canonical(text: String(decoding: bytes, as: UTF8.self))
    }
}
