package import Frames
package import LiveRooms

/// One WebSocket as a session sees it; used on its loop only.
package protocol Connection: AnyObject, Sendable {
    var loop: any RoomLoop { get }

    /// Sends one message, at once when the socket is free.
    ///
    /// - Returns: Whether it was taken; not when the connection's outbox is full.
    func send(_ frame: ServerFrame) -> Bool

    /// Whether so much is waiting for the socket that values should be skipped (P12).
    var isCongested: Bool { get }

    /// Says goodbye and closes after what is waiting was sent.
    func close(_ code: CloseCode)
}
