import Workshop

/// What comes to a facilitator's or a participant's mind.
extension RandomSession {
    private mutating func nextActivity() -> Activity.ID {
        Activity.ID(rawValue: UInt64(chance.number(activities)))
    }

    /// Any poll that is open, when there is one, else anything.
    private mutating func nextPoll() -> Activity.ID {
        let open = room.agenda.filter { room.polls[$0]?.phase == .open }
        return open.isEmpty || chance.once(in: 5) ? nextActivity() : chance.pick(open)
    }

    /// A poll that was launched and that nobody has answered, when there is one, else anything.
    private mutating func nextEditable() -> Activity.ID {
        let fresh = room.agenda.filter { id in
            room.polls[id].map { $0.phase == .open && $0.ballots.isEmpty } ?? false
        }
        return fresh.isEmpty || chance.once(in: 3) ? nextActivity() : chance.pick(fresh)
    }

    private mutating func nextNote() -> Note.ID {
        Stage.note(chance.number(8))
    }

    /// A note that stands on a wall, when there is one, else any.
    private mutating func nextTarget() -> (note: Note.ID, wall: Activity.ID) {
        let notes = room.agenda.flatMap { wall in
            (room.walls[wall]?.notes.keys.sorted() ?? []).map { ($0, wall) }
        }
        return notes.isEmpty || chance.once(in: 8)
            ? (nextNote(), nextActivity()) : chance.pick(notes)
    }

    /// A text that stands on a ballot, when there is one, else any.
    private mutating func nextEntry() -> (entry: Note.ID, poll: Activity.ID) {
        let entries = room.agenda.flatMap { poll in
            (room.polls[poll]?.entryAuthors.keys.sorted() ?? []).map { ($0, poll) }
        }
        return entries.isEmpty || chance.once(in: 8)
            ? (nextNote(), nextActivity()) : chance.pick(entries)
    }

    private mutating func nextMoment() -> Moment {
        Moment(milliseconds: Int64(chance.number(9)) * 20_000)
    }

    mutating func nextStep() -> RoomCommand {
        let id = nextActivity()
        switch chance.number(56) {
        case 0 where chance.once(in: 4):
            let rolls = room.agenda.map { ($0, roll(of: $0)) }
            return .end(at: nextMoment(), rolls: Dictionary(uniqueKeysWithValues: rolls))
        case 0, 1: return .open
        case 2..<11:
            return .addActivity(nextDesign(), id: id, at: chance.pick([nil, 0, 2, -1, 99]))
        case 11..<15:
            let id = nextEditable()
            return .editActivity(nextEdit(of: id), id: id)
        case 15: return .removeActivity(id)
        case 16..<18: return .moveActivity(id, to: chance.number(6) - 1)
        case 18..<26: return .launch(id, at: chance.pick([nil, nextMoment()]))
        case 26..<28: return .close(id, roll: roll(of: id))
        case 28..<31: return .reveal(id)
        case 31..<33: return .focus(chance.pick([nil, id]))
        case 33..<35: return .show(chance.pick([.follow, .welcome, .activity(id)]))
        case 35..<46: return nextDeed(in: nextPoll())
        case 46..<51:
            let (note, wall) = nextTarget()
            return .hideNote(note, on: wall, reason: chance.pick(["", "hors sujet"]))
        case _:
            let (note, wall) = nextTarget()
            return .restoreNote(note, on: wall, reason: "revu")
        }
    }

