import Foundation
import Workshop

/// The columns of a ballot that hold its answer.
///
/// A letter says of what kind it is: `c` choices as a hexadecimal number, `s` step, `r` ranking,
/// `p` points, `n` number, `t` texts, `g` grades, `k` consent (0 agree, 1 reservations, 2 object),
/// `-` abstention. Numbers follow, separated by commas; then `~` and the line of the round before,
/// if it was told; then a tabulator and the texts in JSON, `[["id","text"],...]`, if there are any.
struct StoredAnswer {
    let ballot: Ballot
    let earlier: Int?

    init(ballot: Ballot, earlier: Int?) {
        self.ballot = ballot
        self.earlier = earlier
    }

    /// Whether it is a kind of answer that version 1 knows.
    var isSimple: Bool {
        guard earlier == nil, ballot.entries.isEmpty else { return false }
        switch ballot {
        case .choices, .abstention: return true
        case .step, .ranking, .points, .number, .texts, .grades, .consent: return false
        }
    }
}

// MARK: - Writing

extension StoredAnswer {
    var columns: [UInt8] {
        var text = kindAndNumbers
        if let earlier { text += "~\(earlier)" }
        var bytes = Array(text.utf8)
        let entries = ballot.entries
        guard !entries.isEmpty else { return bytes }
        bytes.append(UInt8(ascii: "\t"))
        do {
            bytes += try JSONEncoder().encode(entries.map(StoredEntry.init))
        } catch {
            preconditionFailure("Texts always have a JSON form: \(error)")
        }
        return bytes
    }

    private var kindAndNumbers: String {
        switch ballot {
        case .choices(let choices, _): "c" + String(choices.bits, radix: 16)
        case .step(let step): "s\(step)"
        case .ranking(let order): "r" + Self.list(order)
        case .points(let points): "p" + Self.list(points)
        case .number(let number): "n\(number)"
        case .texts: "t"
        case .grades(let grades): "g" + Self.list(grades)
        case .consent(let answer, _): "k\(answer.line)"
        case .abstention: "-"
        }
    }

    private static func list(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ",")
    }
}

// MARK: - Reading

extension StoredAnswer {
    /// Reads the columns from `start` on; `nil` when they are damaged.
    init?(columns bytes: UnsafeRawBufferPointer, from start: Int) {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        if let simple = Self(simple: rest) {
            self = simple
            return
        }
        let tab = rest.firstIndex(of: UInt8(ascii: "\t"))
        let head = String(decoding: rest[..<(tab ?? rest.endIndex)], as: UTF8.self)
        let parts = head.split(separator: "~", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        var earlier: Int?
        if parts.count == 2 {
            guard let line = Int(parts[1]) else { return nil }
            earlier = line
        }
        var entries: [Entry] = []
        if let tab {
            let stored = try? JSONDecoder().decode(
                [StoredEntry].self,
                from: Data(rest[(tab + 1)...])
            )
            guard let stored else { return nil }
            entries = stored.map(\.entry)
        }
        guard let ballot = Self.ballot(parts[0], entries) else { return nil }
        self.init(ballot: ballot, earlier: earlier)
    }

    /// The two answers of version 1, read without a detour.
    private init?(simple bytes: UnsafeRawBufferPointer) {
        switch (bytes[0], bytes.count) {
        case (UInt8(ascii: "c"), 2...17):
            guard let bits = Hexadecimal.number(in: bytes, 1..<bytes.count) else { return nil }
            self.init(ballot: .choices(Choices(bits: bits)), earlier: nil)
        case (UInt8(ascii: "-"), 1): self.init(ballot: .abstention, earlier: nil)
        case _: return nil
        }
    }

    private static func ballot(_ text: Substring, _ entries: [Entry]) -> Ballot? {
        let numbers = text.dropFirst().split(separator: ",").map { Int($0) }
        let all = numbers.compactMap { $0 }
        let only = numbers.count == 1 ? all.first : nil
        switch text.first {
        case "c":
            guard let bits = UInt64(text.dropFirst(), radix: 16), entries.count <= 1 else {
                return nil
            }
            return .choices(Choices(bits: bits), other: entries.first)
        case "s": return only.map { .step($0) }
        case "r": return all.count == numbers.count ? .ranking(all) : nil
        case "p": return all.count == numbers.count ? .points(all) : nil
        case "n": return only.map { .number($0) }
        case "t": return numbers.isEmpty ? .texts(entries) : nil
        case "g": return all.count == numbers.count ? .grades(all) : nil
        case "k":
            guard let answer = Consent.allCases.first(where: { $0.line == only }),
                entries.count <= 1
            else { return nil }
            return .consent(answer, entries.first)
        case "-": return numbers.isEmpty ? .abstention : nil
        case _: return nil
        }
    }
}

/// The stored form of an ``Entry``: its id and its text.
private struct StoredEntry: Codable {
    let entry: Entry

    init(_ entry: Entry) {
        self.entry = entry
    }

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let id = try container.decode(HexNumber.self)
        entry = Entry(id: id.id(), text: try container.decode(String.self))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(HexNumber(entry.id))
        try container.encode(entry.text)
    }
}
