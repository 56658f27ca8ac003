package import Frames

/// One WebSocket frame as a client puts it on the wire: masked (RFC 6455 §5.3).
package struct ClientFrame: Sendable {
    package var bytes: [UInt8]

    /// - Parameters:
    ///   - opcode: What the frame carries.
    ///   - payload: Its bytes, not yet masked.
    ///   - isFinal: Whether the message ends with it.
    package init(_ opcode: Opcode, _ payload: [UInt8], isFinal: Bool = true) {
        let count = payload.count
        bytes = [(isFinal ? 0x80 : 0) | opcode.rawValue]
        switch count {
        case ..<126: bytes.append(0x80 | UInt8(count))
        case ..<65_536: bytes += [0x80 | 126, UInt8(count >> 8), UInt8(count & 0xff)]
        case _:
            bytes.append(0x80 | 127)
            bytes += stride(from: 56, through: 0, by: -8).map { UInt8((count >> $0) & 0xff) }
        }
        let mask = UInt32.random(in: .min ... .max)
        let key = (0..<4).map { UInt8(truncatingIfNeeded: mask >> (8 * $0)) }
        bytes += key
        bytes.reserveCapacity(bytes.count + count)
        for (index, byte) in payload.enumerated() { bytes.append(byte ^ key[index & 3]) }
    }
}