    /// What a facilitator does with a poll that people answer.
    private mutating func nextDeed(in id: Activity.ID) -> RoomCommand {
        switch chance.number(11) {
        case 0, 1:
            let end: Moment? = chance.pick([nil, nextMoment()])
            return .setTimer(until: end, for: id, at: nextMoment())
        case 2, 3:
            let seat = Stage.id(chance.number(people))
            return .extendTime(seat, until: nextMoment(), for: id, at: nextMoment())
        case 4, 5:
            let lines = room.polls[id]?.design.form.lineCount ?? 2
            let count = chance.once(in: 8) ? lines : lines + 1
            let hands = (0..<count).map { $0 == lines ? 0 : chance.number(4) }
            return .declareHands(chance.pick([hands, hands.map { _ in 0 }]), in: id)
        case 6, 7:
            let (entry, poll) = nextEntry()
            return .hideEntry(entry, in: poll, reason: chance.pick(["", "hors sujet"]))
        case 8:
            let (entry, poll) = nextEntry()
            return .restoreEntry(entry, in: poll, reason: "revu")
        case _:
            let wall = room.agenda.first { room.walls[$0] != nil } ?? nextActivity()
            return .bringProposals(from: nextEntry().poll, to: wall, section: chance.number(3))
        }
    }

    mutating func nextAnswer(of seat: Int) -> RoomCommand {
        let id = nextActivity()
        let author = stage.key(of: seat, in: id)
        let text = chance.pick(["", "un", "deux", "trois"])
        switch chance.number(28) {
        case 0..<12: return nextBallot(of: seat, in: nextPoll())
        case 12..<14: return .withdrawBallot(in: id, by: author)
        case 14..<20:
            let (section, wall) = (chance.number(3), nextTarget().wall)
            let id = chance.pick([id, wall])
            let author = stage.key(of: seat, in: id)
            return .postNote(nextNote(), on: id, section: section, text: text, by: author)
        case 20..<25:
            let (note, wall) = nextTarget()
            let author = stage.key(of: seat, in: wall)
            return .editNote(note, on: wall, section: chance.number(2), text: text, by: author)
        case 25..<27:
            let (note, wall) = nextTarget()
            return .withdrawNote(note, on: wall, by: stage.key(of: seat, in: wall))
        case _: return .open
        }
    }
}

// MARK: - Designs

extension RandomSession {
    private mutating func nextDesign() -> Activity.Design {
        let identity = chance.pick([Identity.anonymous, .named])
        if chance.once(in: 3) {
            return .wall(
                Stage.wallDesign(
                    sections: 1 + chance.number(2),
                    writing: chance.pick([.silent, .shared]),
                    identity: identity,
                    notesPerSeat: 1 + chance.number(4)
                )
            )
        }
        return .poll(nextPollDesign(identity))
    }

    private mutating func nextPollDesign(_ identity: Identity) -> PollDesign {
        let launched = room.agenda.filter { room.polls[$0] != nil && room.isLaunched($0) }
        let previous =
            launched.isEmpty || chance.once(in: 2)
            ? chance.pick([nil, nil, nextActivity()]) : chance.pick(launched)
        let known = previous.flatMap { room.polls[$0]?.design }
        let form = chance.once(in: 4) ? nextForm() : known?.form ?? nextForm()
        var conduct = PollDesign.Conduct()
        conduct.seconds = chance.pick([nil, 30])
        conduct.quorumPercent = chance.pick([nil, 50])
        conduct.breakdown = form.lineCount.flatMap { _ in
            chance.pick([nil, .college, .organisation])
        }
        conduct.threshold = chance.pick([5, 5, 6])
        return try! PollDesign(
            question: "Où en êtes-vous ?",
            form: form,
            abstention: known?.abstention ?? chance.pick([.offered, .notOffered]),
            results: chance.pick([.live, .onClose, .onReveal]),
            identity: identity,
            follows: previous,
            conduct: conduct
        )
    }

    /// Another design, or the one there is with other words: the second may pass after the launch.
    private mutating func nextEdit(of id: Activity.ID) -> Activity.Design {
        guard let known = room.polls[id]?.design, !chance.once(in: 4) else { return nextDesign() }
        return .poll(
            try! PollDesign(
                question: "Où en êtes-vous, \(chance.number(3)) ?",
                form: known.conduct.breakdown == nil ? nextForm() : known.form,
                abstention: known.abstention,
                results: known.results,
                identity: known.identity,
                follows: known.follows,
                conduct: known.conduct
            )
        )
    }
}
