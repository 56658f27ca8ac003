extension Poll {
    /// What can be published at the close beside the tally: the result by group, and who moved
    /// since the round before, as far as nobody can be found out.
    ///
    /// - Parameters:
    ///   - seats: The people of the room.
    ///   - room: The room, for its lists of groups.
    ///   - roll: Who is behind each anonymous key; whoever is not in it belongs to no group.
    ///   - previous: The poll of which this is the next round.
    /// - Returns: At most one table by group and one of moves.
    func tables(
        of seats: [Seat.ID: Seat],
        in room: RoomDesign,
        roll: Roll,
        after previous: Poll?
    ) -> [BreakdownTable] {
        [breakdown(of: seats, in: room, roll: roll), shifts(after: previous)].compactMap { $0 }
    }

    private func breakdown(
        of seats: [Seat.ID: Seat],
        in room: RoomDesign,
        roll: Roll
    ) -> BreakdownTable? {
        guard let grouping = design.conduct.breakdown, let lines = design.form.lineCount else {
            return nil
        }
        var raw = RawBreakdown(groups: grouping.count(in: room), lines: lines + 1)
        for (author, ballot) in ballots {
            let seat = seat(of: author, roll).flatMap { seats[$0] }
            raw.add(design.form.lines(of: ballot), to: seat.flatMap(grouping.group))
        }
        let threshold = design.conduct.threshold
        return raw.published(
            .group(grouping),
            by: Suppression(
                threshold: threshold,
                leastRemainder: threshold,
                additivity: design.form.hasOneLinePerBallot
                    ? .oneLinePerBallot : .severalLinesPerBallot,
                linesPerBallot: design.form.linesPerBallot
            )
        )
    }

    /// Nobody knows who is in a row of this table, so the remainder of a row may be small.
    private func shifts(after previous: Poll?) -> BreakdownTable? {
        guard
            let previous, previous.design.hasSameLines(as: design), !earlierLines.isEmpty,
            let lines = design.form.lineCount
        else { return nil }
        var raw = RawBreakdown(groups: lines + 1, lines: lines + 1)
        for (author, ballot) in ballots {
            raw.add(design.form.lines(of: ballot), to: earlierLines[author])
        }
        return raw.published(
            .earlierRound,
            by: Suppression(
                threshold: design.conduct.threshold,
                leastRemainder: 1,
                additivity: .oneLinePerBallot
            )
        )
    }

    private func seat(of author: AuthorKey, _ roll: Roll) -> Seat.ID? {
        switch author {
        case .seat(let id): id
        case .anonymous: roll[author]
        case .poll: nil
        }
    }
}
