import EventLog
import Foundation
import SQLiteEventLog
import Workshop

/// Appends ballots to the log named on its command line and prints each revision once it is
/// acknowledged, until it is killed or the disk has failed three times: what it printed must be in
/// the file.
@main
enum LogWriter {
    static func main() async throws {
        let log = try SQLiteEventLog(path: CommandLine.arguments[1])
        let room = Room.ID(rawValue: 1)
        var revision = try await log.record(of: room)?.revision ?? 0
        var failures = 0
        while failures < 3 {
            let author = AuthorKey.anonymous(UInt64(revision), 7)
            let ballot = RoomEvent.ballotCast(.abstention, in: .init(rawValue: 2), by: author)
            do throws(EventLogError) {
                try await log.append([ballot], to: room, after: revision)
                revision += 1
            } catch {
                failures += 1
                continue
            }
            FileHandle.standardOutput.write(Data("\(revision)\n".utf8))
        }
    }
}
