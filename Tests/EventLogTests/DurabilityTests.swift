import EventLog
import Foundation
import SQLiteEventLog
import Testing
import Workshop

@Suite("What a file holds after its writer ended badly")
struct DurabilityTests {
    @Test("[L3] what was acknowledged before kill -9 is in the file, in order")
    func killed() async throws {
        let folder = try TemporaryFolder()
        try await Self.createRoom(in: folder)
        var revision = 1
        for _ in 0..<3 {
            let writer = try Writer(on: folder.log)
            let acknowledged = try writer.kill(afterRevision: revision + 100)
            revision = try await Self.checkRecord(in: folder)
            #expect(revision >= acknowledged)
        }
    }

    @Test("[L3] what was acknowledged before the file could not grow is in it, in order")
    func fileTooLarge() async throws {
        let folder = try TemporaryFolder()
        try await Self.createRoom(in: folder)
        // 200 kB, in blocks of 512 bytes: about 40 commits fit in the write-ahead log.
        let writer = try Writer(on: folder.log, after: "trap '' XFSZ; ulimit -f 400;")
        let acknowledged = try writer.waitUntilEnd()
        #expect(acknowledged > 10)
        #expect(try await Self.checkRecord(in: folder) >= acknowledged)
    }

    private static func createRoom(in folder: TemporaryFolder) async throws {
        let log = try SQLiteEventLog(path: folder.log)
        try await log.create(Samples.room1, code: Samples.code, events: [Samples.created])
        try await log.close()
    }

    /// Reads the record back, checks the order, and gives its revision.
    private static func checkRecord(in folder: TemporaryFolder) async throws -> Int {
        let log = try SQLiteEventLog(path: folder.log)
        let record = try #require(try await log.record(of: Samples.room1))
        for (index, event) in record.tail.enumerated().dropFirst() {
            let author = AuthorKey.anonymous(UInt64(index), 7)
            #expect(event == .ballotCast(.abstention, in: .init(rawValue: 2), by: author))
        }
        try await log.close()
        return record.revision
    }
}

/// The `LogWriter` in a process of its own, and what it has acknowledged.
private final class Writer {
    private let process = Process()
    private let output = Pipe()
    private var text = Data()

    /// Starts it from a shell that first does `preparation`.
    init(on path: String, after preparation: String = "") throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let writer = URL(fileURLWithPath: tests).deletingLastPathComponent()
            .appendingPathComponent("LogWriter")
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", preparation + " exec \"$0\" \"$1\"", writer.path, path]
        process.standardOutput = output
        try process.run()
    }

    /// The last revision whose line is whole.
    private var acknowledged: Int {
        let whole = text[..<(text.lastIndex(of: 10) ?? text.startIndex)]
        return whole.split(separator: 10).last.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
            ?? 0
    }

    /// Ends it with a signal it cannot see once it has acknowledged `goal`.
    func kill(afterRevision goal: Int) throws -> Int {
        while acknowledged < goal {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the writer stopped by itself")
            text.append(more)
        }
        Foundation.kill(process.processIdentifier, SIGKILL)
        return try waitUntilEnd()
    }

    func waitUntilEnd() throws -> Int {
        text.append(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return acknowledged
    }
}
