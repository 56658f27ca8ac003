import WireProtocol
import Workshop

/// What participants of a simulated afternoon do about what they see.
struct ParticipantScript: Sendable {
    let world: World

    /// Something changed on `phone`: begins what it has not begun yet.
    func react(_ phone: isolated Phone) {
        for key in phone.entities.keys.sorted() where key.hasPrefix("activity/") {
            let id = String(key.dropFirst("activity/".count))
            let fields = phone.fields(key)
            switch (fields["kind"] as? String, fields["phase"] as? String) {
            case ("poll", "open") where phone.isFirstTime(id):
                beginVoting(phone, in: id, most: fields["max"] as? Int ?? 1)
            case ("wall", "silent"), ("wall", "open"):
                if phone.isFirstTime(id) { beginWriting(phone, on: id) }
            default:
                continue
            }
        }
    }

    private func beginVoting(_ phone: isolated Phone, in poll: String, most: Int) {
        let votes = world.draw { Int.random(in: 0...3, using: &$0) }
        for _ in 0..<votes {
            phone.after(world.draw { $0.pause(upTo: 15_000) }) { phone in
                phone.vote(in: poll, Self.choice(world, most: most))
            }
        }
        if world.draw({ $0.happens(15) }) {
            phone.after(world.draw { $0.pause(upTo: 15_000) }) { $0.withdraw(from: poll) }
        }
    }

    private static func choice(_ world: World, most: Int) -> [Int] {
        world.draw { chance in
            if chance.happens(15) { return [] }
            var options = [0, 1, 2]
            options.shuffle(using: &chance)
            return options.prefix(Int.random(in: 1...most, using: &chance)).sorted()
        }
    }

    private func beginWriting(_ phone: isolated Phone, on wall: String) {
        let notes = world.draw { Int.random(in: 0...4, using: &$0) }
        for _ in 0..<notes {
            let id = world.draw { Note.ID(rawValue: $0.next()).text }
            let start = world.draw { $0.pause(upTo: 12_000) }
            phone.after(start) { $0.post(id, on: wall, text: "idée \(id)") }
            if world.draw({ $0.happens(30) }) {
                let later = start + world.draw { $0.pause(upTo: 5_000) }
                phone.after(later) { $0.edit(id, on: wall, text: "mieux \(id)") }
            }
            if world.draw({ $0.happens(20) }) {
                let later = start + world.draw { $0.pause(upTo: 8_000) }
                phone.after(later) { $0.withdraw(id, on: wall) }
            }
        }
    }
}

extension Phone {
    fileprivate func vote(in poll: String, _ choices: [Int]) {
        let numbers = choices.map(String.init)
        let answer =
            choices.isEmpty
            ? #""abstain":true"# : #""choices":[\#(numbers.joined(separator: ","))]"#
        send(
            #""do":"poll.vote","poll":"\#(poll)",\#(answer)"#,
            slot: "poll/\(poll)",
            meaning: choices.isEmpty ? "abstains" : numbers.joined(separator: "+"),
            standing: .replaces
        )
    }

    fileprivate func withdraw(from poll: String) {
        send(
            #""do":"poll.withdraw","poll":"\#(poll)""#,
            slot: "poll/\(poll)",
            standing: .replaces
        )
    }

    fileprivate func post(_ note: String, on wall: String, text: String) {
        send(
            #""do":"note.post","wall":"\#(wall)","note":"\#(note)","section":0,"text":"\#(text)""#,
            slot: "note/\(wall)/\(note)",
            meaning: text
        )
    }

    fileprivate func edit(_ note: String, on wall: String, text: String) {
        send(
            #""do":"note.edit","wall":"\#(wall)","note":"\#(note)","section":1,"text":"\#(text)""#,
            slot: "note/\(wall)/\(note)",
            meaning: text
        )
    }

    fileprivate func withdraw(_ note: String, on wall: String) {
        send(
            #""do":"note.withdraw","wall":"\#(wall)","note":"\#(note)""#,
            slot: "note/\(wall)/\(note)"
        )
    }
}
