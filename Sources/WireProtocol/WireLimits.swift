/// How much of everything a connection may send; section 1 of `Docs/Protocol.md`.
package enum WireLimits {
    /// Bytes of one message from a client: a poll of 60 long options in any script fits.
    package static let messageBytes = 16_384
    /// Characters of a command's id.
    package static let commandIDCharacters = 32
    /// Characters of the name of a tab.
    package static let clientCharacters = 32
    /// Bytes of the body of a request: 400 organisations and colleges of 120 characters fit.
    package static let bodyBytes = 262_144
    /// Commands that a connection may send at once before it is told to slow down.
    package static let commandBurst = 20.0
    /// Commands a second that a connection may send for ever.
    package static let commandsPerSecond = 10.0
    /// Answers `too-fast` before the connection is closed as a flood.
    package static let floodRefusals = 200
}
