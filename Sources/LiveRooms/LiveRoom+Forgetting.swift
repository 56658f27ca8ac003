import EventLog
import Workshop

extension LiveRoom {
    /// How many events a log may hold beyond its condensed form before it is condensed again, so
    /// that a long room loads fast; the condensed form itself may be as long.
    static var longestTail: Int { 5_000 }

    /// Keeps the secrets of the activities that `batch` launches, before the log hears of them.
    func keepSecrets(of batch: [RoomEvent]) async throws(SecretVaultError) {
        for event in batch {
            guard case .launched(let activity) = event, let secret = secrets[activity] else {
                continue
            }
            try await surroundings.vault.keep(secret, of: activity, in: id)
        }
    }

    /// Destroys the secrets of closed activities, and what the log tells about how their ballots
    /// and notes came in.
    func forgetWhatIsClosed() async throws {
        for activity in secrets.keys.sorted() where !durable.isTaking(activity) {
            // An activity whose launch is not durable yet has a secret too, and keeps it.
            guard durable.isLaunched(activity) else { continue }
            try await surroundings.vault.destroy(activity, in: id)
            secrets[activity] = nil
        }
        guard mustCondense || logged.tail > max(Self.longestTail, logged.condensed) else { return }
        try await condense()
    }

    private func condense() async throws(EventLogError) {
        let room = durable
        let events = room.condensed
        try await surroundings.log.condense(id, through: room.revision, into: events)
        logged = (0, events.count)
        mustCondense = false
    }

    /// Brings the room back to what its promises need after a crash or a restored backup.
    ///
    /// An anonymous activity that is open without its secret could not tell a second ballot from a
    /// first: it is closed for good.
    func mend() async throws {
        for activity in secrets.keys.sorted() where !durable.isLaunched(activity) {
            // The crash came between keeping the secret and recording the launch.
            try await surroundings.vault.destroy(activity, in: id)
            secrets[activity] = nil
        }
        let orphans = durable.agenda.filter { id in
            durable.isTaking(id) && durable.identity(of: id) == .anonymous && secrets[id] == nil
        }
        record(orphans.map { .closed($0) })
        try await forgetWhatIsClosed()
    }
}
