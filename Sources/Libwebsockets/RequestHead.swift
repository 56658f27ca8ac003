import HTTPTypes

/// A request's line and header fields, with what they say about the connection.
struct RequestHead {
    /// How the length of the body is told.
    enum Framing: Equatable {
        case none
        case length(Int)
        case chunked
    }

    var request: HTTPRequest
    var framing: Framing
    /// HTTP/1.1, and not asked to close.
    var keepsAlive: Bool
    /// HTTP/1.0 clients know neither chunks nor 100.
    var isHTTP11: Bool
    var wantsWebSocket: Bool
    var expectsContinue: Bool
}

/// Why a request is answered without asking the service; the connection is closed after it.
enum RequestFault: Error, Hashable {
    /// Not HTTP/1.x as RFC 9112 has it.
    case malformed
    case headTooLarge
    case targetTooLong
    case bodyTooLarge
    case lengthRequired
    case methodNotAllowed
    case unknownTransferCoding
    case versionNotSupported
    case unknownExpectation
    case upgradeRequired
    case timeout

    var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .headTooLarge: .requestHeaderFieldsTooLarge
        case .targetTooLong: .uriTooLong
        case .bodyTooLarge: .contentTooLarge
        case .lengthRequired: .lengthRequired
        case .methodNotAllowed: .methodNotAllowed
        case .unknownTransferCoding: .notImplemented
        case .versionNotSupported: .httpVersionNotSupported
        case .unknownExpectation: .expectationFailed
        case .upgradeRequired: .upgradeRequired
        case .timeout: .requestTimeout
        }
    }
}
