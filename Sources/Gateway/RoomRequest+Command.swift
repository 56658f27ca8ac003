import LiveRooms
import WireProtocol
import Workshop

extension RoomRequest {
    /// What `command` asks of a room.
    init(_ command: ClientCommand) {
        switch command {
        case .ping:
            preconditionFailure("A ping is not the room's to answer")
        case .plain(let command):
            self = .command(command)
        case .endRoom:
            self = .dated { .end(at: $0) }
        case .launch(let id):
            self = .dated { .launch(id, at: $0) }
        case .setTimer(let end, let id):
            self = .dated { .setTimer(until: end, for: id, at: $0) }
        case .extendTime(let seat, let end, let id):
            self = .dated { .extendTime(seat, until: end, for: id, at: $0) }
        case .vote(let ballot, let id, let earlier, let edition):
            self = .authored(in: id) {
                .castBallot(ballot, in: id, by: $0, earlier: earlier, edition: edition)
            }
        case .withdrawBallot(let id):
            self = .authored(in: id) { .withdrawBallot(in: id, by: $0) }
        case .postNote(let note, let id, let section, let text):
            self = .authored(in: id) {
                .postNote(note, on: id, section: section, text: text, by: $0)
            }
        case .editNote(let note, let id, let section, let text):
            self = .authored(in: id) {
                .editNote(note, on: id, section: section, text: text, by: $0)
            }
        case .withdrawNote(let note, let id):
            self = .authored(in: id) { .withdrawNote(note, on: id, by: $0) }
        }
    }
}
