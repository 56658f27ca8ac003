package import HTTPTypes
import Workshop

/// What a request says about who sent it, read once.
package struct Visit: Sendable {
    /// The network address to count by: the peer's, or what a trusted proxy says.
    package let address: String
    /// Scheme and host as the person sees them, without a slash at the end.
    package let origin: String
    /// The site whose page sent the request, when a browser says so.
    private let sender: String?
    /// Whether it comes from this machine and through no proxy.
    let isLocal: Bool

    /// Whose word about addresses and schemes is taken.
    package struct Trust: Sendable {
        /// IP addresses of reverse proxies whose `X-Forwarded-*` fields are believed.
        package let proxies: Set<String>
        /// Whether the server itself speaks TLS.
        package let isSecure: Bool
        /// How people reach the server, when that is not what they put in `Host`.
        package let publicOrigin: String?

        package init(proxies: Set<String>, isSecure: Bool, publicOrigin: String?) {
            self.proxies = proxies
            self.isSecure = isSecure
            self.publicOrigin = publicOrigin
        }
    }

    /// Reads `request`, which came from the IP address `peer`.
    package init(_ request: HTTPRequest, from peer: String, trusting trust: Trust) {
        let fields = request.headerFields
        let forwarded = fields[.forwardedFor]
        let isProxied = trust.proxies.contains(peer)
        // The last entry is the one that our own proxy wrote; earlier ones are hearsay.
        let last = forwarded?.split(separator: ",").last.map { $0.filter { $0 != " " } }
        address = isProxied ? last ?? peer : peer
        isLocal = Self.loopback.contains(peer) && forwarded == nil
        sender = fields[.origin]
        if let origin = trust.publicOrigin {
            self.origin = origin
        } else {
            let isSecure =
                isProxied ? fields[.forwardedProto] == "https" : trust.isSecure
            let host = request.authority ?? fields[HTTPField.Name("Host")!] ?? "localhost"
            origin = (isSecure ? "https://" : "http://") + Self.plain(host)
        }
    }

    private static let loopback: Set<String> = ["127.0.0.1", "::1", "::ffff:127.0.0.1"]

    /// `host` if it can be one, so that nothing else gets into a link.
    private static func plain(_ host: String) -> String {
        let isPlain =
            host.utf8.count <= 255
            && host.utf8.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122: true
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
                    UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
        return isPlain ? host : "localhost"
    }

    /// Whether the request may come from one of our own pages, or from no page at all (P4).
    ///
    /// Scheme apart: a proxy may hide which one the browser used.
    package var isFromOwnPage: Bool {
        guard let sender else { return true }
        return Self.host(of: sender) != nil && Self.host(of: sender) == Self.host(of: origin)
    }

    private static func host(of origin: String) -> Substring? {
        for scheme in ["https://", "http://"] where origin.hasPrefix(scheme) {
            return origin.dropFirst(scheme.count)
        }
        return nil
    }
}

extension HTTPField.Name {
    fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    fileprivate static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")!
}
