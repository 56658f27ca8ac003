import LiveRooms
import WireProtocol
import Workshop

/// The secrets of a room's links: the facilitator's, and those that follow from it.
struct LeadSecrets {
    let facilitator: Secret

    var display: Secret {
        Secret(bytes: derivedSecret(from: facilitator.bytes, for: "atelier display"))
    }

    var guest: Secret {
        Secret(bytes: derivedSecret(from: facilitator.bytes, for: "atelier guest"))
    }

    /// What the room keeps of them.
    var keys: RoomKeys {
        RoomKeys(
            facilitator: SecretDigest(of: facilitator.bytes),
            display: SecretDigest(of: display.bytes),
            guest: SecretDigest(of: guest.bytes)
        )
    }

    func links(of code: JoinCode, origin: String) -> RoomLinks {
        RoomLinks(
            code: code,
            origin: origin,
            facilitator: facilitator,
            display: display,
            guest: guest
        )
    }
}
