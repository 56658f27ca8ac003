package import Workshop

/// The entities of one publication; what every audience sees alike is worked out once.
///
/// A ranking or a cloud costs a thousand times what a count does, and there are four audiences.
package struct PublishedEntities {
    package let room: Room
    private var common: [EntityKey: Entity?] = [:]

    package init(of room: Room) {
        self.room = room
    }

    /// The value of `key` for `audience`; `nil` when it may not be seen.
    package mutating func entity(_ key: EntityKey, for audience: Audience) -> Entity? {
        guard key.isTheSameForAll else { return room.entity(key, for: audience) }
        if let known = common[key] { return known }
        let entity = room.entity(key, for: audience)
        common[key] = .some(entity)
        return entity
    }
}
