import Foundation
import Workshop

/// One message from a client.
package enum ClientMessage: Hashable, Sendable {
    case join(JoinRequest)
    /// A command with the id that its answer will carry.
    case command(ClientCommand, id: String)
    /// A command that this version does not know, or whose content no room could accept.
    case refused(WireRefusal, id: String)

    /// Reads one message.
    ///
    /// - Throws: ``Violation`` for anything but a JSON object with the fields of the table (P2).
    package init(_ bytes: some Collection<UInt8>) throws(Violation) {
        guard bytes.count <= WireLimits.messageBytes else { throw Violation() }
        do {
            self = try Self.decoder.decode(ClientMessage.self, from: Data(bytes))
        } catch {
            throw Violation()
        }
    }

    private static let decoder = JSONDecoder()

    /// The client does not speak the protocol; its connection ends.
    package struct Violation: Error, Hashable {
        package init() {}
    }
}

extension ClientMessage: Decodable {
    private enum Key: CodingKey {
        case id, `do`
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let verb = try fields.decode(String.self, forKey: .do)
        if verb == "join" {
            self = .join(try JoinRequest(from: decoder))
            return
        }
        let id = try fields.decode(String.self, forKey: .id)
        guard JoinRequest.isPlain(id, upTo: WireLimits.commandIDCharacters) else {
            throw Violation()
        }
        guard let verb = CommandVerb(rawValue: verb) else {
            self = .refused(.unknownCommand, id: id)
            return
        }
        do {
            self = .command(try ClientCommand(verb, from: decoder), id: id)
        } catch let refusal as Refusal {
            self = .refused(.room(refusal), id: id)
        }
    }
}

/// The verbs of section 4 of `Docs/Protocol.md`.
enum CommandVerb: String, CaseIterable {
    case ping
    case pollVote = "poll.vote"
    case pollWithdraw = "poll.withdraw"
    case pollHands = "poll.hands"
    case pollBring = "poll.bring"
    case entryHide = "entry.hide"
    case entryRestore = "entry.restore"
    case timerSet = "timer.set"
    case timerExtend = "timer.extend"
    case notePost = "note.post"
    case noteEdit = "note.edit"
    case noteWithdraw = "note.withdraw"
    case noteHide = "note.hide"
    case noteRestore = "note.restore"
    case roomOpen = "room.open"
    case roomEnd = "room.end"
    case activityAdd = "activity.add"
    case activityEdit = "activity.edit"
    case activityRemove = "activity.remove"
    case activityMove = "activity.move"
    case activityLaunch = "activity.launch"
    case activityReveal = "activity.reveal"
    case activityClose = "activity.close"
    case activityFocus = "activity.focus"
    case screenShow = "screen.show"
}
