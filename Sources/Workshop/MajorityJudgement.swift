/// Majority judgement, by Michel Balinski and Rida Laraki.
///
/// *A theory of measuring, electing, and ranking*, PNAS 104 (2007), and *Majority Judgment* (MIT
/// Press, 2011).
///
/// An option's majority grade is its middle grade, the worse of two for an even number. Between
/// equal ones one majority grade is taken away from each, and so on until they differ: the exact
/// rule, not the shorter "majority gauge", which may leave ties.
package struct MajorityJudgement: Hashable, Sendable {
    /// The majority grade of each option, 0 being the best; `nil` while nobody has graded.
    package let grades: [Int?]
    /// The rank of each option, from 1; options with the same grades share one.
    package let ranks: [Int]

    /// Judges by `counts`: at `i * gradeCount + g` the ballots that gave option *i* grade *g*.
    ///
    /// - Precondition: Every option has as many grades as every other.
    /// - Complexity: O(*options* × (*ballots* + log *options*)).
    package init(counts: [Int], gradeCount: Int) {
        let options = stride(from: 0, to: counts.count, by: gradeCount)
            .map { MajorityValue(Array(counts[$0..<$0 + gradeCount])) }
        grades = options.map { $0.runs.first?.grade }
        ranks = options.map { own in 1 + options.count { $0.isBetter(than: own) } }
    }
}

/// The majority grades of an option as they come when one after the other is taken away, equal ones
/// in a row written as one run.
struct MajorityValue: Hashable {
    struct Run: Hashable {
        let grade: Int
        var length: Int
    }

    private(set) var runs: [Run] = []

    init(_ counts: [Int]) {
        var counts = counts
        var better = 0
        var worse = counts.reduce(0, +)
        var grade = 0
        worse -= counts.first ?? 0
        while better + worse + (counts.isEmpty ? 0 : counts[grade]) > 0 {
            let here = counts[grade]
            // With t grades here the middle one is here as long as t >= better - worse (the better
            // half does not reach over it) and t > worse - better (nor does the worse half).
            let least = max(1, better - worse, worse - better + 1)
            if here >= least {
                append(grade, here - least + 1)
                counts[grade] = least - 1
            } else if better > worse {
                worse += here
                grade -= 1
                better -= counts[grade]
            } else {
                better += here
                grade += 1
                worse -= counts[grade]
            }
        }
    }

    private mutating func append(_ grade: Int, _ length: Int) {
        if runs.last?.grade == grade {
            runs[runs.count - 1].length += length
        } else {
            runs.append(Run(grade: grade, length: length))
        }
    }

    /// Whether this value comes before `other`: at the first difference, the better grade wins.
    func isBetter(than other: Self) -> Bool {
        var (mine, theirs) = (runs[...], other.runs[...])
        while let own = mine.first, let their = theirs.first {
            if own.grade != their.grade { return own.grade < their.grade }
            if own.length == their.length {
                mine.removeFirst()
                theirs.removeFirst()
            } else if own.length < their.length {
                mine.removeFirst()
                theirs[theirs.startIndex].length -= own.length
            } else {
                theirs.removeFirst()
                mine[mine.startIndex].length -= their.length
            }
        }
        return false
    }
}
