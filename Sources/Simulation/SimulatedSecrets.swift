import LiveRooms
import WireProtocol
import Workshop

/// The secrets of a simulated room.
struct SimulatedSecrets: Sendable {
    let facilitator: Secret
    let display: Secret
    let guest: Secret

    init(world: World) {
        facilitator = world.draw { Secret(using: &$0) }
        display = world.draw { Secret(using: &$0) }
        guest = world.draw { Secret(using: &$0) }
    }

    var keys: RoomKeys {
        RoomKeys(
            facilitator: SecretDigest(of: facilitator.bytes),
            display: SecretDigest(of: display.bytes),
            guest: SecretDigest(of: guest.bytes)
        )
    }
}
