import EventLog
import Foundation
import GRDB

/// The file of a log: how it is opened, and the schemas it has had.
enum LogFile {
    /// Opens the file at `path` for this process alone, and brings its schema up to date.
    static func open(
        _ path: String,
        limits: SQLiteLogLimits
    ) throws(EventLogError) -> DatabaseQueue {
        do {
            if !FileManager.default.fileExists(atPath: path) {
                // The digests of tokens are nobody else's business on a shared machine.
                let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
                // When it cannot be made, opening it says why.
                _ = FileManager.default.createFile(
                    atPath: path,
                    contents: nil,
                    attributes: ownerOnly
                )
            }
            let database = try DatabaseQueue(path: path, configuration: configuration(limits))
            if try database.read(migrations.hasBeenSuperseded) {
                throw EventLogError.unreadable(reason: "a newer version wrote this file")
            }
            try migrations.migrate(database)
            // What a crash left in the write-ahead log may have been condensed since.
            try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            return database
        } catch let error as EventLogError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw .unavailable(reason: "the log at \(path) is in use by another process")
        } catch {
            throw EventLogError(storage: error)
        }
    }

    private static func configuration(_ limits: SQLiteLogLimits) -> Configuration {
        let pages = limits.pages
        var configuration = Configuration()
        configuration.label = "log"
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // First of all, so that the write-ahead log needs no shared memory: there is no -shm
            // file, and a second process cannot get in. https://www.sqlite.org/wal.html#noshm
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            // Dropped pages are overwritten and used again; moving pages would leave copies.
            try db.execute(sql: "PRAGMA auto_vacuum = NONE")
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else { throw DatabaseError(message: "no write-ahead log") }
            // Every commit waits for the disk.
            // https://www.sqlite.org/pragma.html#pragma_synchronous
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
        }
        return configuration
    }

    private static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: rooms") { db in
            try db.execute(
                sql: """
                    CREATE TABLE rooms (
                        id INTEGER PRIMARY KEY,
                        code TEXT NOT NULL UNIQUE,
                        -- The number in the name of the room's table: room_<id in hex>_<number>.
                        generation INTEGER NOT NULL,
                        -- The revision whose row holds all that led to it; 0: none does.
                        condensed INTEGER NOT NULL
                    )
                    """
            )
        }
        return migrator
    }
}

extension EventLogError {
    /// What a failure of the storage means to whoever asked.
    init(storage error: any Error) {
        guard let error = error as? DatabaseError else {
            self = .unavailable(reason: "\(error)")
            return
        }
        let reason = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no reason")"
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .unreadable(reason: reason)
        case _: self = .unavailable(reason: reason)
        }
    }
}
