import Glibc
import HTTPTypes

/// The first bytes of an answer, as they go on the wire.
struct ResponseHead {
    /// How the end of the body is told.
    enum Framing {
        /// There can be none: 204 and 304.
        case none
        case length(Int)
        case chunked
        /// The end of the connection; for HTTP/1.0.
        case untilClose
    }

    let response: HTTPResponse
    let framing: Framing
    let keepsAlive: Bool

    /// The names the server decides on, whatever the service says.
    private static let own: Set<HTTPField.Name> = [
        .contentLength, .transferEncoding, .connection, .date,
    ]

    /// Appends the head to `bytes`.
    func encode(into bytes: inout [UInt8]) {
        let status = response.status
        bytes.append(contentsOf: "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n".utf8)
        for field in response.headerFields where !Self.own.contains(field.name) {
            bytes.append(contentsOf: "\(field.name.rawName): \(field.value)\r\n".utf8)
        }
        switch framing {
        case .none, .untilClose: break
        case .length(let count): bytes.append(contentsOf: "Content-Length: \(count)\r\n".utf8)
        case .chunked: bytes.append(contentsOf: "Transfer-Encoding: chunked\r\n".utf8)
        }
        if !keepsAlive { bytes.append(contentsOf: "Connection: close\r\n".utf8) }
        bytes.append(contentsOf: "Date: \(Self.now())\r\n\r\n".utf8)
    }

    /// The time as RFC 9110 §5.6.7 wants it, for example `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
            + "\(parts.tm_year + 1_900) \(two(parts.tm_hour)):\(two(parts.tm_min)):"
            + "\(two(parts.tm_sec)) GMT"
    }
}
