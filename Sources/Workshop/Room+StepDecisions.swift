/// What moves the session on: a facilitator's.
extension Room {
    func decideOpening() throws(Refusal) -> [RoomEvent] {
        try requireNotEnded()
        return phase == .open ? [] : [.opened]
    }

    func decideEnd(at moment: Moment, _ rolls: [Activity.ID: Roll]) -> [RoomEvent] {
        guard phase < .ended else { return [] }
        return agenda.filter(isTaking).flatMap { closing($0, rolls[$0] ?? [:]) }
            + [.ended(at: moment)]
    }

    func decideFocus(on id: Activity.ID?) throws(Refusal) -> [RoomEvent] {
        if let id, !isLaunched(id) { throw .unknownActivity }
        return focus == id ? [] : [.focused(id)]
    }

    func decideScreen(_ screen: Screen) throws(Refusal) -> [RoomEvent] {
        if case .activity(let id) = screen, !isLaunched(id) { throw .unknownActivity }
        return self.screen == screen ? [] : [.screenSet(screen)]
    }

    func decideLaunch(of id: Activity.ID, at moment: Moment?) throws(Refusal) -> [RoomEvent] {
        try requireOpen()
        guard agenda.contains(id) else { throw .unknownActivity }
        // Launched before: what remains of the wish is that everybody be brought to it.
        guard !isLaunched(id) else { return focus == id ? [] : [.focused(id)] }
        guard let moment, let seconds = polls[id]?.design.conduct.seconds else {
            return [.launched(id)]
        }
        return [.launched(id), .timerSet(until: moment.adding(seconds: seconds), for: id)]
    }

    func decideReveal(of id: Activity.ID) throws(Refusal) -> [RoomEvent] {
        if let poll = polls[id] {
            switch poll.phase {
            case .draft: throw .pollNotOpen
            case .open: throw .notClosed
            case .closed: return [.revealed(id)]
            case .revealed: return []
            }
        }
        switch try wall(id).phase {
        case .draft: throw .wallNotOpen
        case .silent: return [.revealed(id)]
        case .open, .closed: return []
        }
    }

    func decideClose(of id: Activity.ID, _ roll: Roll) throws(Refusal) -> [RoomEvent] {
        if let poll = polls[id] {
            switch poll.phase {
            case .draft: throw .pollNotOpen
            case .open: return closing(id, roll)
            case .closed, .revealed: return []
            }
        }
        switch try wall(id).phase {
        case .draft: throw .wallNotOpen
        case .silent, .open: return closing(id, roll)
        case .closed: return []
        }
    }

    /// The close, and what has to be worked out in the same moment because it never can be again.
    private func closing(_ id: Activity.ID, _ roll: Roll) -> [RoomEvent] {
        guard let poll = polls[id] else { return [.closed(id)] }
        let previous = poll.design.follows.flatMap { polls[$0] }
        let tables = poll.tables(of: seats, in: design, roll: roll, after: previous)
        return tables.isEmpty ? [.closed(id)] : [.tablesCounted(tables, in: id), .closed(id)]
    }
}

// MARK: - Time

extension Room {
    func decideTimer(
        until end: Moment?,
        for id: Activity.ID,
        at now: Moment
    ) throws(Refusal) -> [RoomEvent] {
        try requireOpen()
        guard isTaking(id) else { throw .unknownActivity }
        if let end { try check(end, at: now) }
        return timers[id]?.end == end ? [] : [.timerSet(until: end, for: id)]
    }

    func decideExtension(
        of seat: Seat.ID,
        until end: Moment,
        for id: Activity.ID,
        at now: Moment
    ) throws(Refusal) -> [RoomEvent] {
        try requireOpen()
        guard isTaking(id) else { throw .unknownActivity }
        guard seats[seat] != nil else { throw .unknownSeat }
        guard let timer = timers[id] else { throw .invalidTimer }
        try check(end, at: now)
        return timer.ends[seat] == end ? [] : [.timeExtended(seat, until: end, for: id)]
    }

    /// Refuses what lies further ahead than a timer can, or behind by more than clocks differ.
    private func check(_ end: Moment, at now: Moment) throws(Refusal) {
        // A client may name any number, also one too far away to subtract.
        let (ahead, isBeyond) = end.milliseconds.subtractingReportingOverflow(now.milliseconds)
        let most = Int64(Limits.timerSeconds.upperBound) * 1_000
        guard !isBeyond, (-60_000...most).contains(ahead) else { throw .invalidTimer }
    }
}
