import Foundation
import Workshop

/// The stored form of everything but ballots: `{"v":1,"e":{"launched":{"id":"…"}}}`.
///
/// Names of cases and labels are the names in the file: renaming one is a new version. A field may
/// be added with a meaning for its absence; anything else needs a new version and, in
/// ``init(_:with:)``, the step that leads from the older one to it.
enum StoredEvent: Codable {
    case created(room: StoredRoom, keys: StoredKeys, at: Int64)
    case opened
    case ended(at: Int64)
    case resumed
    case seat(seat: StoredSeat)
    case added(id: HexNumber, at: Int, as: StoredDesign)
    case edited(id: HexNumber, as: StoredDesign)
    case removed(id: HexNumber)
    case moved(id: HexNumber, to: Int)
    case launched(id: HexNumber)
    case revealed(id: HexNumber)
    case closed(id: HexNumber)
    case focused(id: HexNumber?)
    case screen(show: StoredScreen)
    case timer(activity: HexNumber, until: Int64?)
    case extended(activity: HexNumber, seat: HexNumber, until: Int64)
    case hands(poll: HexNumber, counts: [Int])
    case tables(poll: HexNumber, tables: [StoredTable])
    case entryHidden(poll: HexNumber, entry: HexNumber, reason: String)
    case entryRestored(poll: HexNumber, entry: HexNumber, reason: String)
    case posted(wall: HexNumber, note: StoredNote)
    case rewritten(wall: HexNumber, note: HexNumber, section: Int, text: String)
    case withdrawn(wall: HexNumber, note: HexNumber)
    case hidden(wall: HexNumber, note: HexNumber, reason: String)
    case restored(wall: HexNumber, note: HexNumber, reason: String)
}

// MARK: - Lines

/// An event and the version it was written in.
private struct StoredLine: Codable {
    let v: Int
    let e: StoredEvent

    /// The version that this program writes, and the newest it reads.
    static let version = 1
}

/// The version alone: what a line of a newer program still says.
private struct StoredVersion: Decodable {
    let v: Int
}

extension StoredEvent {
    /// An encoder for many lines: keys in alphabetical order, no line feed.
    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    /// The event in JSON.
    func line(with encoder: JSONEncoder) -> Data {
        do {
            return try encoder.encode(StoredLine(v: StoredLine.version, e: self))
        } catch {
            preconditionFailure("Texts and whole numbers always have a JSON form: \(error)")
        }
    }

    /// Reads a line of any version up to the present one.
    init(_ line: Data, with decoder: JSONDecoder) throws(StoredFormError) {
        do {
            self = try decoder.decode(StoredLine.self, from: line).e
        } catch let error as StoredFormError {
            throw error
        } catch {
            let version = try? decoder.decode(StoredVersion.self, from: line).v
            guard let version else { throw StoredFormError(reason: "not an event") }
            guard version <= StoredLine.version else {
                throw StoredFormError(reason: "version \(version) is newer than this program")
            }
            throw StoredFormError(reason: "not an event of version \(version)")
        }
    }
}
