/// What the facilitator of a simulated afternoon does, and when.
struct FacilitatorScript: Sendable {
    let phone: Phone
    let world: World

    private static let polls = ["00000000000000a1", "00000000000000a2"]
    private static let wall = "00000000000000b1"

    func begin() {
        at(6_000) { $0.order(#""do":"room.open""#) }
        let first = Self.form(world)
        // The second poll may be the second round of the first.
        let second = world.draw { $0.happens(40) } ? first.next : Self.form(world)
        for (index, poll) in Self.polls.enumerated() {
            let start = 6_500 + 20_000 * index
            let form = index == 0 ? first : second
            at(start) {
                $0.order(
                    #""do":"activity.add","activity":"\#(poll)","as":{"kind":"poll","#
                        + #""question":"?",\#(form.fields)}"#
                )
            }
            at(start + 3_000, upTo: 5_000) { $0.giveTime(for: poll) }
            at(start + 12_000, upTo: 6_000) { $0.order(Self.hands(in: poll)) }
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
        for poll in Self.polls {
            at(start + 4_000, upTo: 12_000) {
                $0.order(#""do":"poll.bring","poll":"\#(poll)","wall":"\#(wall)","section":1"#)
            }
            at(start + 2_000, upTo: 10_000) { $0.moderateText(in: poll) }
        }
        at(start + 10_000, upTo: 2_000) {
            $0.order(#""do":"activity.reveal","activity":"\#(wall)""#)
        }
        for deed in ["hide", "hide", "restore"] {
            at(start + 13_000, upTo: 5_000) { $0.moderate(deed, on: wall) }
        }
        at(start + 20_000) { $0.order(#""do":"activity.close","activity":"\#(wall)""#) }
    }

    /// What a poll asks and how it is held.
    private struct Form {
        let fields: String

        /// The same for a second round.
        var next: Form { Form(fields: fields + #","follows":"\#(polls[0])""#) }
    }

    private static func form(_ world: World) -> Form {
        let ask = world.draw { SimulatedPaper.designs.randomElement(using: &$0)! }
        let results = world.draw { ["live", "close", "reveal"].randomElement(using: &$0)! }
        let identity = world.draw { $0.happens(75) ? "anonymous" : "named" }
        let seconds = world.draw { $0.happens(50) } ? #","seconds":20"# : ""
        return Form(
            fields: #"\#(ask),"results":"\#(results)","identity":"\#(identity)"\#(seconds)"#
        )
    }

    /// Refused for polls that have other lines, or none.
    private static func hands(in poll: String) -> String {
        #""do":"poll.hands","poll":"\#(poll)","hands":[1,0,2,0]"#
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

    /// Gives longer to one seat, where a timer runs.
    fileprivate func giveTime(for poll: String) {
        let seats = entities.keys.filter { $0.hasPrefix("seat/") }.sorted()
        guard let seat = seats.first, let end = fields("timer/\(poll)")["endsMs"] as? Int else {
            return
        }
        order(
            #""do":"timer.extend","activity":"\#(poll)","seat":"\#(seat.dropFirst(5))","#
                + #""endsMs":\#(end + 30_000)"#
        )
    }

    /// Hides a text that the screen shows.
    fileprivate func moderateText(in poll: String) {
        let texts = entities.keys.filter {
            $0.hasPrefix("entry/") && fields($0)["poll"] as? String == poll
        }
        guard let text = texts.sorted().first else { return }
        order(
            #""do":"entry.hide","poll":"\#(poll)","entry":"\#(text.dropFirst(6))","#
                + #""reason":"hors sujet""#
        )
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
