/// What one connection may cost, each with its unit, default and reason.
package struct ConnectionLimits: Hashable, Sendable {
    /// Longest WebSocket message taken, in bytes; above it the connection is closed with 1009.
    ///
    /// 64 KiB: the messages of a live room are a few hundred bytes, a pasted list some thousands.
    package var maxMessageBytes = 64 << 10

    /// Longest HTTP request body taken, in bytes; above it the answer is 413.
    ///
    /// 1 MiB: an invitation list of ten thousand lines fits.
    package var maxBodyBytes = 1 << 20

    /// Longest request line and header fields taken, in bytes together; above it the answer is 431.
    ///
    /// 16 KiB: twice what the common reverse proxies forward by default.
    package var maxHeadBytes = 16 << 10

    /// Longest request target taken, in bytes; above it the answer is 414.
    ///
    /// 8,000: the least that RFC 9112 §3 recommends to support.
    package var maxTargetBytes = 8_000

    /// Most header fields in one request; above it the answer is 431.
    ///
    /// 100: browsers send about 20, proxies add fewer than 10.
    package var maxHeaderFields = 100

    /// Most bytes that may wait to be sent on one WebSocket; a frame that would exceed it is
    /// refused with ``SendOutcome/refused``.
    ///
    /// 256 KiB: at 5,000 slow readers that is 1.3 GB, the most such a machine should lose to them.
    package var outboxBytes = 256 << 10

    /// Most connections on one loop; further ones are closed as they arrive.
    ///
    /// 20,000: a hall of 10,000 with a reconnection storm. Lowered to what the process' descriptor
    /// limit leaves.
    package var maxConnections = 20_000

    /// A WebSocket peer unheard of for this long is sent a ping.
    ///
    /// 20 s: mobile networks and proxies forget silent connections after 30 s or more.
    package var pingInterval = Duration.seconds(20)

    /// A WebSocket peer unheard of for this long is taken for dead: its socket is cut.
    ///
    /// 45 s: two pings went unanswered.
    package var hangup = Duration.seconds(45)

    /// How long a request's head may take from its first byte (or from the connection's start).
    ///
    /// 10 s: a phone on a bad network needs 3; a connection that drips is dropped.
    package var headTimeout = Duration.seconds(10)

    /// How long a request's body may take to arrive.
    ///
    /// 20 s: 1 MiB at 400 kbit/s.
    package var bodyTimeout = Duration.seconds(20)

    /// How long a kept-alive HTTP connection may stay without a request.
    ///
    /// 30 s: a page's requests come within seconds of one another.
    package var keepAlive = Duration.seconds(30)

    /// How long a reader may take nothing of what was sent before its socket is cut.
    ///
    /// 30 s: beyond it a person has reloaded the page.
    package var stallTimeout = Duration.seconds(30)

    /// How long a closing connection waits for the peer's half of the closing handshake.
    ///
    /// 5 s: one slow round trip of a bad mobile network.
    package var closeTimeout = Duration.seconds(5)

    package init() {}
}

/// The limits in whole seconds of the loop's clock, rounded up, shared by all connections.
struct Deadlines: Sendable {
    let ping, hangup, head, body, keepAlive, stall, close: UInt32

    init(_ limits: ConnectionLimits) {
        ping = Self.seconds(limits.pingInterval)
        hangup = Self.seconds(limits.hangup)
        head = Self.seconds(limits.headTimeout)
        body = Self.seconds(limits.bodyTimeout)
        keepAlive = Self.seconds(limits.keepAlive)
        stall = Self.seconds(limits.stallTimeout)
        close = Self.seconds(limits.closeTimeout)
    }

    private static func seconds(_ duration: Duration) -> UInt32 {
        let (seconds, attoseconds) = duration.components
        return UInt32(clamping: attoseconds > 0 ? seconds + 1 : max(1, seconds))
    }
}
