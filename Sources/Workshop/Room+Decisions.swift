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
        case .castBallot, .withdrawBallot, .postNote, .editNote, .withdrawNote:
            try requireSeat(sender)
        case .open, .end, .addActivity, .editActivity, .removeActivity, .moveActivity, .launch,
            .reveal, .close, .focus, .show, .setTimer, .extendTime, .declareHands, .hideEntry,
            .restoreEntry, .bringProposals, .hideNote, .restoreNote:
            try requireFacilitator(sender)
        }
        return try decide(command)
    }

    private func decide(_ command: RoomCommand) throws(Refusal) -> [RoomEvent] {
        switch command {
        case .open: try decideOpening()
        case .end(let moment, let rolls): decideEnd(at: moment, rolls)
        case .addActivity(let design, let id, let index):
            try decideAddition(design, id: id, at: index)
        case .editActivity(let design, let id): try decideEdit(design, id: id)
        case .removeActivity(let id): try decideRemoval(of: id)
        case .moveActivity(let id, let index): try decideMove(of: id, to: index)
        case .launch(let id, let moment): try decideLaunch(of: id, at: moment)
        case .reveal(let id): try decideReveal(of: id)
        case .close(let id, let roll): try decideClose(of: id, roll)
        case .focus(let id): try decideFocus(on: id)
        case .show(let screen): try decideScreen(screen)
        case .setTimer(let end, let id, let now): try decideTimer(until: end, for: id, at: now)
        case .extendTime(let seat, let end, let id, let now):
            try decideExtension(of: seat, until: end, for: id, at: now)
        case .declareHands(let hands, let id): try decideHands(hands, in: id)
        case .castBallot(let ballot, let id, let author, let line, let edition):
            try decideBallot(ballot, in: id, by: author, earlier: line, edition: edition)
        case .withdrawBallot(let id, let author): try decideWithdrawal(in: id, by: author)
        case .hideEntry(let id, let poll, let reason):
            try decideModeration(.hide, ofEntry: id, in: poll, because: reason)
        case .restoreEntry(let id, let poll, let reason):
            try decideModeration(.restore, ofEntry: id, in: poll, because: reason)
        case .bringProposals(let poll, let wall, let section):
            try decideProposals(of: poll, to: wall, section: section)
        case .postNote(let id, let wall, let section, let text, let author):
            try decidePost(id, on: wall, section: section, text: text, by: author)
        case .editNote(let id, let wall, let section, let text, let author):
            try decideRewriting(id, on: wall, section: section, text: text, by: author)
        case .withdrawNote(let id, let wall, let author):
            try decideWithdrawal(of: id, on: wall, by: author)
        case .hideNote(let id, let wall, let reason):
            try decideModeration(.hide, ofNote: id, on: wall, because: reason)
        case .restoreNote(let id, let wall, let reason):
            try decideModeration(.restore, ofNote: id, on: wall, because: reason)
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
    private func requireFacilitator(_ sender: Sender) throws(Refusal) {
        switch sender {
        case .facilitator: return
        case .participant, .display, .guest: throw .notAllowed
        }
    }

    /// Refuses whoever has no seat: displays and guests read only, facilitators take a seat first.
    private func requireSeat(_ sender: Sender) throws(Refusal) {
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
