/// What a server answered to an HTTP request.
package struct HTTPReply: Hashable, Sendable {
    package let status: Int
    /// Names in lower case, in the order they came.
    package let headers: [Header]
    package internal(set) var body: [UInt8]

    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// The value of the first header called `name`, which is given in lower case.
    package subscript(name: String) -> String? {
        headers.first { $0.name == name }?.value
    }

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// Reads a head; returns it with the index behind it, or `nil` while it is incomplete.
    static func parseHead(_ bytes: [UInt8]) -> (HTTPReply, Int)? {
        let end = Array("\r\n\r\n".utf8)
        guard bytes.count >= 4,
            let start = (0...bytes.count - 4).first(where: { bytes[$0..<$0 + 4] == end[...] })
        else { return nil }
        let lines = String(decoding: bytes[..<start], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        let status = words.count >= 2 ? Int(words[1]) ?? 0 : 0
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
            return Header(name: parts[0].lowercased(), value: String(value))
        }
        return (HTTPReply(status: status, headers: headers, body: []), start + 4)
    }
}

/// A blocking HTTP/1.1 client that knows just enough; one connection per request.
package enum HTTPClient {
    /// Asks the server on 127.0.0.1 and waits for its whole answer.
    ///
    /// - Parameters:
    ///   - method: For example `GET`.
    ///   - path: The request target.
    ///   - port: Where the server listens.
    ///   - headerLines: Further header lines without line ends; `Host`, `Connection: close` and,
    ///     with a body, `Content-Length` are added.
    ///   - body: What to send; `nil` sends no body and no length.
    /// - Returns: The answer with its body.
    /// - Throws: ``CrowdError`` when there is no answer, or none that can be read.
    package static func request(
        _ method: String,
        _ path: String,
        port: UInt16,
        headerLines: [String] = [],
        body: [UInt8]? = nil
    ) throws(CrowdError) -> HTTPReply {
        let socket = try ClientSocket(port: port)
        var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"]
        lines += headerLines
        if let body { lines.append("Content-Length: \(body.count)") }
        socket.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
        if let body { socket.send(body) }
        return try readReply(from: socket, hasBody: method != "HEAD")
    }

    /// Reads one answer; bytes behind it are not expected.
    package static func readReply(
        from socket: borrowing ClientSocket,
        hasBody: Bool = true
    ) throws(CrowdError) -> HTTPReply {
        var bytes: [UInt8] = []
        while true {
            if let (reply, start) = HTTPReply.parseHead(bytes) {
                var reply = reply
                guard hasBody else { return reply }
                if let body = body(of: reply, in: bytes[start...]) {
                    reply.body = body
                    return reply
                }
            }
            let piece = try socket.receive()
            guard !piece.isEmpty else { throw .broken("ended after \(bytes.count) bytes") }
            bytes += piece
        }
    }

    /// The body, or `nil` while it is incomplete.
    private static func body(of reply: HTTPReply, in bytes: ArraySlice<UInt8>) -> [UInt8]? {
        if reply["transfer-encoding"] == "chunked" { return unchunked(bytes) }
        if reply.status == 204 || reply.status == 304 { return [] }
        guard let length = reply["content-length"].flatMap({ Int($0) }) else { return nil }
        return bytes.count >= length ? Array(bytes.prefix(length)) : nil
    }

    private static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var rest = bytes
        var body: [UInt8] = []
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: rest[..<end], as: UTF8.self).filter { $0.isHexDigit }
            guard let size = Int(line, radix: 16) else { return nil }
            if size == 0 { return body }
            rest = rest[(end + 1)...]
            guard rest.count >= size + 2 else { return nil }
            body += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
        }
        return nil
    }
}
