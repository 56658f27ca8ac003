/// What a client knows: a map from keys to entities (P8), filled by updates alone.
struct EntityMap: Hashable, Sendable {
    private(set) var entities: [String: JSONValue] = [:]
    private(set) var revision: Int?

    subscript(key: String) -> JSONValue? { entities[key] }

    /// Applies one `update`.
    mutating func apply(_ update: JSONValue) {
        if update["full"]?.bool == true { entities = [:] }
        for (key, value) in update["put"]?.object ?? [:] { entities[key] = value }
        for key in update["del"]?.list ?? [] { entities[key.text ?? ""] = nil }
        revision = update["rev"]?.number
    }

    /// The entities whose keys begin with `prefix`, such as `note/`.
    func all(_ prefix: String) -> [JSONValue] {
        entities.filter { $0.key.hasPrefix(prefix) }.map(\.value)
    }

    /// What everybody of an audience has alike: all but what is a seat's own, and presence.
    var shared: [String: JSONValue] {
        entities.filter { !$0.key.hasPrefix("mine/") && $0.key != "presence" }
    }
}
