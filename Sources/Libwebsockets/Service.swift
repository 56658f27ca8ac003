package import HTTPTypes

/// What a ``Server`` serves: the application, as functions of requests.
package protocol Service: Sendable {
    /// Decides whether a client may open a WebSocket.
    ///
    /// Called on the thread of `loop`, before the handshake is answered, and must not block.
    /// The handshake itself has been checked (RFC 6455 §4.2.1); whether `Origin` may be trusted
    /// has not.
    func upgrade(_ request: UpgradeRequest, on loop: ServiceLoop) -> UpgradeDecision

    /// Answers a request.
    ///
    /// Runs as a task that prefers the connection's loop; cancelled when the client goes away. The
    /// method is one of ``ListenConfiguration/methods``, and never `HEAD`.
    func respond(
        to request: HTTPRequest,
        body: [UInt8],
        from peer: PeerAddress
    ) async -> Response
}

/// A client's wish to speak WebSocket.
package struct UpgradeRequest: Sendable {
    /// The request with its header fields.
    package let head: HTTPRequest
    /// Where it comes from.
    package let peer: PeerAddress
    /// The subprotocol that will be named in the answer; `nil` when the client offered none.
    package let subprotocol: String?
}

/// The application's answer to an ``UpgradeRequest``.
package enum UpgradeDecision: Sendable {
    /// Open the WebSocket; its events go to the receiver.
    case accept(any WebSocketReceiver)
    /// Answer with this status and no WebSocket, for example 403 for a foreign `Origin`.
    case refuse(HTTPResponse.Status)
}

/// The network address a connection comes from.
package struct PeerAddress: Hashable, Sendable {
    /// The numeric IP address, without a port; empty when the socket was already gone.
    package let ip: String

    package init(ip: String) {
        self.ip = ip
    }
}

/// An answer to an HTTP request.
package struct Response: Sendable {
    /// Status and header fields.
    ///
    /// `Content-Length`, `Transfer-Encoding`, `Connection` and `Date` are the server's.
    package var head: HTTPResponse
    package var body: Body

    /// What follows the head.
    package enum Body: Sendable {
        /// All of it.
        case bytes([UInt8])
        /// Piece by piece; the next piece is asked for when the previous has left for the network.
        ///
        /// Ends with the sequence. A client that goes away cancels the task that iterates.
        case stream(any AsyncSequence<[UInt8], Never> & Sendable)
    }

    package init(head: HTTPResponse, body: Body = .bytes([])) {
        self.head = head
        self.body = body
    }
}
