import Frames

/// Reads what a WebSocket client sends (RFC 6455 §5), whole messages at a time.
///
/// Pure: bytes in, events out, in whatever pieces the bytes come.
struct FrameParser {
    enum Event: Equatable {
        case message(WebSocketMessage)
        case ping([UInt8])
        case pong
        /// The peer closes; 1005 when it gave no code.
        case close(CloseCode, reason: String)
        /// The peer broke the protocol and is to be closed with this code. Nothing follows.
        case violation(CloseCode, String)
    }

    private enum State {
        /// Collecting the header; its first bytes are in `header`.
        case header
        /// This many payload bytes of the frame are still to come.
        case payload(Int)
        case failed
    }

    /// Most bytes reserved for a frame before they arrive: small messages are copied once.
    private static let reservedBytes = 4 << 10

    private let maxMessageBytes: Int
    private var state = State.header
    /// The bytes of the header so far: at most 2 + 8 + 4.
    private var header: [UInt8] = []
    private var opcode = Opcode.continuation
    private var isFinal = false
    private var mask: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    private var maskIndex = 0
    /// The kind of the message being collected; `nil` between messages.
    private var messageKind: Opcode?
    private var message: [UInt8] = []
    private var control: [UInt8] = []

    init(maxMessageBytes: Int) {
        self.maxMessageBytes = maxMessageBytes
    }

    /// Reads on until something is complete.
    ///
    /// - Parameter bytes: What has arrived; what was read is taken off its start.
    /// - Returns: What was completed, or `nil` when all bytes are read.
    mutating func next(from bytes: inout UnsafeRawBufferPointer) -> Event? {
        while true {
            switch state {
            case .failed:
                return nil
            case .header:
                guard let byte = bytes.first else { return nil }
                bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
                header.append(byte)
                if let event = readHeader() { return event }
            case .payload(let count):
                guard count == 0 || !bytes.isEmpty else { return nil }
                let taken = min(count, bytes.count)
                unmask(UnsafeRawBufferPointer(rebasing: bytes[..<taken]))
                bytes = UnsafeRawBufferPointer(rebasing: bytes[taken...])
                state = .payload(count - taken)
                if taken == count, let event = completeFrame() { return event }
            }
        }
    }

    private mutating func fail(_ code: CloseCode, _ reason: String) -> Event {
        state = .failed
        message = []
        control = []
        return .violation(code, reason)
    }
}

// MARK: - Headers

extension FrameParser {
    /// Looks at the header as soon as a rule can be checked.
    private mutating func readHeader() -> Event? {
        switch header.count {
        case 1: return readFirstByte()
        case 2: return readSecondByte()
        case let count where count == headerLength: return beginPayload()
        case _: return nil
        }
    }

    private mutating func readFirstByte() -> Event? {
        let byte = header[0]
        guard byte & 0x70 == 0 else { return fail(.protocolError, "reserved bits") }
        guard let opcode = Opcode(rawValue: byte & 0x0f) else {
            return fail(.protocolError, "unknown opcode")
        }
        self.opcode = opcode
        isFinal = byte & 0x80 != 0
        switch opcode {
        case .continuation where messageKind == nil:
            return fail(.protocolError, "nothing to continue")
        case .text where messageKind != nil, .binary where messageKind != nil:
            return fail(.protocolError, "message not finished")
        case .close where !isFinal, .ping where !isFinal, .pong where !isFinal:
            return fail(.protocolError, "fragmented control frame")
        case .continuation, .text, .binary, .close, .ping, .pong:
            return nil
        }
    }

    private mutating func readSecondByte() -> Event? {
        guard header[1] & 0x80 != 0 else { return fail(.protocolError, "frame not masked") }
        guard !opcode.isControl || header[1] & 0x7f <= 125 else {
            return fail(.protocolError, "control frame too long")
        }
        return nil
    }

    /// Base header, extended length, masking key.
    private var headerLength: Int {
        switch header[1] & 0x7f {
        case 126: 2 + 2 + 4
        case 127: 2 + 8 + 4
        case _: 2 + 4
        }
    }

