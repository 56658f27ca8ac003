/// Until when people have time for an activity.
///
/// It tells and does not close: answers count until the facilitator closes, so that a late answer
/// gives away nobody who was given more time.
package struct ActivityTimer: Hashable, Sendable {
    /// For everybody.
    package var end: Moment
    /// For single seats that were given longer.
    package var ends: [Seat.ID: Moment] = [:]

    /// When it ends for `seat`, where that is later than for everybody.
    package func ownEnd(of seat: Seat.ID) -> Moment? {
        guard let own = ends[seat], own.milliseconds > end.milliseconds else { return nil }
        return own
    }
}
