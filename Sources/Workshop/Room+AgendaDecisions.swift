/// What changes the agenda: a facilitator's, until the room has ended.
extension Room {
    func decideAddition(
        _ design: Activity.Design,
        id: Activity.ID,
        at index: Int?
    ) throws(Refusal) -> [RoomEvent] {
        try requireNotEnded()
        if let known = self.design(of: id) {
            guard known == design else { throw .activityExists }
            return []
        }
        guard agenda.count < Limits.activities else { throw .tooManyActivities }
        try checkRound(of: design, as: id)
        let index = min(max(index ?? agenda.count, 0), agenda.count)
        return [.activityAdded(design, id: id, at: index)]
    }

    /// The round before is another poll of this room, already launched.
    private func checkRound(of design: Activity.Design, as id: Activity.ID) throws(Refusal) {
        guard case .poll(let design) = design, let previous = design.follows else { return }
        guard previous != id, polls[previous] != nil, isLaunched(previous) else {
            throw .unknownActivity
        }
    }

    func decideEdit(
        _ design: Activity.Design,
        id: Activity.ID
    ) throws(Refusal) -> [RoomEvent] {
        try requireNotEnded()
        guard let known = self.design(of: id) else { throw .unknownActivity }
        guard known != design else { return [] }
        switch (known, design) {
        case (.poll, .poll(let design)):
            try checkRound(of: .poll(design), as: id)
            try checkIsEditable(polls[id]!, as: design)
        case (.wall, .wall):
            guard !isLaunched(id) else { throw .notADraft }
        case (.poll, .wall), (.wall, .poll):
            throw isLaunched(id) ? .notADraft : .unknownActivity
        }
        return [.activityEdited(design, id: id)]
    }

    /// A poll can be edited until its first ballot.
    ///
    /// What is known of people never changes once it is launched: they have read it.
    private func checkIsEditable(_ poll: Poll, as design: PollDesign) throws(Refusal) {
        switch poll.phase {
        case .draft: return
        case .open:
            guard
                poll.ballots.isEmpty, poll.edition < Limits.editsAfterLaunch,
                poll.design.identity == design.identity, poll.design.follows == design.follows,
                poll.design.results == design.results,
                poll.design.conduct.breakdown == design.conduct.breakdown,
                poll.design.conduct.threshold <= design.conduct.threshold
            else { throw .notADraft }
        case .closed, .revealed: throw .notADraft
        }
    }

    func decideRemoval(of id: Activity.ID) throws(Refusal) -> [RoomEvent] {
        try requireNotEnded()
        guard agenda.contains(id) else { return [] }
        guard !isLaunched(id) else { throw .notADraft }
        return [.activityRemoved(id)] + (screen == .activity(id) ? [.screenSet(.follow)] : [])
    }

    func decideMove(of id: Activity.ID, to index: Int) throws(Refusal) -> [RoomEvent] {
        try requireNotEnded()
        guard let from = agenda.firstIndex(of: id) else { throw .unknownActivity }
        let index = min(max(index, 0), agenda.count - 1)
        return from == index ? [] : [.activityMoved(id, to: index)]
    }

    /// How the facilitator wrote the activity `id`; `nil` when there is none.
    package func design(of id: Activity.ID) -> Activity.Design? {
        if let poll = polls[id] { return .poll(poll.design) }
        if let wall = walls[id] { return .wall(wall.design) }
        return nil
    }
}
