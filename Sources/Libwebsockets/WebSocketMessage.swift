/// One whole WebSocket message, whatever fragments it came in.
package enum WebSocketMessage: Hashable, Sendable {
    /// Valid UTF-8.
    case text([UInt8])
    case binary([UInt8])
}
