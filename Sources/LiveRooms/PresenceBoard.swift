package import Workshop

/// Who is connected: kept in memory, never in the log.
package struct PresenceBoard: Sendable {
    /// Open connections per seat; a seat with two devices counts once.
    private var connections: [Seat.ID: Int] = [:]

    package init() {}

    /// The number of seats with at least one connection.
    package var here: Int { connections.count }

    package mutating func arrive(_ seat: Seat.ID) {
        connections[seat, default: 0] += 1
    }

    package mutating func leave(_ seat: Seat.ID) {
        guard let count = connections[seat] else { return }
        connections[seat] = count == 1 ? nil : count - 1
    }

    /// What `audience` may know of it.
    ///
    /// - Complexity: O(*seats* log *seats*) for facilitators, O(1) for everybody else.
    package func view(of room: Room, for audience: Audience) -> Presence {
        let away: [String]? =
            switch audience {
            case .facilitators: awayNames(in: room)
            case .participants, .displays, .guests: nil
            }
        return Presence(seats: room.seats.count, here: here, away: away)
    }

    private func awayNames(in room: Room) -> [String] {
        let away = room.seats.values.lazy.filter { connections[$0.id] == nil }
        let sorted = away.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        return sorted.prefix(Presence.awayLimit).map(\.name)
    }
}
