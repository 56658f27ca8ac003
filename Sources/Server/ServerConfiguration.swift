package import Libwebsockets

/// Everything that can be chosen about a server; the defaults work on a laptop.
package struct ServerConfiguration: Sendable {
    /// The local address to listen on; `nil` is all interfaces, so that phones in the room reach
    /// it.
    package var host: String?
    /// The TCP port; 0 takes any free one.
    package var port: UInt16 = 8080
    /// Where rooms and secrets are kept.
    package var dataFolder = "data"
    /// Where the built pages are.
    package var webFolder = "web/build"
    package var tls: TLSFiles?
    /// Service threads: one serves thousands; more help from about 10,000 seats on.
    package var loops = 1
    /// IP addresses of reverse proxies whose `X-Forwarded-*` fields are believed.
    package var proxies: Set<String> = []
    /// Scheme and host as people type them, when that is not what their browsers send.
    package var publicOrigin: String?
    /// How long open connections may take to end when the server stops.
    package var grace = Duration.seconds(5)

    package init() {}
}
