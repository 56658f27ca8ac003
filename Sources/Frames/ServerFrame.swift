/// One WebSocket message as a server puts it on the wire: header and payload, built once.
///
/// A broadcast builds one frame and writes the same bytes to every socket. Servers do not mask, so
/// the bytes are the same for everybody (RFC 6455 §5.1).
package struct ServerFrame: Hashable, Sendable {
    /// Header and payload, ready for the socket.
    package let bytes: [UInt8]
    /// Where the payload starts in ``bytes``.
    package let payloadStart: Int

    /// Frames one unfragmented message.
    ///
    /// - Complexity: O(*payload length*), one copy.
    package init(_ opcode: Opcode, _ payload: some Collection<UInt8>) {
        let count = payload.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 10)
        bytes.append(0x80 | opcode.rawValue)
        switch count {
        case ..<126:
            bytes.append(UInt8(count))
        case ..<65_536:
            bytes.append(126)
            bytes.append(UInt8(count >> 8))
            bytes.append(UInt8(count & 0xff))
        default:
            bytes.append(127)
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8((count >> shift) & 0xff))
            }
        }
        payloadStart = bytes.count
        bytes.append(contentsOf: payload)
        self.bytes = bytes
    }

    /// The message without its header.
    package var payload: ArraySlice<UInt8> { bytes[payloadStart...] }
}

extension ServerFrame {
    /// The text message `text`.
    package static func text(_ text: String) -> Self {
        ServerFrame(.text, text.utf8)
    }
}
