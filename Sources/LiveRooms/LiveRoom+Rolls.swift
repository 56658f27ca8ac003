import Workshop

extension LiveRoom {
    /// The command with what only this room knows, and only now: who is behind the keys of the
    /// anonymous polls that it closes.
    ///
    /// The roll is used to count groups and forgotten in the same moment; neither it nor a ballot's
    /// group is ever written.
    func withRolls(_ command: RoomCommand) -> RoomCommand {
        switch command {
        case .close(let id, _):
            .close(id, roll: roll(of: id))
        case .end(let moment, _):
            .end(
                at: moment,
                rolls: Dictionary(
                    uniqueKeysWithValues: decided.agenda.filter(decided.isTaking)
                        .map { ($0, roll(of: $0)) }
                )
            )
        case .open, .addActivity, .editActivity, .removeActivity, .moveActivity, .launch, .reveal,
            .focus, .show, .setTimer, .extendTime, .declareHands, .castBallot, .withdrawBallot,
            .hideEntry, .restoreEntry, .bringProposals, .postNote, .editNote, .withdrawNote,
            .hideNote, .restoreNote:
            command
        }
    }

    /// - Complexity: O(*seats*), a digest each; nothing for a poll that is not broken down.
    private func roll(of activity: Activity.ID) -> Roll {
        guard
            decided.isTaking(activity),
            decided.polls[activity]?.design.conduct.breakdown != nil,
            let secret = secrets[activity]
        else { return [:] }
        return Dictionary(
            decided.seats.keys.map { (secret.key(for: $0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
