package import Workshop

/// The first message of a connection: who comes, and what they have seen already.
package struct JoinRequest: Hashable, Sendable {
    package let credential: Credential
    /// Names the tab, so that its new connection replaces its old one (P6).
    package let client: String
    /// The last revision seen; `nil` the first time.
    package let since: Int?
    package let language: RoomDesign.Language

    /// What proves the role.
    package enum Credential: Hashable, Sendable {
        case seat(token: Secret, name: String?, organisation: Int?, college: Int?)
        case facilitator(Secret)
        case display(Secret)
        case guest(Secret)
    }
}

extension JoinRequest: Decodable {
    private enum Key: CodingKey {
        case role, token, secret, client, since, lang, name, organisation, college
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        client = try fields.decode(String.self, forKey: .client)
        since = try fields.decodeIfPresent(Int.self, forKey: .since)
        language =
            try fields.decodeIfPresent(String.self, forKey: .lang) == "en" ? .english : .french
        guard Self.isPlain(client, upTo: WireLimits.clientCharacters) else {
            throw DecodingError.dataCorruptedError(
                forKey: .client,
                in: fields,
                debugDescription: "Not a plain name"
            )
        }
        switch try fields.decode(Role.self, forKey: .role) {
        case .participant:
            credential = .seat(
                token: try fields.decode(Secret.self, forKey: .token),
                name: try fields.decodeIfPresent(String.self, forKey: .name),
                organisation: try fields.decodeIfPresent(Int.self, forKey: .organisation),
                college: try fields.decodeIfPresent(Int.self, forKey: .college)
            )
        case .facilitator:
            credential = .facilitator(try fields.decode(Secret.self, forKey: .secret))
        case .display:
            credential = .display(try fields.decode(Secret.self, forKey: .secret))
        case .guest:
            credential = .guest(try fields.decode(Secret.self, forKey: .secret))
        }
    }

    /// Whether `text` may stand in an answer without escaping: letters, digits, `-` and `_`.
    static func isPlain(_ text: String, upTo limit: Int) -> Bool {
        (1...limit).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122, 45, 95: true
                default: false
                }
            }
    }
}

/// The roles by their names on the wire.
package enum Role: String, Codable, Hashable, Sendable {
    case participant, facilitator, display, guest
}

extension Secret: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let secret = Secret(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "Not 22 characters of base64url"
            )
        }
        self = secret
    }
}
