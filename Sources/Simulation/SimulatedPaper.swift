import WireProtocol
import Workshop

/// A ballot paper of any kind, filled in by chance, in the words of `Docs/Protocol.md`.
struct SimulatedPaper: Sendable {
    private let ask: String
    private let most: Int
    private let follows: Bool
    private let world: World

    /// The paper of the poll with these `fields`.
    init(_ fields: [String: Any], world: World) {
        ask = fields["ask"] as? String ?? "choice"
        most = fields["max"] as? Int ?? fields["most"] as? Int ?? 1
        follows = fields["follows"] != nil
        self.world = world
    }

    /// Kinds of polls with three options, three steps, ten points; what a facilitator draws from.
    static let designs = [
        #""options":["a","b","c"],"min":1,"max":1"#,
        #""options":["a","b","c"],"min":1,"max":2"#,
        #""options":["a","b"],"min":1,"max":1,"other":true"#,
        #""ask":"scale","steps":3,"low":"non","high":"oui""#,
        #""ask":"ranking","options":["a","b","c"],"min":1,"max":3"#,
        #""ask":"points","options":["a","b","c"],"points":10,"most":6,"all":true"#,
        #""ask":"estimate","unit":"m","decimals":1,"from":-50,"to":50"#,
        #""ask":"text","most":2"#,
        #""ask":"judgement","options":["a","b"],"grades":["bien","passable","mal"]"#,
        #""ask":"consent""#,
    ]

    /// The fields of one ballot.
    func filledIn() -> String {
        if world.draw({ $0.happens(15) }) { return #""abstain":true"# }
        switch ask {
        case "scale": return #""step":\#(number(0...2))"#
        case "ranking": return #""ranking":[\#(some(of: 3, atMost: 3, inOrder: false))]"#
        case "points":
            let first = number(4...6)
            return #""points":[\#(first),\#(10 - first),0]"#
        case "estimate": return #""number":\#(number(-50...50))"#
        case "text":
            let texts = (0..<number(1...2)).map { _ in entry("des idées") }
            return #""texts":[\#(texts.joined(separator: ","))]"#
        case "judgement": return #""grades":[\#(number(0...2)),\#(number(0...2))]"#
        case "consent":
            switch number(0...2) {
            case 0: return #""consent":"agree""#
            case 1: return #""consent":"reservations""#
            case _: return #""consent":"object","because":\#(entry("plutôt ainsi"))"#
            }
        default: return #""choices":[\#(some(of: 3, atMost: most, inOrder: true))]"#
        }
    }

    /// What only this phone remembers, in a next round.
    func remark() -> String {
        follows ? #","earlier":\#(number(0...3))"# : ""
    }

    private func number(_ range: ClosedRange<Int>) -> Int {
        world.draw { Int.random(in: range, using: &$0) }
    }

    private func entry(_ text: String) -> String {
        let id = world.draw { Note.ID(rawValue: $0.next()).text }
        return #"{"entry":"\#(id)","text":"\#(text)"}"#
    }

    private func some(of count: Int, atMost most: Int, inOrder: Bool) -> String {
        let picked = world.draw { chance in
            var all = Array(0..<count)
            all.shuffle(using: &chance)
            return Array(all.prefix(Int.random(in: 1...most, using: &chance)))
        }
        return (inOrder ? picked.sorted() : picked).map(String.init).joined(separator: ",")
    }
}
