import Foundation
import Workshop

/// Measures every way of counting: `swift run -c release TallyBench`.
///
/// Prints, for each kind of poll, what deciding and applying one of 10,000 ballots takes, what the
/// result takes to be worked out, and how both grow from 1,000 to 100,000 ballots. Ends with 1 when
/// a bar is missed: 5 µs a ballot at the median, for each phrase where it has several, 50 µs for a
/// ranking, and no kind quadratic.
let names = "kind".padding(toLength: 24, withPad: " ", startingAt: 0)
print(names, " µs/ballot      p99   view ms |  µs/ballot at 1,000  100,000 |  view ms")
var missed: [String] = []
for kind in try Kind.all() {
    let sizes = try [1_000, 10_000, 100_000].map { try Measure(kind, ballots: $0) }
    let (small, usual, large) = (sizes[0], sizes[1], sizes[2])
    let numbers = [
        usual.median, usual.slowest, usual.view, small.median, large.median, small.view,
        large.view,
    ]
    let columns = numbers.map { String(format: "%10.3f", $0) }.joined()
    print(kind.name.padding(toLength: 24, withPad: " ", startingAt: 0), columns)
    let bar = kind.name.hasPrefix("ranking") ? 50.0 : kind.name == "texts, 3 phrases" ? 15.0 : 5.0
    if usual.median > bar { missed.append("\(kind.name): \(usual.median) µs a ballot") }
    // Ten times the ballots may take ten times as long to show, and as long each to count.
    if large.median > 4 * usual.median { missed.append("\(kind.name): counting grows") }
    if large.view > 30 * usual.view, large.view > 1 { missed.append("\(kind.name): a view grows") }
}
for line in missed { print("missed:", line) }
exit(missed.isEmpty ? 0 : 1)
