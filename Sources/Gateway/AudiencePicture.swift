import WireProtocol
package import Workshop

/// What one audience has been shown: every entity, encoded once, with the revision it changed at.
///
/// This is the only memory of what clients know. A slow reader costs nothing: what it missed is
/// what has a greater revision than its own, each key once with its last value (P12).
package struct AudiencePicture {
    /// How many removed keys are remembered, so that a resume can name them; about 50 bytes each.
    package static let rememberedRemovals = 2_000

    private let audience: Audience
    private let code: JoinCode
    /// The revision of the room that the picture shows.
    package private(set) var revision: Int
    private var entries: [EntityKey: Entry] = [:]
    private var removals: [EntityKey: Int] = [:]
    /// A resume from before this revision gets the whole map.
    private var horizon: Int
    private var presence: [UInt8]
    private var cachedFull: [UInt8]?

    private struct Entry {
        let changedAt: Int
        let fragment: [UInt8]
    }

    /// What has to be sent for a picture to move on.
    package struct Change {
        package let put: [[UInt8]]
        package let del: [EntityKey]
    }

    /// A first picture of `room`.
    package init(of room: Room, for audience: Audience, presence: Presence, code: JoinCode) {
        self.audience = audience
        self.code = code
        self.presence = ServerMessage.fragment(.presence, .presence(presence), in: code)
        revision = room.revision
        horizon = room.revision
        for key in room.entityKeys {
            if let entity = room.entity(key, for: audience) {
                entries[key] = entry(key, entity)
            }
        }
    }

    private func entry(_ key: EntityKey, _ entity: Entity) -> Entry {
        Entry(
            changedAt: revision,
            fragment: ServerMessage.fragment(key, entity, in: code)
        )
    }
}

// MARK: - Moving on

extension AudiencePicture {
    /// Brings `keys` up to what is published now; `nil` when nothing changed for this audience.
    package mutating func absorb(
        _ keys: [EntityKey],
        of published: inout PublishedEntities
    ) -> Change? {
        revision = published.room.revision
        var put: [[UInt8]] = []
        var del: [EntityKey] = []
        for key in keys {
            if let entity = published.entity(key, for: audience) {
                let entry = entry(key, entity)
                guard entries[key]?.fragment != entry.fragment else { continue }
                entries[key] = entry
                removals[key] = nil
                put.append(entry.fragment)
            } else if entries.removeValue(forKey: key) != nil {
                removals[key] = revision
                del.append(key)
            }
        }
        cachedFull = nil
        forgetOldRemovals()
        return put.isEmpty && del.isEmpty ? nil : Change(put: put, del: del)
    }

    /// Brings presence up to date; `nil` when nothing changed for this audience.
    package mutating func absorb(_ presence: Presence) -> Change? {
        let fragment = ServerMessage.fragment(.presence, .presence(presence), in: code)
        guard fragment != self.presence else { return nil }
        self.presence = fragment
        cachedFull = nil
        return Change(put: [fragment], del: [])
    }

    private mutating func forgetOldRemovals() {
        guard removals.count > Self.rememberedRemovals else { return }
        horizon = revision
        removals.removeAll()
    }
}

// MARK: - Telling

extension AudiencePicture {
    /// What a client at revision `since` lacks; the whole map when `since` is `nil` or too old.
    ///
    /// - Complexity: O(*entities*); a whole map without `own` is encoded once per revision.
    package mutating func update(since: Int?, own: [[UInt8]]) -> [UInt8] {
        if let since, since >= horizon, since <= revision {
            return changes(since: since, own: own)
        }
        guard own.isEmpty else { return full(with: own) }
        if let cachedFull { return cachedFull }
        let full = full(with: [])
        cachedFull = full
        return full
    }

    private func full(with own: [[UInt8]]) -> [UInt8] {
        ServerMessage.update(
            revision: revision,
            completeness: .full,
            put: inOrder(entries.map { ($0.key, $0.value.fragment) }) + [presence] + own,
            del: []
        )
    }

    private func changes(since: Int, own: [[UInt8]]) -> [UInt8] {
        let changed = entries.filter { $0.value.changedAt > since }
        let removed = removals.filter { $0.value > since }.keys
        return ServerMessage.update(
            revision: revision,
            completeness: .changes,
            put: inOrder(changed.map { ($0.key, $0.value.fragment) }) + [presence] + own,
            del: removed.sorted { $0.text < $1.text }
        )
    }

    private func inOrder(_ fragments: [(EntityKey, [UInt8])]) -> [[UInt8]] {
        fragments.map { (text: $0.0.text, fragment: $0.1) }
            .sorted { $0.text < $1.text }
            .map(\.fragment)
    }
}
