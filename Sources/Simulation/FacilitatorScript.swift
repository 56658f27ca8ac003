/// What the facilitator of a simulated afternoon does, and when.
struct FacilitatorScript: Sendable {
    let phone: Phone
    let world: World

    private static let polls = ["00000000000000a1", "00000000000000a2"]
    private static let wall = "00000000000000b1"

    func begin() {
        at(6_000) { $0.order(#""do":"room.open""#) }
        for (index, poll) in Self.polls.enumerated() {
            let start = 6_500 + 20_000 * index
            at(start) { $0.order(Self.design(ofPoll: poll, world)) }
            at(start + 500) { $0.order(#""do":"activity.launch","activity":"\#(poll)""#) }
            at(start + 13_000, upTo: 3_000) {
                $0.order(#""do":"activity.close","activity":"\#(poll)""#)
            }
            at(start + 17_000, upTo: 2_000) {
                $0.order(#""do":"activity.reveal","activity":"\#(poll)""#)
            }
        }
        runWall(from: 47_000)
        at(70_000) { $0.order(#""do":"room.end""#) }
    }

    private func runWall(from start: Int) {
        let wall = Self.wall
        let writing = world.draw { $0.happens(60) ? "silent" : "shared" }
        let identity = world.draw { $0.happens(75) ? "anonymous" : "named" }
        at(start) {
            $0.order(
                #""do":"activity.add","activity":"\#(wall)","as":{"kind":"wall","title":"Idées","#
                    + #""sections":["A","B"],"writing":"\#(writing)","identity":"\#(identity)","#
                    + #""notesPerSeat":3}"#
            )
        }
        at(start + 300) { $0.order(#""do":"activity.launch","activity":"\#(wall)""#) }
        at(start + 10_000, upTo: 2_000) {
            $0.order(#""do":"activity.reveal","activity":"\#(wall)""#)
        }
        for deed in ["hide", "hide", "restore"] {
            at(start + 13_000, upTo: 5_000) { $0.moderate(deed, on: wall) }
        }
        at(start + 20_000) { $0.order(#""do":"activity.close","activity":"\#(wall)""#) }
    }

    private static func design(ofPoll poll: String, _ world: World) -> String {
        let results = world.draw { ["live", "close", "reveal"].randomElement(using: &$0)! }
        let identity = world.draw { $0.happens(75) ? "anonymous" : "named" }
        let most = world.draw { $0.happens(50) ? 1 : 2 }
        return #""do":"activity.add","activity":"\#(poll)","as":{"kind":"poll","question":"?","#
            + #""options":["a","b","c"],"min":1,"max":\#(most),"results":"\#(results)","#
            + #""identity":"\#(identity)"}"#
    }

    private func at(
        _ milliseconds: Int,
        upTo spread: Int = 300,
        _ body: @escaping @Sendable (isolated Phone) -> Void
    ) {
        let extra = world.draw { $0.pause(upTo: spread) }
        phone.after(.milliseconds(milliseconds) + extra, body)
    }
}

extension Phone {
    fileprivate func order(_ fields: String) {
        send(fields, slot: "order")
    }

    /// Hides or restores a note that the screen shows.
    fileprivate func moderate(_ deed: String, on wall: String) {
        let notes = entities.keys.filter { $0.hasPrefix("note/") }.sorted()
        guard let note = notes.first else { return }
        order(
            #""do":"note.\#(deed)","wall":"\#(wall)","note":"\#(note.dropFirst(5))","#
                + #""reason":"hors sujet""#
        )
    }
}
