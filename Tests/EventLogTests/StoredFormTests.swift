import EventLog
import Foundation
import Testing
import Workshop

@Suite("The stored form of events")
struct StoredFormTests {
    @Test("every kind of event is read back as it was written")
    func roundTrip() throws {
        let lines = StoredForm.lines(of: Samples.everyKind)
        #expect(try StoredForm.events(in: lines) == Samples.everyKind)
        #expect(lines.split(separator: UInt8(ascii: "\n")).count == Samples.everyKind.count)
    }

    @Test("lines written by version 1 can be read for ever")
    func versionOne() throws {
        #expect(try StoredForm.events(in: Self.fixture("events-v1.txt")) == Samples.everyKind)
    }

    @Test("ballots of every form, and all that goes with them, are read back and stay readable")
    func laterKinds() throws {
        let fixture = try Self.fixture("events-v1-polls.txt")
        #expect(try StoredForm.events(in: fixture) == Samples.laterKinds)
        #expect(StoredForm.lines(of: Samples.laterKinds) == fixture)
    }

    @Test("the same events always have the same lines")
    func formIsStable() throws {
        #expect(try StoredForm.lines(of: Samples.everyKind) == Self.fixture("events-v1.txt"))
    }

    @Test(
        "a damaged line is unreadable, and does not stop the process",
        arguments: [
            "\n", "{}\n", "x\n", "B\n", "B1\n", "B2\n", "null\n", "{\"v\":1,\"e\":{}}\n",
            "{\"v\":1,\"e\":{\"vanished\":{}}}\n", "{\"v\":1,\"e\":{\"opened\":{}}}",
            "{\"v\":1,\"e\":{\"launched\":{\"id\":\"a1\"}}}\n",
            "{\"v\":1,\"e\":{\"launched\":{\"id\":\"00000000000000G1\"}}}\n",
            "{\"v\":1,\"e\":{\"screen\":{\"show\":{\"show\":\"activity\"}}}}\n",
            "B100000000000000a1a00000000000000000000000000000001\n",
            "B100000000000000a1a00000000000000000000000000000001c\n",
            "B100000000000000a1a00000000000000000000000000000001c12345678123456781\n",
            "B100000000000000a1a00000000000000000000000000000001-x\n",
            "B100000000000000a1s0000000000000001y\n",
            "B100000000000000a1z0000000000000001-\n",
            "B200000000000000a1s0000000000000001s\n", "B200000000000000a1s0000000000000001r1,x\n",
            "B200000000000000a1s0000000000000001k3\n", "B200000000000000a1s0000000000000001k\n",
            "B200000000000000a1s0000000000000001s1~\n",
            "B200000000000000a1s0000000000000001s1~2~3\n",
            "B200000000000000a1s0000000000000001t\t[[1]]\n",
            "B200000000000000a1s0000000000000001n99999999999999999999\n",
            "B200000000000000a1s0000000000000001q1\n",
        ]
    )
    func junk(_ line: String) {
        let error = Result { try StoredForm.events(in: Data(line.utf8)) }.logError
        guard case .unreadable? = error else {
            Issue.record("\(line) gave \(String(describing: error))")
            return
        }
    }

    @Test("every truncation and every flipped byte is read or refused, never a crash")
    func damage() {
        for event in Samples.everyKind + Samples.laterKinds {
            let line = StoredForm.line(of: event)
            for index in line.indices {
                _ = try? StoredForm.events(in: line[..<index] + [10])
                var flipped = line
                flipped[index] ^= 1
                _ = try? StoredForm.events(in: flipped + [10])
            }
        }
    }

    @Test("a line of a newer version says so")
    func newerVersion() {
        let error = Result {
            try StoredForm.events(in: Data("{\"v\":2,\"e\":{\"dreamt\":{}}}\n".utf8))
        }.logError
        #expect(error == .unreadable(reason: "line 1: version 2 is newer than this program"))
    }

    static func fixture(_ name: String) throws -> Data {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"))
    }
}
