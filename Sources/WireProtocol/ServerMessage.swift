package import Workshop

/// What the server says; sections 1, 2, 4 and 6 of `Docs/Protocol.md`.
package enum ServerMessage {
    /// The answer to a join.
    package static func welcome(
        _ role: Role,
        seat: Seat?,
        revision: Int,
        now: Moment
    ) -> [UInt8] {
        JSON.bytes(
            WelcomeFields(
                role: role,
                seat: seat.map { .init(id: $0.id.text, name: $0.name) },
                rev: revision,
                serverTimeMs: now.milliseconds
            )
        )
    }

    /// The command `id` is carried out and durable.
    ///
    /// - Precondition: `id` is plain, as ``ClientMessage`` makes sure.
    package static func ack(_ id: String, revision: Int) -> [UInt8] {
        Array(#"{"type":"ack","id":"\#(id)","rev":\#(revision)}"#.utf8)
    }

    /// The command `id` is not carried out.
    package static func refused(
        _ id: String,
        _ refusal: WireRefusal,
        in language: RoomDesign.Language
    ) -> [UInt8] {
        JSON.bytes(
            RefusedFields(id: id, code: refusal.code, say: refusal.sentence(in: language))
        )
    }

    /// The answer to a ping.
    package static func pong(_ id: String) -> [UInt8] {
        Array(#"{"type":"pong","id":"\#(id)"}"#.utf8)
    }

    /// The last message before the server closes.
    package static func bye(_ reason: ByeReason, in language: RoomDesign.Language) -> [UInt8] {
        JSON.bytes(
            ByeFields(
                code: reason.code,
                say: reason.sentence(in: language),
                again: reason.comesBack,
                afterMs: reason.pauseMilliseconds
            )
        )
    }

    /// Entities that changed, from fragments made by ``fragment(_:_:in:)``.
    package static func update(
        revision: Int,
        completeness: Completeness,
        put: some Sequence<[UInt8]>,
        del: some Sequence<EntityKey>
    ) -> [UInt8] {
        var text = Array(#"{"type":"update","rev":\#(revision),"#.utf8)
        switch completeness {
        case .full: text += Array(#""full":true,"#.utf8)
        case .changes: break
        }
        text += Array(#""put":{"#.utf8)
        append(put, to: &text)
        text += Array(#"},"del":["#.utf8)
        append(del.lazy.map { Array("\"\($0.text)\"".utf8) }, to: &text)
        text += Array("]}".utf8)
        return text
    }

    /// Whether an update replaces all that its receiver had (P8).
    package enum Completeness {
        case full, changes
    }

    /// One entry of an update's `put`.
    package static func fragment(_ key: EntityKey, _ entity: Entity, in code: JoinCode) -> [UInt8] {
        Array("\"\(key.text)\":".utf8) + entity.json(in: code)
    }

    private static func append(_ parts: some Sequence<[UInt8]>, to text: inout [UInt8]) {
        var isFirst = true
        for part in parts {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            text += part
        }
    }
}

private struct WelcomeFields: Encodable {
    struct SeatName: Encodable {
        let id: String
        let name: String
    }

    struct LimitFields: Encodable {
        var messageBytes = WireLimits.messageBytes
        var noteCharacters = Limits.noteCharacters
    }

    var type = "welcome"
    let role: Role
    let seat: SeatName?
    let rev: Int
    let serverTimeMs: Int64
    var limits = LimitFields()
}

private struct RefusedFields: Encodable {
    var type = "refused"
    let id: String
    let code: String
    let say: String
}

private struct ByeFields: Encodable {
    var type = "bye"
    let code: String
    let say: String
    let again: Bool
    let afterMs: Int
}
