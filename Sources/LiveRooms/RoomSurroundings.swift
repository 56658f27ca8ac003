package import EventLog
package import Logging

/// What a room needs of the world: a log, a vault, time and chance.
package struct RoomSurroundings: Sendable {
    package let log: any EventLog
    package let vault: any SecretVault
    package let time: any Timekeeper
    package let logger: Logger
    private let chance: @Sendable () -> UInt64

    /// Gathers what a room needs; `chance` gives 64 random bits at each call and is fit for secrets
    /// in production.
    package init(
        log: any EventLog,
        vault: any SecretVault,
        time: any Timekeeper,
        logger: Logger,
        chance: @escaping @Sendable () -> UInt64
    ) {
        self.log = log
        self.vault = vault
        self.time = time
        self.logger = logger
        self.chance = chance
    }

    /// A source of chance, for whoever draws from it.
    package var source: some RandomNumberGenerator { Source(draw: chance) }

    func drawSecret() -> ActivitySecret {
        var source = Source(draw: chance)
        return ActivitySecret(using: &source)
    }

    private struct Source: RandomNumberGenerator {
        let draw: @Sendable () -> UInt64

        func next() -> UInt64 { draw() }
    }
}
