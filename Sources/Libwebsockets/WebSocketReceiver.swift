package import Frames

/// The application's end of one WebSocket.
///
/// Every call comes on the loop's thread, isolated to the connection: the receiver may call the
/// connection directly, and an actor on the same loop with `assumeIsolated`. None may block.
package protocol WebSocketReceiver: Sendable {
    /// The handshake was answered; called once, before everything else.
    func opened(_ connection: isolated WebSocketConnection)

    /// A whole message arrived. Not called any more once a close is under way.
    func received(_ message: WebSocketMessage, on connection: isolated WebSocketConnection)

    /// Everything that had to wait has left: ``WebSocketConnection/pendingBytes`` is 0 again.
    func drained(_ connection: isolated WebSocketConnection)

    /// The WebSocket ended; called once, after everything else.
    ///
    /// - Parameters:
    ///   - code: What the peer said, or what this side said first; 1005 is a close without a code,
    ///     1006 a socket that ended without a close frame.
    ///   - reason: The text that came with it, often empty.
    ///   - connection: The connection that is no more.
    func closed(
        _ code: CloseCode,
        reason: String,
        on connection: isolated WebSocketConnection
    )
}

/// What became of a frame.
package enum SendOutcome: Hashable, Sendable {
    /// Handed to the network.
    case sent
    /// It waits for the network; ``WebSocketReceiver/drained(_:)`` follows.
    case queued
    /// Not taken: ``ConnectionLimits/outboxBytes`` would be exceeded. The reader is too slow.
    case refused
    /// Not taken: the WebSocket is closing or closed.
    case closed
}
