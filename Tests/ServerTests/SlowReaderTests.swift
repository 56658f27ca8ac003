import Rehearsal
import Testing

@Suite("Readers that do not read", .serialized)
struct SlowReaderTests {
    /// Four bytes a character: a wall of 2,000 such notes is over 4 MB, more than sockets hold.
    private static let longest = String(repeating: "\u{1F331}", count: 500)

    @Test("[P12] 100 people write 2,000 long notes; who read nothing meanwhile has them all later")
    func fullWallOfLongNotes() async throws {
        try await withSite { site in
            let stage = try await Stage(on: site, seats: 2)
            let (reader, slow) = (stage.seats[0], stage.seats[1])
            slow.setReading(false)
            var writers: [CrowdSocket] = []
            for number in 0..<100 {
                writers.append(try await Self.write(20, as: number, in: stage.hall))
            }
            for tab in [reader, stage.console] {
                try await tab.sees("2,000 notes") { $0.all("note/").count == 2_000 }
            }
            try await stage.vote(0..<1, for: 1)
            slow.setReading(true)
            try await slow.sees("2,000 notes") { $0.all("note/").count == 2_000 }
            try await slow.sees("the count") { $0["tally/\(Stage.poll)"]?["ballots"] == 1 }
            #expect(slow.map.shared == reader.map.shared)
            #expect(slow.now.connections == 1, "it was never sent away")
            #expect(slow.now.heard.count < reader.now.heard.count, "it skipped nothing")
            // The whole map is also given to those who come now.
            let late = try await stage.hall.seat(901).join()
            #expect(late.now.closeCode == nil)
            #expect(late.map.all("note/").count == 2_000)
            for writer in writers { writer.kill() }
            try await site.checkAlive(stage.hall)
        }
    }

    /// Joins and writes `count` notes, whatever comes back.
    private static func write(
        _ count: Int,
        as number: Int,
        in hall: Hall
    ) async throws -> CrowdSocket {
        let socket = try await hall.site.crowd.connect(
            port: hall.site.port,
            HandshakeRequest(path: "/live/\(hall.code)", subprotocol: "atelier.v1"),
            onEvent: { _, _ in }
        )
        let token = Hall.token(of: 1_000 + number)
        socket.send(#"{"do":"join","role":"participant","token":"\#(token)","client":"w"}"#)
        for note in 0..<count {
            let message: JSONValue = [
                "id": .text("w\(note)"), "do": "note.post", "wall": .text(Stage.wall),
                "note": .text(Hall.id(0x10_0000 + 100 * number + note)), "section": 0,
                "text": .text(longest),
            ]
            socket.send(message.json)
        }
        return socket
    }
}