    private mutating func beginPayload() -> Event? {
        let lengthBytes = header[2..<header.count - 4]
        var length = UInt64(header[1] & 0x7f)
        if !lengthBytes.isEmpty { length = lengthBytes.reduce(0) { $0 << 8 | UInt64($1) } }
        let start = header.count - 4
        mask = (header[start], header[start + 1], header[start + 2], header[start + 3])
        maskIndex = 0
        header.removeAll(keepingCapacity: true)
        guard length >> 63 == 0 else { return fail(.protocolError, "length out of range") }
        if !opcode.isControl {
            guard length <= UInt64(maxMessageBytes - message.count) else {
                return fail(.messageTooBig, "at most \(maxMessageBytes) bytes")
            }
            if opcode != .continuation { messageKind = opcode }
            // Not all that is announced: announcing costs a stranger nothing.
            message.reserveCapacity(message.count + min(Int(length), Self.reservedBytes))
        }
        state = .payload(Int(length))
        return nil
    }
}

// MARK: - Payloads

extension FrameParser {
    private mutating func unmask(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        let key = rotatedKey
        if opcode.isControl {
            Self.append(bytes, maskedWith: key, to: &control)
        } else {
            Self.append(bytes, maskedWith: key, to: &message)
        }
        maskIndex = (maskIndex + bytes.count) & 3
    }

    /// The masking key as it applies to the next byte, as a number in memory order.
    private var rotatedKey: UInt32 {
        let key = [mask.0, mask.1, mask.2, mask.3]
        return (0..<4).reduce(UInt32(0)) { number, index in
            number | UInt32(key[(maskIndex + index) & 3]) << UInt32(8 * index)
        }.littleEndian
    }

    private static func append(
        _ bytes: UnsafeRawBufferPointer,
        maskedWith key: UInt32,
        to payload: inout [UInt8]
    ) {
        let start = payload.count
        payload.append(contentsOf: bytes)
        let wide = UInt64(key) | UInt64(key) << 32
        payload.withUnsafeMutableBytes { payload in
            var index = start
            while index + 8 <= payload.count {
                let word = payload.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                payload.storeBytes(of: word ^ wide, toByteOffset: index, as: UInt64.self)
                index += 8
            }
            withUnsafeBytes(of: wide) { wide in
                let tail = index
                while index < payload.count {
                    payload[index] ^= wide[index - tail]
                    index += 1
                }
            }
        }
    }

    private mutating func completeFrame() -> Event? {
        state = .header
        switch opcode {
        case .continuation, .text, .binary: return isFinal ? completeMessage() : nil
        case .ping: return .ping(takeControl())
        case .pong:
            control.removeAll(keepingCapacity: true)
            return .pong
        case .close: return completeClose()
        }
    }

    private mutating func takeControl() -> [UInt8] {
        defer { control = [] }
        return control
    }

    private mutating func completeMessage() -> Event {
        let bytes = message
        message = []
        defer { messageKind = nil }
        guard messageKind == .text else { return .message(.binary(bytes)) }
        guard bytes.isValidUTF8 else { return fail(.invalidText, "not UTF-8") }
        return .message(.text(bytes))
    }

    private mutating func completeClose() -> Event {
        let payload = takeControl()
        guard !payload.isEmpty else { return .close(.none, reason: "") }
        guard payload.count >= 2 else { return fail(.protocolError, "half a close code") }
        let code = CloseCode(rawValue: UInt16(payload[0]) << 8 | UInt16(payload[1]))
        guard code.mayBeSent else { return fail(.protocolError, "close code") }
        let reason = Array(payload[2...])
        guard reason.isValidUTF8 else { return fail(.invalidText, "reason not UTF-8") }
        state = .failed
        return .close(code, reason: String(decoding: reason, as: UTF8.self))
    }
}

extension Opcode {
    /// Control frames come between the fragments of a message (RFC 6455 §5.5).
    var isControl: Bool { rawValue & 0x8 != 0 }
}

extension CloseCode {
    /// Never on the wire: the peer's close frame gave no code.
    static let none = CloseCode(rawValue: 1005)

    /// Whether a close frame may carry the code: defined ones of the registry of RFC 6455 §11.7,
    /// and those of libraries and applications (§7.4.2).
    var mayBeSent: Bool {
        switch rawValue {
        case 1000...1003, 1007...1014, 3000...4999: true
        case _: false
        }
    }
}

extension [UInt8] {
    var isValidUTF8: Bool {
        (try? UTF8Span(validating: span)) != nil
    }
}
