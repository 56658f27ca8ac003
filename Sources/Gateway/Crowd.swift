import LiveRooms

/// The sessions of one audience, by loop.
struct Crowd {
    private var groups: [ObjectIdentifier: Group] = [:]

    /// The sessions on one loop; a hole is filled by the last, so that leaving costs O(1).
    private struct Group {
        let loop: any RoomLoop
        var sessions: [Session] = []
        var indexes: [ObjectIdentifier: Int] = [:]
    }

    mutating func insert(_ session: Session) {
        let loop = session.loop
        var group = groups.removeValue(forKey: ObjectIdentifier(loop)) ?? Group(loop: loop)
        group.indexes[ObjectIdentifier(session)] = group.sessions.count
        group.sessions.append(session)
        groups[ObjectIdentifier(loop)] = group
    }

    mutating func remove(_ session: Session) {
        let key = ObjectIdentifier(session.loop)
        guard
            var group = groups.removeValue(forKey: key),
            let index = group.indexes.removeValue(forKey: ObjectIdentifier(session))
        else { return }
        let last = group.sessions.removeLast()
        if last !== session {
            group.sessions[index] = last
            group.indexes[ObjectIdentifier(last)] = index
        }
        if !group.sessions.isEmpty { groups[key] = group }
    }

    /// Runs `body` in every session: one job per loop.
    func forEach(_ body: @escaping @Sendable (isolated Session) -> Void) {
        for group in groups.values {
            let sessions = group.sessions
            group.loop.performSoon {
                for session in sessions {
                    session.assumeIsolated(body)
                }
            }
        }
    }
}
