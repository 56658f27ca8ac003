import EventLog
import Foundation
import SQLiteEventLog
import Testing
import Workshop

@Suite("What a condensed file still knows")
struct ErasureTests {
    @Test("[L7] withdrawn texts and replaced ballots are in no file any more")
    func erased() async throws {
        let folder = try TemporaryFolder()
        let log = try SQLiteEventLog(path: folder.log)
        try await log.create(Samples.room, code: Samples.code, events: Samples.everyKind)
        let secret = Samples.post("un texte que personne ne doit relire")
        let events = [.notePosted(secret, on: Samples.wall)] + (1...500).map(Samples.ballot)
        try await log.append(events, to: Samples.room, after: Samples.everyKind.count)
        #expect(try folder.contains("personne ne doit relire".utf8))
        #expect(try folder.contains(StoredForm.line(of: Samples.ballot(499))))

        let revision = Samples.everyKind.count + events.count
        try await log.condense(Samples.room, through: revision, into: [Samples.created])
        #expect(try !folder.contains("personne ne doit relire".utf8))
        for number in 1...500 {
            #expect(try !folder.contains(StoredForm.line(of: Samples.ballot(number))))
        }
        #expect(try folder.contains(StoredForm.line(of: Samples.created)))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.sorted() == ["log.sqlite", "log.sqlite-wal"], "no shared-memory file")
        let wal = try FileManager.default.attributesOfItem(atPath: folder.log + "-wal")
        #expect(wal[.size] as? Int == 0)
        try await log.close()
    }

    /// Rows that SQLite moves between pages leave copies behind: `Docs/Decisions/0001`.
    @Test("[L7] nothing remains when many rooms grow and condense in turn", arguments: 1...6)
    func erasedAmongOthers(_ seed: Int) async throws {
        let folder = try TemporaryFolder()
        let log = try SQLiteEventLog(path: folder.log)
        var chance = SplitMix(seed: UInt64(seed))
        let rooms = (0..<20).map { _ in Room.ID(rawValue: chance.next()) }
        var revisions: [Room.ID: Int] = [:]
        var marks: [Room.ID: [String]] = [:]
        for (index, room) in rooms.enumerated() {
            let code = JoinCode(digits: UInt64(index))
            try await log.create(room, code: code, events: [Samples.created])
            revisions[room] = 1
        }
        for step in 0..<1_200 {
            let room = rooms[Int(chance.next() % 20)]
            let revision = revisions[room, default: 1]
            let mark = "<\(step)>"
            let filling = String(repeating: "x", count: Int(chance.next() % 470))
            let note = Samples.post(mark + filling)
            try await log.append([.notePosted(note, on: Samples.wall)], to: room, after: revision)
            revisions[room] = revision + 1
            marks[room, default: []].append(mark)
            guard step % 40 == 39 else { continue }
            try await log.condense(room, through: revision + 1, into: [Samples.created])
            for mark in marks[room, default: []] {
                #expect(try !folder.contains(mark.utf8), "\(mark) is still there")
            }
            marks[room] = []
        }
        try await log.close()
    }

    @Test("[L7] a crash between condensing and erasing is made good when the file is opened")
    func erasedOnOpening() async throws {
        let (folder, copy) = (try TemporaryFolder(), try TemporaryFolder())
        let log = try SQLiteEventLog(path: folder.log)
        try await log.create(Samples.room, code: Samples.code, events: Samples.everyKind)
        // A copy of the files of a running log is what a crash leaves.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.log + suffix,
                toPath: copy.log + suffix
            )
        }
        let recovered = try SQLiteEventLog(path: copy.log)
        #expect(try await recovered.record(of: Samples.room)?.tail == Samples.everyKind)
        let wal = try FileManager.default.attributesOfItem(atPath: copy.log + "-wal")
        #expect(wal[.size] as? Int == 0)
        try await recovered.close()
        try await log.close()
    }
}

/// A generator of numbers that are the same for the same seed, everywhere and for ever.
///
/// Steele, Lea, Flood: *Fast splittable pseudorandom number generators*, OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
