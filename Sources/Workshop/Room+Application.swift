extension Room {
    /// Moves the room on by one event.
    ///
    /// Never fails: `decide` has already refused whatever must not happen. An event that does not
    /// fit means a corrupt log or a bug, and the process stops rather than guess.
    package mutating func apply(_ event: RoomEvent) {
        switch event {
        case .created:
            preconditionFailure("A room was created twice")
        case .resumed:
            break
        case .opened:
            phase = .open
        case .ended(let moment):
            phase = .ended
            ended = moment
        case .seatTaken(let seat):
            precondition(seats.updateValue(seat, forKey: seat.id) == nil, "A seat was taken twice")
        case .activityAdded(let design, let id, let index):
            add(design, as: id, at: index)
        case .activityEdited(let design, let id):
            redesign(id, as: design)
        case .activityRemoved(let id):
            agenda.removeAll { $0 == id }
            polls[id] = nil
            walls[id] = nil
        case .activityMoved(let id, let index):
            agenda.removeAll { $0 == id }
            agenda.insert(id, at: index)
        case .launched(let id):
            launch(id)
        case .revealed(let id):
            polls[id]?.advance(to: .revealed)
            walls[id]?.advance(to: .open)
        case .closed(let id):
            polls[id]?.advance(to: .closed)
            walls[id]?.advance(to: .closed)
            timers[id] = nil
        case .focused(let id):
            focus = id
        case .screenSet(let screen):
            self.screen = screen
        case .timerSet(let end, let id):
            setTimer(until: end, for: id)
        case .timeExtended(let seat, let end, let id):
            timers[id]!.ends[seat] = end
        case .ballotCast, .ballotWithdrawn, .handsDeclared, .tablesCounted, .entryModerated:
            count(event)
        case .notePosted, .noteEdited, .noteWithdrawn, .noteModerated:
            write(event)
        }
        revision += 1
    }

    private mutating func launch(_ id: Activity.ID) {
        polls[id]?.advance(to: .open)
        if let first = walls[id]?.firstPhase { walls[id]!.advance(to: first) }
        focus = id
    }

    /// Taking a timer away takes away what single seats were given beyond it.
    private mutating func setTimer(until end: Moment?, for id: Activity.ID) {
        if let end {
            timers[id, default: ActivityTimer(end: end)].end = end
        } else {
            timers[id] = nil
        }
    }

    private mutating func add(_ design: Activity.Design, as id: Activity.ID, at index: Int) {
        agenda.insert(id, at: index)
        switch design {
        case .poll(let design): polls[id] = Poll(design, in: self.design.language)
        case .wall(let design): walls[id] = Wall(design)
        }
    }

    private mutating func redesign(_ id: Activity.ID, as design: Activity.Design) {
        switch design {
        case .poll(let design): polls[id]!.redesign(design)
        case .wall(let design): walls[id]!.redesign(design)
        }
    }

    private mutating func count(_ event: RoomEvent) {
        switch event {
        case .ballotCast(let ballot, let id, let author, let line):
            polls[id]!.record(ballot, by: author, earlier: line)
        case .ballotWithdrawn(let id, let author):
            polls[id]!.withdraw(by: author)
        case .handsDeclared(let hands, let id):
            polls[id]!.declare(hands)
        case .tablesCounted(let tables, let id):
            polls[id]!.publish(tables)
        case .entryModerated(let line, let id):
            polls[id]!.moderate(line)
        case .created, .opened, .ended, .resumed, .seatTaken, .activityAdded, .activityEdited,
            .activityRemoved, .activityMoved, .launched, .revealed, .closed, .focused, .screenSet,
            .timerSet, .timeExtended, .notePosted, .noteEdited, .noteWithdrawn, .noteModerated:
            preconditionFailure("Not an event about a ballot")
        }
    }

    private mutating func write(_ event: RoomEvent) {
        switch event {
        case .notePosted(let note, let id):
            walls[id]!.post(note)
        case .noteEdited(let note, let id, let section, let text):
            walls[id]!.edit(note, section: section, text: text)
        case .noteWithdrawn(let note, let id):
            walls[id]!.withdraw(note)
        case .noteModerated(let line, let id):
            walls[id]!.moderate(line)
        case .created, .opened, .ended, .resumed, .seatTaken, .activityAdded, .activityEdited,
            .activityRemoved, .activityMoved, .launched, .revealed, .closed, .focused, .screenSet,
            .timerSet, .timeExtended, .ballotCast, .ballotWithdrawn, .handsDeclared,
            .tablesCounted, .entryModerated:
            preconditionFailure("Not an event about a note")
        }
    }
}
