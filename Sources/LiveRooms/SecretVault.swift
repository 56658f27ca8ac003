package import Workshop

/// Where activity secrets survive a restart while their activity is open.
///
/// Apart from the log on purpose: what copies the log (exports, backups, replicas) must not copy
/// this.
package protocol SecretVault: Sendable {
    /// Keeps `secret` durably; returns once it survives a crash.
    func keep(
        _ secret: ActivitySecret,
        of activity: Activity.ID,
        in room: Room.ID
    ) async throws(SecretVaultError)

    /// The secrets kept for `room`.
    func secrets(
        of room: Room.ID
    ) async throws(SecretVaultError) -> [Activity.ID: ActivitySecret]

    /// Destroys a secret so that nothing can bring it back; a missing one is no error.
    func destroy(
        _ activity: Activity.ID,
        in room: Room.ID
    ) async throws(SecretVaultError)
}

/// The vault's disk failed.
package struct SecretVaultError: Error, Hashable, Sendable {
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}
