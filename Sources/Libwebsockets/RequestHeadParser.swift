import HTTPTypes

/// Reads HTTP/1.x request heads (RFC 9112), strictly: what two readers could understand in two
/// ways is refused, because a proxy in front may have understood the other.
struct RequestHeadParser {
    private let limits: ConnectionLimits
    /// Bytes already searched for the end of the head, so that a dripping client costs O(*bytes*).
    private var searched = 0

    init(limits: ConnectionLimits) {
        self.limits = limits
    }

    /// Reads one head from the start of `bytes`.
    ///
    /// - Returns: The head and its length in bytes; `nil` while it is incomplete.
    mutating func next(
        in bytes: ArraySlice<UInt8>
    ) throws(RequestFault) -> (head: RequestHead, count: Int)? {
        // Empty lines before a request are skipped (RFC 9112 §2.2).
        let start = bytes.firstIndex { $0 != .carriageReturn && $0 != .lineFeed } ?? bytes.endIndex
        guard let end = endOfHead(in: bytes, from: start) else {
            if bytes.count > limits.maxHeadBytes { throw fault(ofLongHead: bytes[start...]) }
            searched = max(0, bytes.count - 3)
            return nil
        }
        searched = 0
        guard end - start <= limits.maxHeadBytes else { throw fault(ofLongHead: bytes[start...]) }
        var lines = Lines(rest: bytes[start..<end - 2])
        let line = try RequestLine(lines.next() ?? [], limits: limits)
        let head = try assemble(line, try fields(in: &lines))
        return (head, end - bytes.startIndex)
    }

    /// The index behind the empty line that ends the head.
    private func endOfHead(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var index = max(start, bytes.startIndex + searched)
        while index + 3 < bytes.endIndex {
            if bytes[index] == .carriageReturn, bytes[index + 1] == .lineFeed,
                bytes[index + 2] == .carriageReturn, bytes[index + 3] == .lineFeed
            {
                return index + 4
            }
            index += 1
        }
        return nil
    }

    private func fault(ofLongHead bytes: ArraySlice<UInt8>) -> RequestFault {
        let firstLine = bytes.firstIndex(of: .lineFeed).map { $0 - bytes.startIndex } ?? bytes.count
        return firstLine > limits.maxTargetBytes ? .targetTooLong : .headTooLarge
    }

    private func fields(in lines: inout Lines) throws(RequestFault) -> HTTPFields {
        var fields = HTTPFields()
        var count = 0
        while let line = lines.next() {
            count += 1
            guard count <= limits.maxHeaderFields else { throw .headTooLarge }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                line.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == UInt8(ascii: "\t") }),
                let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
            else { throw .malformed }
            let value = line[(colon + 1)...].trimmingBlanks
            fields.append(HTTPField(name: name, value: String(decoding: value, as: UTF8.self)))
        }
        return fields
    }

    private func assemble(
        _ line: RequestLine,
        _ received: HTTPFields
    ) throws(RequestFault) -> RequestHead {
        var fields = received
        let hosts = fields[values: .host]
        guard hosts.count == 1 || (hosts.isEmpty && !line.isHTTP11) else { throw .malformed }
        fields[.host] = nil
        let framing = try self.framing(of: fields)
        guard line.method != .post || framing != .none else { throw .lengthRequired }
        if case .length(let count) = framing, count > limits.maxBodyBytes { throw .bodyTooLarge }
        let connection = fields.tokens(of: .connection)
        let expectation = fields[.expect]?.lowercased()
        guard expectation == nil || expectation == "100-continue" else { throw .unknownExpectation }
        return RequestHead(
            request: HTTPRequest(
                method: line.method,
                scheme: nil,
                authority: line.authority ?? hosts.first,
                path: line.path,
                headerFields: fields
            ),
            framing: framing,
            keepsAlive: !connection.contains("close")
                && (line.isHTTP11 || connection.contains("keep-alive")),
            isHTTP11: line.isHTTP11,
            wantsWebSocket: connection.contains("upgrade")
                && fields.tokens(of: .upgrade).contains("websocket"),
            expectsContinue: expectation != nil && line.isHTTP11
        )
    }

    /// How long the body is (RFC 9112 §6.3); two statements that could differ are refused.
    private func framing(of fields: HTTPFields) throws(RequestFault) -> RequestHead.Framing {
        let codings = fields.tokens(of: .transferEncoding)
        let lengths = fields[values: .contentLength]
        if !codings.isEmpty {
            guard lengths.isEmpty else { throw .malformed }
            guard codings == ["chunked"] else { throw .unknownTransferCoding }
            return .chunked
        }
        guard let text = lengths.first else { return .none }
        guard lengths.count == 1, !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
            throw .malformed
        }
        guard let length = Int(text) else { throw .bodyTooLarge }
        return .length(length)
    }
}

/// The first line of a request.
private struct RequestLine {
    let method: HTTPRequest.Method
    /// Where an absolute target points (RFC 9112 §3.2.2); it overrides `Host`.
    let authority: String?
    let path: String
    let isHTTP11: Bool

    init(_ line: ArraySlice<UInt8>, limits: ConnectionLimits) throws(RequestFault) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3,
            let method = HTTPRequest.Method(String(decoding: parts[0], as: UTF8.self)),
            parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7f }), !parts[1].isEmpty
        else { throw .malformed }
        guard parts[1].count <= limits.maxTargetBytes else { throw .targetTooLong }
        switch String(decoding: parts[2], as: UTF8.self) {
        case "HTTP/1.1": isHTTP11 = true
        case "HTTP/1.0": isHTTP11 = false
        case let version where version.hasPrefix("HTTP/") && version.utf8.count == 8:
            throw .versionNotSupported
        case _: throw .malformed
        }
        self.method = method
        (authority, path) = try Self.split(String(decoding: parts[1], as: UTF8.self))
    }

    private static func split(
        _ target: String
    ) throws(RequestFault) -> (authority: String?, path: String) {
        if target.hasPrefix("/") || target == "*" { return (nil, target) }
        let lowered = target.lowercased()
        guard let scheme = ["http://", "https://"].first(where: lowered.hasPrefix) else {
            throw .malformed
        }
        let rest = target.dropFirst(scheme.count)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard slash != rest.startIndex else { throw .malformed }
        return (String(rest[..<slash]), slash == rest.endIndex ? "/" : String(rest[slash...]))
    }
}

/// The lines of a head, each without its CR LF.
private struct Lines {
    var rest: ArraySlice<UInt8>

    mutating func next() -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: .lineFeed) ?? rest.endIndex
        let line = rest[..<end]
        rest = end == rest.endIndex ? [] : rest[(end + 1)...]
        return line.last == .carriageReturn ? line.dropLast() : line
    }
}

extension HTTPFields {
    /// The comma-separated items of every field called `name`, in lower case.
    func tokens(of name: HTTPField.Name) -> [String] {
        self[values: name].flatMap { value in
            value.lowercased().utf8.split(separator: UInt8(ascii: ","))
                .map { String(decoding: Array($0)[...].trimmingBlanks, as: UTF8.self) }
                .filter { !$0.isEmpty }
        }
    }
}

extension HTTPField.Name {
    static let host = HTTPField.Name("Host")!
}

extension UInt8 {
    static let carriageReturn = UInt8(ascii: "\r")
    static let lineFeed = UInt8(ascii: "\n")

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension ArraySlice<UInt8> {
    /// Without spaces and tabs at either end.
    var trimmingBlanks: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { !$0.isBlank }),
            let last = lastIndex(where: { !$0.isBlank })
        else { return [] }
        return self[first...last]
    }
}
