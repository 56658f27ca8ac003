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
        case .vote(let ballot, let id):
            self = .authored(in: id) { .castBallot(ballot, in: id, by: $0) }
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
