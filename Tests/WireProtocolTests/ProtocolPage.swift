import Foundation

/// The examples of `Docs/Protocol.md`: every `json` block that has a name.
struct ProtocolPage {
    let text: String
    let examples: [String: [UInt8]]

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "Docs/Protocol.md"),
            encoding: .utf8
        )
        self.text = text
        let block = /(?ms)^```json (?<name>[a-z-]+)\n(?<body>.*?)\n```$/
        examples = Dictionary(
            uniqueKeysWithValues: text.matches(of: block).map {
                (String($0.name), Array(String($0.body).utf8))
            }
        )
    }

    /// The example as a value: what matters is what it says, not the order of its fields.
    func value(_ name: String) throws -> NSObject? {
        try examples[name].flatMap { try Self.value($0) }
    }

    static func value(_ bytes: [UInt8]) throws -> NSObject? {
        try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            as? NSObject
    }
}
