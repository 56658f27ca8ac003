import Workshop

/// The stored form of a ``RoomDesign``.
struct StoredRoom: Codable {
    let title: String
    let language: Language
    let organisations: [String]
    let colleges: [String]

    enum Language: String, Codable {
        case fr, en
    }

    init(_ design: RoomDesign) {
        title = design.title
        organisations = design.organisations
        colleges = design.colleges
        language =
            switch design.language {
            case .french: .fr
            case .english: .en
            }
    }

    func design() throws(StoredFormError) -> RoomDesign {
        let language: RoomDesign.Language =
            switch self.language {
            case .fr: .french
            case .en: .english
            }
        do throws(Refusal) {
            return try RoomDesign(
                title: title,
                language: language,
                organisations: organisations,
                colleges: colleges
            )
        } catch {
            throw StoredFormError(reason: "a room beyond the limits")
        }
    }
}

/// The stored form of ``RoomKeys``.
struct StoredKeys: Codable {
    let facilitator: StoredDigest
    let display: StoredDigest
    let guest: StoredDigest

    init(_ keys: RoomKeys) {
        facilitator = StoredDigest(keys.facilitator)
        display = StoredDigest(keys.display)
        guest = StoredDigest(keys.guest)
    }

    func keys() throws(StoredFormError) -> RoomKeys {
        RoomKeys(
            facilitator: try facilitator.digest(),
            display: try display.digest(),
            guest: try guest.digest()
        )
    }
}

/// The stored form of a ``Seat``.
struct StoredSeat: Codable {
    let id: HexNumber
    let token: StoredDigest
    let name: String
    let organisation: Int?
    let college: Int?

    init(_ seat: Seat) {
        id = HexNumber(seat.id)
        token = StoredDigest(seat.token)
        name = seat.name
        organisation = seat.organisation
        college = seat.college
    }

    func seat() throws(StoredFormError) -> Seat {
        Seat(
            id: id.id(),
            token: try token.digest(),
            name: name,
            organisation: organisation,
            college: college
        )
    }
}

/// The stored form of a ``SecretDigest``: 64 hexadecimal digits.
struct StoredDigest: Codable {
    private let text: String

    init(_ digest: SecretDigest) {
        var bytes: [UInt8] = []
        let words = digest.words
        for word in [words.0, words.1, words.2, words.3] {
            Hexadecimal.append(word, to: &bytes)
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    func digest() throws(StoredFormError) -> SecretDigest {
        let words = Array(text.utf8).withUnsafeBytes { bytes in
            stride(from: 0, to: 64, by: 16).compactMap {
                Hexadecimal.number(in: bytes, $0..<($0 + 16))
            }
        }
        guard words.count == 4, text.utf8.count == 64 else {
            throw StoredFormError(reason: "a digest is not 64 digits")
        }
        return SecretDigest((words[0], words[1], words[2], words[3]))
    }
}
