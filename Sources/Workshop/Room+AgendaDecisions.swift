extension Room {
    /// Decides what changes the agenda: a facilitator's, until the room has ended.
    func decideAgenda(_ command: RoomCommand, by sender: Sender) throws(Refusal) -> [RoomEvent] {
        try requireFacilitator(sender)
        try requireNotEnded()
        switch command {
        case .addActivity(let design, let id, let index):
            return try decideAddition(design, id: id, at: index)
        case .editActivity(let design, let id):
            return try decideEdit(design, id: id)
        case .removeActivity(let id):
            guard agenda.contains(id) else { return [] }
            guard !isLaunched(id) else { throw .notADraft }
            return [.activityRemoved(id)] + (screen == .activity(id) ? [.screenSet(.follow)] : [])
        case .moveActivity(let id, let index):
            guard let from = agenda.firstIndex(of: id) else { throw .unknownActivity }
            let index = min(max(index, 0), agenda.count - 1)
            return from == index ? [] : [.activityMoved(id, to: index)]
        case .open, .end, .launch, .reveal, .close, .focus, .show, .castBallot, .withdrawBallot,
            .postNote, .editNote, .withdrawNote, .hideNote, .restoreNote:
            preconditionFailure("Not a command about the agenda")
        }
    }

    private func decideAddition(
        _ design: Activity.Design,
        id: Activity.ID,
        at index: Int?
    ) throws(Refusal) -> [RoomEvent] {
        if let known = self.design(of: id) {
            guard known == design else { throw .activityExists }
            return []
        }
        guard agenda.count < Limits.activities else { throw .tooManyActivities }
        let index = min(max(index ?? agenda.count, 0), agenda.count)
        return [.activityAdded(design, id: id, at: index)]
    }

    private func decideEdit(
        _ design: Activity.Design,
        id: Activity.ID
    ) throws(Refusal) -> [RoomEvent] {
        guard let known = self.design(of: id) else { throw .unknownActivity }
        guard known != design else { return [] }
        guard !isLaunched(id) else { throw .notADraft }
        switch (known, design) {
        case (.poll, .poll), (.wall, .wall): return [.activityEdited(design, id: id)]
        case (.poll, .wall), (.wall, .poll): throw .unknownActivity
        }
    }

    /// How the facilitator wrote the activity `id`; `nil` when there is none.
    package func design(of id: Activity.ID) -> Activity.Design? {
        if let poll = polls[id] { return .poll(poll.design) }
        if let wall = walls[id] { return .wall(wall.design) }
        return nil
    }
}
