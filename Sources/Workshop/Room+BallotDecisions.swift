extension Room {
    /// Decides what a seat answers in a poll.
    func decideBallot(_ command: RoomCommand, by sender: Sender) throws(Refusal) -> [RoomEvent] {
        try requireSeat(sender)
        switch command {
        case .castBallot(let ballot, let id, let author):
            let poll = try poll(id)
            if poll.ballots[author] == ballot { return [] }
            try requireOpen()
            try poll.checkIsOpen()
            try poll.check(ballot)
            return [.ballotCast(ballot, in: id, by: author)]
        case .withdrawBallot(let id, let author):
            let poll = try poll(id)
            let hasBallot = poll.ballots[author] != nil
            // Also a late copy whose first answer was lost. Once an anonymous poll is closed nobody
            // can tell whether a ballot is left to take back, and saying "done" would be a guess.
            if poll.phase > .open, poll.design.identity == .named, !hasBallot { return [] }
            try requireOpen()
            try poll.checkIsOpen()
            return hasBallot ? [.ballotWithdrawn(in: id, by: author)] : []
        case .open, .end, .addActivity, .editActivity, .removeActivity, .moveActivity, .launch,
            .reveal, .close, .focus, .show, .postNote, .editNote, .withdrawNote, .hideNote,
            .restoreNote:
            preconditionFailure("Not a command about a ballot")
        }
    }
}
