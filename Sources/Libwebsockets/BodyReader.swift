/// Collects a request's body, by length or by chunks (RFC 9112 §7.1).
struct BodyReader {
    private enum Expectation {
        /// This many bytes of the body, or of the current chunk.
        case bytes(Int)
        /// A line with the next chunk's size.
        case size
        /// The CR LF behind a chunk.
        case endOfChunk
        /// Trailer fields, which are dropped, up to an empty line.
        case trailer
        case nothing
    }

    /// Longest chunk-size or trailer line taken; real ones have fewer than 20 characters.
    private static let maxLineBytes = 256
    /// Most bytes of framing a chunked body may spend beside its content.
    private static let maxFramingBytes = 64 << 10

    private(set) var body: [UInt8] = []
    private let maxBytes: Int
    private let isChunked: Bool
    private var expectation: Expectation
    private var framingBytes = 0

    init(_ framing: RequestHead.Framing, maxBytes: Int) {
        self.maxBytes = maxBytes
        switch framing {
        case .none:
            expectation = .nothing
            isChunked = false
        case .length(let count):
            expectation = count == 0 ? .nothing : .bytes(count)
            isChunked = false
            body.reserveCapacity(min(count, 64 << 10))
        case .chunked:
            expectation = .size
            isChunked = true
        }
    }

    /// Takes what belongs to the body off the start of `bytes`.
    ///
    /// - Returns: Whether the body is complete.
    mutating func take(from bytes: inout ArraySlice<UInt8>) throws(RequestFault) -> Bool {
        while true {
            switch expectation {
            case .nothing:
                return true
            case .bytes(let count):
                guard !bytes.isEmpty else { return false }
                takeContent(count, from: &bytes)
            case .size:
                guard let line = try line(from: &bytes) else { return false }
                try begin(chunk: line)
            case .endOfChunk:
                guard let line = try line(from: &bytes) else { return false }
                guard line.isEmpty else { throw .malformed }
                expectation = .size
            case .trailer:
                guard let line = try line(from: &bytes) else { return false }
                if line.isEmpty { expectation = .nothing }
            }
        }
    }

    private mutating func takeContent(_ count: Int, from bytes: inout ArraySlice<UInt8>) {
        let content = bytes.prefix(count)
        body.append(contentsOf: content)
        bytes = bytes.dropFirst(content.count)
        let left = count - content.count
        expectation = left > 0 ? .bytes(left) : isChunked ? .endOfChunk : .nothing
    }

    private mutating func begin(chunk line: ArraySlice<UInt8>) throws(RequestFault) {
        let digits = line.prefix { $0 != UInt8(ascii: ";") }.trimmingBlanks
        guard (1...8).contains(digits.count),
            digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .malformed }
        guard body.count + size <= maxBytes else { throw .bodyTooLarge }
        expectation = size == 0 ? .trailer : .bytes(size)
    }

    private mutating func line(
        from bytes: inout ArraySlice<UInt8>
    ) throws(RequestFault) -> ArraySlice<UInt8>? {
        guard let end = bytes.firstIndex(of: .lineFeed) else {
            guard bytes.count <= Self.maxLineBytes else { throw .malformed }
            return nil
        }
        let line = bytes[..<end]
        bytes = bytes[(end + 1)...]
        framingBytes += line.count + 1
        guard line.last == .carriageReturn, line.count <= Self.maxLineBytes,
            framingBytes <= Self.maxFramingBytes
        else { throw .malformed }
        return line.dropLast()
    }
}
