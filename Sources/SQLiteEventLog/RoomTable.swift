import EventLog
import Foundation
import GRDB
import Workshop

/// The table that holds the events of one room: `revision`, and the `line` of ``StoredForm``.
///
/// When the room was condensed the first row holds all the lines up to its revision.
struct RoomTable {
    let room: Room.ID
    private(set) var generation: Int
    /// The revision of the first row when that is a condensation, else 0.
    private(set) var condensed: Int
    /// How many events the room has lived.
    private(set) var revision: Int

    private static func key(_ room: Room.ID) -> Int64 {
        Int64(bitPattern: room.rawValue)
    }

    private var name: String {
        "room_\(String(room.rawValue, radix: 16))_\(generation)"
    }

    private var insertionSQL: String {
        "INSERT INTO \(name) VALUES (?, ?)"
    }
}

// MARK: - Finding

extension RoomTable {
    /// The table of `room`; `nil` for a room that was never created.
    init?(of room: Room.ID, in db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT generation, condensed FROM rooms WHERE id = ?",
            arguments: [Self.key(room)]
        )
        guard let row else { return nil }
        self.init(room: room, generation: row[0], condensed: row[1], revision: 0)
        revision = try Int.fetchOne(db, sql: "SELECT max(revision) FROM \(name)") ?? 0
    }

    static func room(with code: JoinCode, in db: Database) throws -> Room.ID? {
        try Int64.fetchOne(db, sql: "SELECT id FROM rooms WHERE code = ?", arguments: [code.text])
            .map { Room.ID(rawValue: UInt64(bitPattern: $0)) }
    }

    static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM rooms") ?? 0
    }
}

// MARK: - Writing

extension RoomTable {
    /// The table of a new room; `nil` when the room or the code exists.
    static func create(_ room: Room.ID, code: JoinCode, in db: Database) throws -> Self? {
        let isTaken = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM rooms WHERE id = ? OR code = ?)",
            arguments: [key(room), code.text]
        )
        guard isTaken == false else { return nil }
        try db.execute(
            sql: "INSERT INTO rooms (id, code, generation, condensed) VALUES (?, ?, 0, 0)",
            arguments: [key(room), code.text]
        )
        let table = Self(room: room, generation: 0, condensed: 0, revision: 0)
        try table.make(in: db)
        return table
    }

    mutating func append(_ events: [RoomEvent], in db: Database) throws {
        let insertion = try db.cachedStatement(sql: insertionSQL)
        for event in events {
            revision += 1
            insertion.setUncheckedArguments([revision, StoredForm.line(of: event)])
            try insertion.execute()
        }
    }

    /// Replaces the table by one that begins with `lines` and goes on with what came after
    /// `revision`.
    ///
    /// The old table goes first: on a full disk its pages are the only ones to be had.
    mutating func condense(
        through revision: Int,
        into lines: Data,
        in db: Database
    ) throws {
        let tail = try Row.fetchAll(
            db,
            sql: "SELECT revision, line FROM \(name) WHERE revision > ? ORDER BY revision",
            arguments: [revision]
        )
        try db.execute(sql: "DROP TABLE \(name)")
        generation += 1
        condensed = revision
        try make(in: db)
        let insertion = try db.cachedStatement(sql: insertionSQL)
        try insertion.execute(arguments: [revision, lines])
        for row in tail {
            insertion.setUncheckedArguments([row[0] as Int, row[1] as Data])
            try insertion.execute()
        }
        try db.execute(
            sql: "UPDATE rooms SET generation = ?, condensed = ? WHERE id = ?",
            arguments: [generation, condensed, Self.key(room)]
        )
    }

    private func make(in db: Database) throws {
        try db.execute(sql: "CREATE TABLE \(name) (revision INTEGER PRIMARY KEY, line BLOB)")
    }
}

// MARK: - Reading

/// What the file holds of one room, not yet read.
struct RoomLines: Sendable {
    let code: String
    let condensedRevision: Int
    var condensed = Data()
    var tail = Data()
}

extension RoomTable {
    /// Everything stored of `room`; `nil` for a room that was never created.
    static func lines(of room: Room.ID, in db: Database) throws -> RoomLines? {
        guard let table = try Self(of: room, in: db) else { return nil }
        let code = try String.fetchOne(
            db,
            sql: "SELECT code FROM rooms WHERE id = ?",
            arguments: [key(room)]
        )
        var lines = RoomLines(code: code ?? "", condensedRevision: table.condensed)
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT revision, line FROM \(table.name) ORDER BY revision"
        )
        while let row = try rows.next() {
            let revision: Int = row[0]
            try row.withUnsafeData(atIndex: 1) { bytes in
                if revision == table.condensed {
                    lines.condensed = Data(bytes ?? Data())
                } else {
                    lines.tail.append(bytes ?? Data())
                    lines.tail.append(UInt8(ascii: "\n"))
                }
            }
        }
        return lines
    }
}
