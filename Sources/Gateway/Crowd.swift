import LiveRooms

/// The sessions of one audience, by loop.
struct Crowd {
    /// One group a loop, in the order in which loops were first seen.
    private var groups: [Group] = []

    /// The sessions on one loop; a hole is filled by the last, so that leaving costs O(1).
    private struct Group {
        let loop: any RoomLoop
        var sessions: [Session] = []
        var indexes: [ObjectIdentifier: Int] = [:]
    }

    mutating func insert(_ session: Session) {
        let index = indexOfGroup(for: session) ?? groups.count
        if index == groups.count { groups.append(Group(loop: session.loop)) }
        groups[index].indexes[ObjectIdentifier(session)] = groups[index].sessions.count
        groups[index].sessions.append(session)
    }

    mutating func remove(_ session: Session) {
        guard
            let group = indexOfGroup(for: session),
            let index = groups[group].indexes.removeValue(forKey: ObjectIdentifier(session))
        else { return }
        let last = groups[group].sessions.removeLast()
        guard last !== session else { return }
        groups[group].sessions[index] = last
        groups[group].indexes[ObjectIdentifier(last)] = index
    }

    /// Runs `body` in every session: one job per loop.
    func forEach(_ body: @escaping @Sendable (isolated Session) -> Void) {
        for group in groups {
            let sessions = group.sessions
            group.loop.performSoon {
                for session in sessions {
                    session.assumeIsolated(body)
                }
            }
        }
    }

    private func indexOfGroup(for session: Session) -> Int? {
        groups.firstIndex { $0.loop === session.loop }
    }
}
