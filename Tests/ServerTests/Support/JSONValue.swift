import Foundation

/// Any JSON, as a stranger would read and write it who has nothing but the protocol's page.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads one value; `nil` when `bytes` are not JSON.
    init?(_ bytes: some Sequence<UInt8>) {
        let options: JSONSerialization.ReadingOptions = .fragmentsAllowed
        guard let any = try? JSONSerialization.jsonObject(with: Data(bytes), options: options)
        else { return nil }
        self.init(any: any)
    }

    private init?(any: Any) {
        switch any {
        case let number as NSNumber:
            let isBool = String(cString: number.objCType) == "c"
            self = isBool ? .bool(number.boolValue) : .number(number.intValue)
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.compactMap { JSONValue(any: $0) })
        case let object as [String: Any]:
            self = .object(object.compactMapValues { JSONValue(any: $0) })
        case is NSNull: self = .null
        case _: return nil
        }
    }

    /// The value as JSON, keys sorted.
    var json: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): "\(value)"
        case .text(let text): Self.quoted(text)
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }
                .map { Self.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

// MARK: - Reading

extension JSONValue {
    subscript(key: String) -> JSONValue? {
        if case .object(let fields) = self { fields[key] } else { nil }
    }

    subscript(index: Int) -> JSONValue? {
        if case .list(let values) = self, values.indices.contains(index) {
            values[index]
        } else {
            nil
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
    var object: [String: JSONValue]? {
        if case .object(let fields) = self { fields } else { nil }
    }
    var keys: Set<String> { Set((object ?? [:]).keys) }
}

// MARK: - Writing

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByStringInterpolation
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
