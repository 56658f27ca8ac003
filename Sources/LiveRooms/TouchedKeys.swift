import Workshop

/// Keys that changed since something was last shown: each once, in the order of the first change.
struct TouchedKeys {
    private var known: Set<EntityKey> = []
    private(set) var inOrder: [EntityKey] = []

    var isEmpty: Bool { inOrder.isEmpty }

    mutating func insert(_ keys: [EntityKey]) {
        for key in keys where known.insert(key).inserted {
            inOrder.append(key)
        }
    }

    /// Hands over the keys and forgets them.
    mutating func take() -> [EntityKey] {
        defer { self = TouchedKeys() }
        return inOrder
    }
}
