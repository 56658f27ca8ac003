extension Room {
    /// Answers `command` with the events it causes, without changing the room.
    ///
    /// - Returns: The events to record and then ``apply(_:)``, in order; empty when the command
    ///   asks for what is already so, which makes a repeated command harmless (P18).
    /// - Throws: ``Refusal`` when the room refuses; rules in section 5 of `Docs/Protocol.md`.
    package func decide(
        _ command: RoomCommand,
        by sender: Sender
    ) throws(Refusal) -> [RoomEvent] {
        switch command {
        case .castBallot, .withdrawBallot:
            try decideBallot(command, by: sender)
        case .postNote, .editNote, .withdrawNote:
            try decideNote(command, by: sender)
        case .hideNote(let id, let wall, let reason):
            try decideModeration(.hide, of: id, on: wall, because: reason, by: sender)
        case .restoreNote(let id, let wall, let reason):
            try decideModeration(.restore, of: id, on: wall, because: reason, by: sender)
        case .open, .end, .launch, .reveal, .close, .focus, .show:
            try decideStep(command, by: sender)
        case .addActivity, .editActivity, .removeActivity, .moveActivity:
            try decideAgenda(command, by: sender)
        }
    }

    /// Answers somebody who wants a seat.
    ///
    /// - Returns: Nothing when the seat exists: a join sent twice makes one seat (P5).
    /// - Throws: ``Refusal/invalidJoin``, ``Refusal/roomEnded`` or ``Refusal/roomFull``.
    package func decideJoin(_ seat: Seat) throws(Refusal) -> [RoomEvent] {
        if let known = seats[seat.id] {
            guard known.token == seat.token else { throw .invalidJoin }
            return []
        }
        guard phase < .ended else { throw .roomEnded }
        guard
            Text.fits(seat.name, within: Limits.nameCharacters),
            seat.organisation.map(design.organisations.indices.contains) ?? true,
            seat.college.map(design.colleges.indices.contains) ?? true
        else { throw .invalidJoin }
        guard seats.count < Limits.seats else { throw .roomFull }
        return [.seatTaken(seat)]
    }
}

// MARK: - What the decisions share

extension Room {
    func requireFacilitator(_ sender: Sender) throws(Refusal) {
        switch sender {
        case .facilitator: return
        case .participant, .display, .guest: throw .notAllowed
        }
    }

    /// Refuses whoever has no seat: displays and guests read only, facilitators take a seat first.
    func requireSeat(_ sender: Sender) throws(Refusal) {
        switch sender {
        case .participant(let id):
            guard seats[id] != nil else { throw .notAllowed }
        case .facilitator, .display, .guest: throw .notAllowed
        }
    }

    func requireOpen() throws(Refusal) {
        switch phase {
        case .lobby: throw .roomNotOpen
        case .open: return
        case .ended: throw .roomEnded
        }
    }

    func requireNotEnded() throws(Refusal) {
        guard phase < .ended else { throw .roomEnded }
    }

    func poll(_ id: Activity.ID) throws(Refusal) -> Poll {
        guard let poll = polls[id] else { throw .unknownActivity }
        return poll
    }

    func wall(_ id: Activity.ID) throws(Refusal) -> Wall {
        guard let wall = walls[id] else { throw .unknownActivity }
        return wall
    }
}
