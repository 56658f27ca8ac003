/// What a seat answers in a poll, and what a facilitator does with the answers.
extension Room {
    func decideBallot(
        _ ballot: Ballot,
        in id: Activity.ID,
        by author: AuthorKey,
        earlier line: Int?,
        edition: Int
    ) throws(Refusal) -> [RoomEvent] {
        let poll = try poll(id)
        let line = earlierLine(line, in: poll)
        if poll.ballots[author] == ballot,
            poll.phase > .open || poll.earlierLines[author] == line
        {
            return []
        }
        try requireOpen()
        try poll.checkIsOpen()
        guard edition == poll.edition else { throw .pollChanged }
        try poll.check(ballot, by: author)
        return [.ballotCast(ballot, in: id, by: author, earlier: line)]
    }

    /// What a person says to have answered before, where it can be compared; never a reason to
    /// refuse a ballot.
    private func earlierLine(_ line: Int?, in poll: Poll) -> Int? {
        guard
            let line, let previous = poll.design.follows.flatMap({ polls[$0] }),
            previous.design.hasSameLines(as: poll.design),
            let lines = poll.design.form.lineCount, (0...lines).contains(line)
        else { return nil }
        return line
    }

    func decideWithdrawal(
        in id: Activity.ID,
        by author: AuthorKey
    ) throws(Refusal) -> [RoomEvent] {
        let poll = try poll(id)
        let hasBallot = poll.ballots[author] != nil
        // Also a late copy whose first answer was lost. Once an anonymous poll is closed nobody
        // can tell whether a ballot is left to take back, and saying "done" would be a guess.
        if poll.phase > .open, poll.design.identity == .named, !hasBallot { return [] }
        try requireOpen()
        try poll.checkIsOpen()
        return hasBallot ? [.ballotWithdrawn(in: id, by: author)] : []
    }

    /// Hands may be counted until the room has ended, also after the close.
    func decideHands(_ hands: [Int], in id: Activity.ID) throws(Refusal) -> [RoomEvent] {
        let poll = try poll(id)
        try requireOpen()
        guard poll.phase > .draft else { throw .pollNotOpen }
        guard
            let lines = poll.design.form.lineCount, hands.count == lines + 1,
            hands.allSatisfy(Limits.declaredHands.contains),
            poll.design.abstention == .offered || hands[lines] == 0
        else { throw .invalidHands }
        let known = poll.declaredHands ?? .zeroes(hands.count)
        return known == hands ? [] : [.handsDeclared(hands, in: id)]
    }

    /// Decides which proposals become notes: those of the objections, in the order of their ids,
    /// that are not hidden and not on the wall already.
    func decideProposals(
        of pollID: Activity.ID,
        to wallID: Activity.ID,
        section: Int
    ) throws(Refusal) -> [RoomEvent] {
        try requireOpen()
        let (poll, wall) = (try poll(pollID), try wall(wallID))
        guard poll.resultsAreDue else { throw .notDue }
        guard wall.phase > .draft else { throw .wallNotOpen }
        guard wall.design.sections.indices.contains(section) else { throw .unknownSection }
        let proposals = poll.entryAuthors.keys.sorted().filter { id in
            poll.consent(of: id) == .object && poll.hiddenEntries[id] == nil
                && wall.notes[id] == nil && !wall.withdrawn.contains(id)
        }
        guard !proposals.isEmpty else { return [] }
        try wall.checkIsOpen()
        try wall.checkHasRoom(for: proposals.count)
        return proposals.enumerated().map { index, id in
            let place =
                wall.placeForNewNote == Note.unplaced
                ? Note.unplaced : wall.placeForNewNote + index
            let note = Note(
                id: id,
                author: .poll(pollID),
                section: section,
                text: poll.entry(id)!.text,
                place: place
            )
            return .notePosted(note, on: wallID)
        }
    }
}
