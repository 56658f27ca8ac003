/// One item of a room's agenda: a poll or a wall.
package enum Activity: Hashable, Sendable {
    package typealias ID = Identifier<Activity>

    /// What a facilitator writes to prepare an activity.
    package enum Design: Hashable, Sendable {
        case poll(PollDesign)
        case wall(WallDesign)
    }
}
