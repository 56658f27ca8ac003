import LiveRooms
import WireProtocol
import Workshop

extension Session {
    /// How often a room that was just being put away is asked for again.
    private static var searches: Int { 3 }

    func find(_ request: JoinRequest, attempt: Int = 1) async {
        guard let code else { return leave(because: .roomUnknown) }
        guard reception.mayGuess(address) else { return leave(because: .flood) }
        do throws(RoomFault) {
            guard let room = try await reception.directory.room(with: code) else {
                reception.noteWrongCode(from: address)
                return leave(because: .roomUnknown)
            }
            knock(at: room, with: request, attempt: attempt)
        } catch {
            leave(because: error == .stopping ? .restart : .notSaved)
        }
    }

    private func knock(
        at room: LiveRoom<RoomChannel>,
        with request: JoinRequest,
        attempt: Int
    ) {
        let visitor = Visitor(session: self, client: request.client)
        room.perform { room in
            let credential = Credential(request.credential, in: room.durable.design.language)
            room.enter(visitor, with: credential, since: request.since) { answer in
                self.perform { $0.entered(answer, room, visitor, request, attempt) }
            }
        }
    }

    private func entered(
        _ answer: EntryAnswer,
        _ room: LiveRoom<RoomChannel>,
        _ visitor: Visitor,
        _ request: JoinRequest,
        _ attempt: Int
    ) {
        switch answer {
        case .admitted(let sender):
            settle(in: room, as: visitor, sender)
        case .wrongSecret:
            reception.noteWrongCode(from: address)
            leave(because: .wrongSecret)
        case .refused(.roomFull):
            leave(because: .roomFull)
        case .refused(.roomEnded):
            leave(because: .roomEnded)
        case .refused:
            leave(because: .invalidJoin)
        case .notHere where attempt < Self.searches:
            Task { await find(request, attempt: attempt + 1) }
        case .notHere:
            leave(because: .restart)
        }
    }
}

extension Credential {
    /// What the request proves; people who give no name get a pseudonym in the room's language.
    fileprivate init(
        _ credential: JoinRequest.Credential,
        in language: RoomDesign.Language
    ) {
        switch credential {
        case .facilitator(let secret): self = .facilitator(SecretDigest(of: secret.bytes))
        case .display(let secret): self = .display(SecretDigest(of: secret.bytes))
        case .guest(let secret): self = .guest(SecretDigest(of: secret.bytes))
        case .seat(let token, let name, let organisation, let college):
            let digest = SecretDigest(of: token.bytes)
            let given = name?.trimmingSpaces ?? ""
            self = .seat(
                Seat(
                    id: digest.seat,
                    token: digest,
                    name: given.isEmpty ? Pseudonym.name(of: digest.seat, in: language) : given,
                    organisation: organisation,
                    college: college
                )
            )
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
