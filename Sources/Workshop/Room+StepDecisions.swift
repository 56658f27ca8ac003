extension Room {
    /// Decides what moves the session on: a facilitator's.
    func decideStep(_ command: RoomCommand, by sender: Sender) throws(Refusal) -> [RoomEvent] {
        try requireFacilitator(sender)
        switch command {
        case .open:
            try requireNotEnded()
            return phase == .open ? [] : [.opened]
        case .end(let moment):
            guard phase < .ended else { return [] }
            return agenda.filter(isTaking).map { .closed($0) } + [.ended(at: moment)]
        case .launch(let id):
            return try decideLaunch(of: id)
        case .reveal(let id):
            return try decideReveal(of: id)
        case .close(let id):
            return try decideClose(of: id)
        case .focus(let id):
            if let id, !isLaunched(id) { throw .unknownActivity }
            return focus == id ? [] : [.focused(id)]
        case .show(let screen):
            if case .activity(let id) = screen, !isLaunched(id) { throw .unknownActivity }
            return self.screen == screen ? [] : [.screenSet(screen)]
        case .addActivity, .editActivity, .removeActivity, .moveActivity, .castBallot,
            .withdrawBallot, .postNote, .editNote, .withdrawNote, .hideNote, .restoreNote:
            preconditionFailure("Not a command that moves the session on")
        }
    }

    private func decideLaunch(of id: Activity.ID) throws(Refusal) -> [RoomEvent] {
        try requireOpen()
        guard agenda.contains(id) else { throw .unknownActivity }
        guard isLaunched(id) else { return [.launched(id)] }
        // Launched before: what remains of the wish is that everybody be brought to it.
        return focus == id ? [] : [.focused(id)]
    }

    private func decideReveal(of id: Activity.ID) throws(Refusal) -> [RoomEvent] {
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

    private func decideClose(of id: Activity.ID) throws(Refusal) -> [RoomEvent] {
        if let poll = polls[id] {
            switch poll.phase {
            case .draft: throw .pollNotOpen
            case .open: return [.closed(id)]
            case .closed, .revealed: return []
            }
        }
        switch try wall(id).phase {
        case .draft: throw .wallNotOpen
        case .silent, .open: return [.closed(id)]
        case .closed: return []
        }
    }
}
