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
            // Also a copy whose first answer was lost, however late: nothing is left to take back.
            if poll.phase > .draft, poll.ballots[author] == nil { return [] }
            try requireOpen()
            try poll.checkIsOpen()
            return [.ballotWithdrawn(in: id, by: author)]
        case .open, .end, .addActivity, .editActivity, .removeActivity, .moveActivity, .launch,
            .reveal, .close, .focus, .show, .postNote, .editNote, .withdrawNote, .hideNote,
            .restoreNote:
            preconditionFailure("Not a command about a ballot")
        }
    }
}
