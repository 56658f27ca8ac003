package import HTTPTypes

/// An answer to an HTTP request.
package struct Reply: Sendable {
    package var head: HTTPResponse
    package var body: Body

    package enum Body: Sendable {
        case bytes([UInt8])
        /// Piece by piece, for what may be long.
        case pieces(Pieces)
    }

    init(_ status: HTTPResponse.Status, type: String, bytes: [UInt8]) {
        head = HTTPResponse(status: status)
        head.headerFields[.contentType] = type
        body = .bytes(bytes)
    }

    /// A body that may be long, sent in pieces as the reader takes them.
    init(_ status: HTTPResponse.Status, type: String, long bytes: [UInt8]) {
        self.init(status, type: type, bytes: [])
        body = .pieces(Pieces(bytes: bytes))
    }
}
