import Frames

/// Cuts what a server sends into messages; the client's side of RFC 6455 §5.
struct IncomingFrames {
    private var inbox: [UInt8] = []
    private var start = 0
    private var message: [UInt8] = []
    private var kind: Opcode?

    enum Item {
        case event(CrowdEvent)
        case ping([UInt8])
        case close(CloseCode, String)
    }

    mutating func append(_ bytes: some Collection<UInt8>) {
        if start == inbox.count {
            inbox.removeAll(keepingCapacity: true)
            start = 0
        }
        inbox.append(contentsOf: bytes)
    }

    /// The next whole message or control frame, or `nil` while it is incomplete.
    mutating func next() throws(CrowdError) -> Item? {
        while let (first, payload) = try takeFrame() {
            guard let opcode = Opcode(rawValue: first & 0x0f), first & 0x70 == 0 else {
                throw .broken("frame starts with \(first)")
            }
            switch opcode {
            case .ping: return .ping(Array(payload))
            case .pong: return .event(.pong(Array(payload)))
            case .close: return try close(Array(payload))
            case .text, .binary:
                guard kind == nil else { throw .broken("a message within a message") }
                kind = opcode
                message = Array(payload)
            case .continuation:
                guard kind != nil else { throw .broken("nothing to continue") }
                message += payload
            }
            guard first & 0x80 != 0 else { continue }
            defer { kind = nil }
            return .event(kind == .text ? .text(message) : .binary(message))
        }
        return nil
    }

    private func close(_ payload: [UInt8]) throws(CrowdError) -> Item {
        guard !payload.isEmpty else { return .close(CloseCode(rawValue: 1005), "") }
        guard payload.count >= 2 else { throw .broken("half a close code") }
        let code = CloseCode(rawValue: UInt16(payload[0]) << 8 | UInt16(payload[1]))
        return .close(code, String(decoding: payload[2...], as: UTF8.self))
    }

    private mutating func takeFrame() throws(CrowdError) -> (UInt8, ArraySlice<UInt8>)? {
        let available = inbox.count - start
        guard available >= 2 else { return nil }
        guard inbox[start + 1] & 0x80 == 0 else { throw .broken("a server must not mask") }
        var length = Int(inbox[start + 1])
        var head = 2
        if length >= 126 {
            head = length == 126 ? 4 : 10
            guard available >= head else { return nil }
            length = inbox[start + 2..<start + head].reduce(0) { $0 << 8 | Int($1) }
        }
        guard available >= head + length else { return nil }
        let first = inbox[start]
        let payload = inbox[start + head..<start + head + length]
        start += head + length
        return (first, payload)
    }
}
