/// What one seat answers in a poll.
package enum Ballot: Hashable, Sendable {
    case choices(Choices)
    /// An answer like any other: counted as answered, shown on a line of its own.
    case abstention
}
