import LiveRooms
import Synchronization
import Workshop

/// A vault that remembers, for the auditor, what it was told to forget.
final class SimulatedVault: SecretVault {
    private let state = Mutex<State>(State())
    private let bug: PlantedBug?

    private struct State {
        var kept: [Activity.ID: ActivitySecret] = [:]
        var everKept: [Activity.ID: [ActivitySecret]] = [:]
    }

    init(bug: PlantedBug?) {
        self.bug = bug
    }

    func keep(
        _ secret: ActivitySecret,
        of activity: Activity.ID,
        in room: Room.ID
    ) async throws(SecretVaultError) {
        state.withLock { state in
            state.kept[activity] = secret
            state.everKept[activity, default: []].append(secret)
        }
    }

    func secrets(
        of room: Room.ID
    ) async throws(SecretVaultError) -> [Activity.ID: ActivitySecret] {
        let kept = state.withLock { $0.kept }
        guard bug == .anotherSecretAfterRestart else { return kept }
        return kept.mapValues { secret in
            ActivitySecret(bytes: secret.bytes.reversed())!
        }
    }

    func destroy(
        _ activity: Activity.ID,
        in room: Room.ID
    ) async throws(SecretVaultError) {
        state.withLock { $0.kept[activity] = nil }
    }

    /// The keys under which `seat` may be kept in `activity`: one for each secret it ever had.
    func auditKeys(of seat: Seat.ID, in activity: Activity.ID) -> [AuthorKey] {
        state.withLock { $0.everKept[activity, default: []].map { $0.key(for: seat) } }
    }

    /// The activities whose secret is kept now.
    var activities: Set<Activity.ID> { Set(state.withLock { $0.kept.keys }) }
}
