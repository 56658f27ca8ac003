/// A mistake made on purpose, to see that the simulation finds it.
package enum PlantedBug: String, Hashable, Sendable, CaseIterable {
    /// The log says that events are durable before they are: acknowledged before commit.
    case acknowledgedBeforeCommit
    /// After a restart seats get other keys: a ballot sent again counts twice.
    case anotherSecretAfterRestart
    /// A client that comes back is served as if it had seen everything: an update is lost.
    case updateLostOnResume
    /// A results policy is lost when a room is read back: frames hold a tally that is not due.
    case hiddenTallyShown
    /// A change of mind arrives after its successor: the network gives frames in another order.
    case framesOutOfOrder
}
