/// How many ballots chose each option of a poll.
///
/// Counts, never percentages: rounding belongs to the screen that shows them. In a multiple-choice
/// poll the counts add up to more than ``ballots``, so a share is always `count ÷ ballots` and
/// never `count ÷ sum of counts`.
package struct Tally: Hashable, Sendable {
    /// The number of seats that answered, abstentions included.
    package private(set) var ballots = 0
    package private(set) var abstentions = 0
    /// One count per option, in the order of the options; zero where nobody chose it.
    package private(set) var counts: [Int]

    init(optionCount: Int) {
        counts = Array(repeating: 0, count: optionCount)
    }

    /// Counts one more ballot.
    ///
    /// - Complexity: O(*options*), whatever the number of ballots.
    mutating func add(_ ballot: Ballot) {
        count(ballot, by: 1)
    }

    /// Takes back a ballot that was counted, because its seat sent another or withdrew it.
    mutating func remove(_ ballot: Ballot) {
        precondition(ballots > 0, "A ballot was taken back that had not been counted")
        count(ballot, by: -1)
    }

    private mutating func count(_ ballot: Ballot, by step: Int) {
        ballots += step
        switch ballot {
        case .abstention:
            abstentions += step
        case .choices(let choices):
            var rest = choices.bits
            while rest != 0 {
                counts[rest.trailingZeroBitCount] += step
                rest &= rest - 1
            }
        }
    }
}
