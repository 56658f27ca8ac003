package import HTTPTypes

/// Where a ``Server`` listens and what it allows.
package struct ListenConfiguration: Sendable {
    /// The local address to listen on, numeric or an interface's name; `nil` is all interfaces.
    package var host: String?
    /// The TCP port; 0 takes any free one, which ``Server/port`` then tells.
    package var port: UInt16
    /// The certificate to serve TLS with; `nil` serves plain connections.
    package var tls: TLSFiles?
    /// How many service threads share the port: at least 1, at most one per core.
    package var loops: Int
    /// What one stranger may ask for.
    package var limits: ConnectionLimits
    /// The WebSocket subprotocols the service speaks (RFC 6455 §1.9).
    ///
    /// The first of a client's offers that is among them is chosen. A client that offers only
    /// others is refused with 400; one that offers none is accepted without.
    package var subprotocols: [String]
    /// The methods the service answers; any other gets 405 with these in `Allow`.
    ///
    /// `HEAD` is answered wherever `GET` is: the service sees a `GET`, the body stays here.
    package var methods: [HTTPRequest.Method]
    /// Receives what libwebsockets has to say (warnings and errors), without the line's end.
    ///
    /// Called on any service thread. The library has one log for the whole process: the server
    /// started last decides. By default nobody listens.
    package var log: @Sendable (String) -> Void

    package init(
        host: String? = nil,
        port: UInt16,
        tls: TLSFiles? = nil,
        loops: Int = 1,
        limits: ConnectionLimits = ConnectionLimits(),
        subprotocols: [String] = [],
        methods: [HTTPRequest.Method] = [.get, .head, .post],
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.loops = loops
        self.limits = limits
        self.subprotocols = subprotocols
        self.methods = methods
        self.log = log
    }
}

/// A certificate with its chain, and its key, as PEM files.
package struct TLSFiles: Hashable, Sendable {
    /// Path of the certificate, followed by its intermediates.
    package var certificateChain: String
    /// Path of the private key, without a passphrase.
    package var privateKey: String

    package init(certificateChain: String, privateKey: String) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
    }
}
