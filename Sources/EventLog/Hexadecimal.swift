import Workshop

/// Numbers as lower-case hexadecimal digits, in the columns of a line.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Appends the 16 digits of `number`.
    static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            bytes.append(digits[Int((number >> shift) & 15)])
        }
    }

    /// The number whose digits, at most 16, stand in `columns`; `nil` when they are not all there.
    static func number(in bytes: UnsafeRawBufferPointer, _ columns: Range<Int>) -> UInt64? {
        guard columns.upperBound <= bytes.count else { return nil }
        var number: UInt64 = 0
        for column in columns {
            guard let digit = value(of: bytes[column]) else { return nil }
            number = number << 4 | digit
        }
        return number
    }

    private static func value(of digit: UInt8) -> UInt64? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
        case _: nil
        }
    }
}

/// A number of 64 bits as 16 hexadecimal digits: JSON readers of other languages keep only 53 bits.
struct HexNumber: Codable {
    let rawValue: UInt64

    init(_ rawValue: UInt64) {
        self.rawValue = rawValue
    }

    init<Entity>(_ id: Identifier<Entity>) {
        rawValue = id.rawValue
    }

    init(from decoder: any Decoder) throws {
        var text = try decoder.singleValueContainer().decode(String.self)
        let number = text.withUTF8 { bytes in
            bytes.count == 16 ? Hexadecimal.number(in: UnsafeRawBufferPointer(bytes), 0..<16) : nil
        }
        guard let number else { throw StoredFormError(reason: "'\(text)' is not 16 digits") }
        rawValue = number
    }

    func encode(to encoder: any Encoder) throws {
        var bytes: [UInt8] = []
        Hexadecimal.append(rawValue, to: &bytes)
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: bytes, as: UTF8.self))
    }

    /// The name this number is.
    func id<Entity>() -> Identifier<Entity> {
        Identifier(rawValue: rawValue)
    }
}
