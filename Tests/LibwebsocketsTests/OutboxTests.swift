import Frames
import Testing

@testable import Libwebsockets

@Suite("Outbox")
struct OutboxTests {
    @Test("frames leave in order, joined up to the limit, at least one at a time")
    func joins() {
        var outbox = Outbox()
        let frames = (1...5).map { ServerFrame(.text, [UInt8](repeating: UInt8($0), count: 98)) }
        frames.forEach { outbox.append($0) }
        #expect(outbox.byteCount == 500)
        #expect(outbox.takeJoined(upTo: 250) == frames[0].bytes + frames[1].bytes)
        #expect(outbox.takeJoined(upTo: 10) == frames[2].bytes)
        outbox.append(frames[0])
        #expect(outbox.takeJoined(upTo: 1_000) == (frames[3...] + [frames[0]]).flatMap(\.bytes))
        #expect(outbox.isEmpty)
    }

    @Test("long use keeps count")
    func longUse() {
        var outbox = Outbox()
        let frame = ServerFrame(.text, [1, 2, 3])
        for _ in 0..<1_000 { outbox.append(frame) }
        for _ in 0..<700 { #expect(outbox.takeJoined(upTo: 1) == frame.bytes) }
        #expect(outbox.byteCount == 300 * frame.bytes.count)
        #expect(outbox.takeJoined(upTo: 1 << 20).count == 300 * frame.bytes.count)
        #expect(outbox.isEmpty)
    }
}
