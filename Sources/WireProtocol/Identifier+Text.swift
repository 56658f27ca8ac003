package import Workshop

extension Identifier {
    /// The form on the wire: 16 lower-case hexadecimal digits, which every language can hold.
    package var text: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Reads the form on the wire; `nil` for anything else.
    package init?(text: String) {
        guard
            text.utf8.count == 16,
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            let number = UInt64(text, radix: 16)
        else { return nil }
        self.init(rawValue: number)
    }
}

extension Identifier: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = Self(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "Not 16 hexadecimal digits"
            )
        }
        self = id
    }
}

extension Identifier: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
