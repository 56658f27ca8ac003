import CLibwebsockets
import HTTPTypes

/// The opening handshake of a WebSocket (RFC 6455 §4.2).
struct Handshake {
    /// The answer to the client's key.
    private let accept: String
    /// The subprotocol both sides know; `nil` when the client offered none.
    let subprotocol: String?

    /// Checks a request that asks for a WebSocket.
    ///
    /// - Throws: ``RequestFault/upgradeRequired`` for another version than 13,
    ///   ``RequestFault/malformed`` when something is missing or no subprotocol is shared.
    init(_ head: RequestHead, subprotocols: [String]) throws(RequestFault) {
        let fields = head.request.headerFields
        guard fields[.secWebSocketVersion] == "13" else { throw .upgradeRequired }
        guard head.request.method == .get, head.isHTTP11, head.framing == .none,
            let key = fields[.secWebSocketKey], Self.isNonce(key)
        else { throw .malformed }
        let offers = fields[values: .secWebSocketProtocol].flatMap { value in
            value.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
        }
        subprotocol = offers.first(where: subprotocols.contains)
        guard offers.isEmpty || subprotocol != nil else { throw .malformed }
        accept = Self.answer(to: key)
    }

    /// The bytes of the 101 answer.
    var answer: [UInt8] {
        var text = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
        text += "Connection: Upgrade\r\nSec-WebSocket-Accept: \(accept)\r\n"
        if let subprotocol { text += "Sec-WebSocket-Protocol: \(subprotocol)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// Whether `key` is base64 of 16 bytes.
    private static func isNonce(_ key: String) -> Bool {
        let digits = key.utf8.dropLast(2)
        return key.utf8.count == 24 && key.hasSuffix("==")
            && digits.allSatisfy { byte in
                byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            }
    }

    private static func answer(to key: String) -> String {
        // The identifier is fixed by RFC 6455 §1.3.
        let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
        var hash = [UInt8](repeating: 0, count: 20)
        _ = lws_SHA1(text, text.count, &hash)
        // 20 bytes are 28 digits and a final zero.
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
            let count = hash.withUnsafeBytes { hash in
                lws_b64_encode_string(
                    hash.baseAddress?.assumingMemoryBound(to: CChar.self),
                    20,
                    buffer.baseAddress,
                    32
                )
            }
            precondition(count == 28, "A SHA-1 hash has 28 base64 digits")
            return String(decoding: buffer[..<28].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }
}
