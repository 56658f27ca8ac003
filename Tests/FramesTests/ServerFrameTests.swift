import Frames
import Testing

@Suite("A server's frame")
struct ServerFrameTests {
    /// The three forms of a length (RFC 6455 §5.2), on both sides of each border.
    @Test(
        "the header tells the length in its shortest form",
        arguments: [
            (0, [0x81, 0]), (125, [0x81, 125]), (126, [0x81, 126, 0, 126]),
            (65_535, [0x81, 126, 0xff, 0xff]), (65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
        ] as [(Int, [UInt8])]
    )
    func header(length: Int, head: [UInt8]) {
        let payload = [UInt8](repeating: 7, count: length)
        let frame = ServerFrame(.text, payload)
        #expect(Array(frame.bytes[..<frame.payloadStart]) == head)
        #expect(Array(frame.payload) == payload)
    }
}
