package import Workshop

/// What a visitor shows at the door.
package enum Credential: Hashable, Sendable {
    case seat(Seat)
    case facilitator(SecretDigest)
    case display(SecretDigest)
    case guest(SecretDigest)
}

/// What the door answers.
package enum EntryAnswer: Hashable, Sendable {
    case admitted(Sender)
    case wrongSecret
    case refused(Refusal)
    /// The room is being put away: ask again, and it will be loaded anew.
    case notHere
}

extension LiveRoom {
    /// Lets a visitor in once its seat is durable, or says why not.
    ///
    /// `answer` is called once on the room's loop, after the outlet has greeted the visitor.
    package func enter(
        _ visitor: Outlet.Visitor,
        with credential: Credential,
        since revision: Int?,
        answer: @escaping @Sendable (EntryAnswer) -> Void
    ) {
        guard isOpen else { return answer(.notHere) }
        do throws(Denial) {
            let sender = try sender(for: credential)
            whenDurable { room, outcome in
                guard case .done = outcome else { return answer(.notHere) }
                room.admit(visitor, as: sender, since: revision)
                answer(.admitted(sender))
            }
        } catch {
            answer(error.answer)
        }
    }

    /// Somebody who was admitted has gone.
    package func leave(_ visitor: Outlet.Visitor, as sender: Sender) {
        outlet.dismiss(visitor)
        if case .participant(let seat) = sender {
            presence.leave(seat)
        }
        showPresenceSoon()
    }

    private func admit(
        _ visitor: Outlet.Visitor,
        as sender: Sender,
        since revision: Int?
    ) {
        var seat: Seat?
        if case .participant(let id) = sender {
            presence.arrive(id)
            seat = durable.seats[id]
        }
        let admission = Admission(
            sender: sender,
            seat: seat,
            since: revision,
            room: durable,
            presence: presence,
            own: ownEntities(of: sender),
            today: surroundings.time.today
        )
        outlet.admit(visitor, as: admission)
        showPresenceSoon()
    }

    /// Who comes with this credential; a new seat is recorded on the way.
    private func sender(for credential: Credential) throws(Denial) -> Sender {
        switch credential {
        case .facilitator(let digest):
            guard digest == decided.keys.facilitator else { throw Denial(answer: .wrongSecret) }
            return .facilitator
        case .display(let digest):
            guard digest == decided.keys.display else { throw Denial(answer: .wrongSecret) }
            return .display
        case .guest(let digest):
            guard digest == decided.keys.guest else { throw Denial(answer: .wrongSecret) }
            return .guest
        case .seat(let seat):
            do throws(Refusal) {
                record(try decided.decideJoin(seat))
                return .participant(seat.id)
            } catch {
                throw Denial(answer: .refused(error))
            }
        }
    }
}

/// The door stays closed, with this answer.
private struct Denial: Error {
    let answer: EntryAnswer
}
