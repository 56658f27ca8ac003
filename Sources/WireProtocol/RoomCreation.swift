import Foundation
package import Workshop

/// The body of `POST /api/rooms`.
package struct RoomCreation: Decodable, Sendable {
    let title: String
    let language: String?
    let organisations: [String]?
    let colleges: [String]?

    /// Reads a body; `nil` when it is not of the form of section 7 of `Docs/Protocol.md`.
    package init?(_ body: [UInt8]) {
        guard let read = try? JSONDecoder().decode(RoomCreation.self, from: Data(body)) else {
            return nil
        }
        self = read
    }

    /// The design that the body describes.
    ///
    /// - Throws: ``Refusal/invalidRoom`` when something is out of limits.
    package func design() throws(Refusal) -> RoomDesign {
        try RoomDesign(
            title: title,
            language: language == "en" ? .english : .french,
            organisations: organisations ?? [],
            colleges: colleges ?? []
        )
    }
}

/// The answer to `POST /api/rooms`: the only time the secrets are seen.
package struct RoomLinks: Encodable, Sendable {
    struct Links: Encodable {
        let participant: String
        let facilitator: String
        let display: String
        let guest: String
    }

    let code: String
    let links: Links

    /// The links of a new room; `origin` is scheme and host, without a slash at the end.
    package init(
        code: JoinCode,
        origin: String,
        facilitator: Secret,
        display: Secret,
        guest: Secret
    ) {
        self.code = code.text
        let room = "\(origin)/\(code.text)"
        links = Links(
            participant: room,
            facilitator: "\(room)/facilitate#\(facilitator.text)",
            display: "\(room)/display#\(display.text)",
            guest: "\(room)/guest#\(guest.text)"
        )
    }
}

/// The answer to `GET /api/rooms/CODE`.
package struct RoomSummary: Encodable, Sendable {
    let code: String
    let title: String
    let phase: String
    let language: String

    package init(_ room: Room, code: JoinCode) {
        self.code = code.text
        title = room.design.title
        phase = room.phase.name
        language = room.design.language.tag
    }
}

/// The body of every HTTP answer that says no.
package struct HTTPRefusal: Encodable, Sendable {
    let code: String
    let say: String

    package init(code: String, say: String) {
        self.code = code
        self.say = say
    }
}
