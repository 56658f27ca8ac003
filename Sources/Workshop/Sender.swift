/// Who asks a room for something: one of the four roles, already proven by a secret.
package enum Sender: Hashable, Sendable {
    case facilitator
    case participant(Seat.ID)
    /// The projector: it shows and never asks.
    case display
    /// Somebody who reads and does not vote.
    case guest
}

/// The group of people who may see the same things.
package enum Audience: Hashable, Sendable, CaseIterable {
    case facilitators, participants, displays, guests
}

extension Sender {
    package var audience: Audience {
        switch self {
        case .facilitator: .facilitators
        case .participant: .participants
        case .display: .displays
        case .guest: .guests
        }
    }
}
