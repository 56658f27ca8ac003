import Frames
import Rehearsal
import Testing

@testable import Libwebsockets

/// The frame parser without sockets.
@Suite("Frame parser")
struct FrameParserTests {
    private func events(of bytes: [UInt8], inPiecesOf size: Int) -> [FrameParser.Event] {
        var parser = FrameParser(maxMessageBytes: 1_000)
        var events: [FrameParser.Event] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { piece in
                var rest = piece
                while let event = parser.next(from: &rest) { events.append(event) }
            }
        }
        return events
    }

    @Test("the same events come out, however the network cuts the bytes", arguments: 1...40)
    func cuts(_ size: Int) {
        let bytes =
            ClientFrame(.text, Array("frag".utf8), isFinal: false).bytes
            + ClientFrame(.ping, [1, 2, 3]).bytes
            + ClientFrame(.continuation, Array("mented".utf8)).bytes
            + ClientFrame(.binary, Array(repeating: 9, count: 700)).bytes
            + ClientFrame(.pong, [0xff]).bytes
            + ClientFrame(.close, [0x03, 0xe8] + Array("bye".utf8)).bytes
        #expect(
            events(of: bytes, inPiecesOf: size) == [
                .ping([1, 2, 3]),
                .message(.text(Array("fragmented".utf8))),
                .message(.binary(Array(repeating: 9, count: 700))),
                .pong,
                .close(.normal, reason: "bye"),
            ]
        )
    }

    @Test("nothing is read behind a violation")
    func violation() {
        let bytes = [0x81, 0x01, 0x61] + ClientFrame(.text, [0x61]).bytes
        #expect(
            events(of: bytes, inPiecesOf: 100) == [.violation(.protocolError, "frame not masked")]
        )
    }

    @Test("bytes drawn at random never make it trap, and at most one violation")
    func noise() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let violations = events(of: bytes, inPiecesOf: 7).filter {
                if case .violation = $0 { true } else { false }
            }
            #expect(violations.count <= 1)
        }
    }
}
