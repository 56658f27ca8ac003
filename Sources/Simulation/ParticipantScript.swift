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
                let paper = SimulatedPaper(fields, world: world)
                beginVoting(phone, in: id, on: paper)
            case ("wall", "silent"), ("wall", "open"):
                if phone.isFirstTime(id) { beginWriting(phone, on: id) }
            default:
                continue
            }
        }
    }

    private func beginVoting(
        _ phone: isolated Phone,
        in poll: String,
        on paper: SimulatedPaper
    ) {
        let votes = world.draw { Int.random(in: 0...4, using: &$0) }
        for _ in 0..<votes {
            phone.after(world.draw { $0.pause(upTo: 15_000) }) { phone in
                phone.vote(in: poll, paper.filledIn(), and: paper.remark())
            }
        }
        if world.draw({ $0.happens(15) }) {
            phone.after(world.draw { $0.pause(upTo: 15_000) }) { $0.withdraw(from: poll) }
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
    /// Sends a ballot of these fields, with others that the seat does not get back.
    ///
    /// - Parameters:
    ///   - poll: Which poll.
    ///   - answer: The fields of a ballot.
    ///   - remark: Fields that are not part of the ballot.
    fileprivate func vote(in poll: String, _ answer: String, and remark: String) {
        send(
            #""do":"poll.vote","poll":"\#(poll)",\#(answer)\#(remark)"#,
            slot: "poll/\(poll)",
            meaning: Self.canonical(text: "{\(answer)}"),
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
