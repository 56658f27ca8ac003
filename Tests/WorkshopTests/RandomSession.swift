import Workshop

/// A generator of numbers that are the same for the same seed, everywhere and for ever.
///
/// Steele, Lea, Flood: *Fast splittable pseudorandom number generators*, OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A session in which people send whatever comes to mind, sensible or not; the same for a seed.
///
/// Few seats, activities and notes, so that commands meet one another often.
struct RandomSession {
    private(set) var stage: Stage
    /// Every event since the creation of the room, the creation included.
    private(set) var log: [RoomEvent] = [Stage.created]
    private var chance: SplitMix

    init(seed: UInt64) {
        chance = SplitMix(seed: seed)
        stage = Stage()
        // Nearly every session opens: a lobby refuses most of what could be interesting.
        if number(20) > 0 { act(.open, by: .facilitator) }
        for _ in 0..<number(7) { _ = join() }
    }

    var room: Room { stage.room }

    /// What one step did: who asked for what, and what came of it.
    struct Step {
        let command: RoomCommand?
        let sender: Sender
        let events: [RoomEvent]
    }

    /// Does one thing; `nil` when the room refused it.
    mutating func step() -> Step? {
        if number(16) == 0 { return join() }
        let sender = nextSender()
        return act(nextCommand(of: sender), by: sender)
    }

    @discardableResult
    private mutating func act(_ command: RoomCommand, by sender: Sender) -> Step? {
        guard let events = try? stage.send(command, by: sender) else { return nil }
        log += events
        return Step(command: command, sender: sender, events: events)
    }

    private mutating func join() -> Step? {
        let seat = Stage.seat(number(6), name: "Personne \(number(3))")
        guard let events = try? stage.join(seat) else { return nil }
        log += events
        return Step(command: nil, sender: .participant(seat.id), events: events)
    }
}

// MARK: - Chance

extension RandomSession {
    private mutating func number(_ limit: Int) -> Int {
        Int(chance.next() % UInt64(limit))
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(values.count)]
    }

    private mutating func nextSender() -> Sender {
        switch number(20) {
        case 0: .guest
        case 1: .display
        case 2..<9: .facilitator
        case _: .participant(Stage.id(number(6)))
        }
    }

    private mutating func nextActivity() -> Activity.ID {
        Activity.ID(rawValue: UInt64(number(5)))
    }

    private mutating func nextNote() -> Note.ID {
        Stage.note(number(8))
    }

    /// A note that stands on a wall, when there is one, else any.
    private mutating func nextTarget() -> (note: Note.ID, wall: Activity.ID) {
        let notes = room.agenda.flatMap { wall in
            (room.walls[wall]?.notes.keys.sorted() ?? []).map { ($0, wall) }
        }
        return notes.isEmpty || number(8) == 0 ? (nextNote(), nextActivity()) : pick(notes)
    }

    private mutating func nextDesign() -> Activity.Design {
        let identity = pick([Identity.anonymous, .named])
        if number(2) == 0 {
            return .wall(
                Stage.wallDesign(
                    sections: 1 + number(2),
                    writing: pick([.silent, .shared]),
                    identity: identity,
                    notesPerSeat: 1 + number(4)
                )
            )
        }
        return .poll(
            Stage.pollDesign(
                options: 2 + number(3),
                choices: 1...(1 + number(2)),
                abstention: pick([.offered, .notOffered]),
                results: pick([.live, .onClose, .onReveal]),
                identity: identity
            )
        )
    }

    private mutating func nextCommand(of sender: Sender) -> RoomCommand {
        switch sender {
        case .facilitator, .display, .guest: nextStep()
        case .participant(let seat): nextAnswer(of: Int(seat.rawValue))
        }
    }

    private mutating func nextStep() -> RoomCommand {
        let id = nextActivity()
        switch number(400) / 10 {
        case 0 where number(4) == 0: return .end(at: Moment(milliseconds: Int64(number(9))))
        case 0, 1: return .open
        case 2..<10: return .addActivity(nextDesign(), id: id, at: pick([nil, 0, 2, -1, 99]))
        case 10..<13: return .editActivity(nextDesign(), id: id)
        case 13: return .removeActivity(id)
        case 14..<16: return .moveActivity(id, to: number(6) - 1)
        case 16..<24: return .launch(id)
        case 24..<27: return .close(id)
        case 27..<30: return .reveal(id)
        case 30..<32: return .focus(pick([nil, id]))
        case 32..<34: return .show(pick([.follow, .welcome, .activity(id)]))
        case 34..<38:
            let (note, wall) = nextTarget()
            return .hideNote(note, on: wall, reason: pick(["", "hors sujet"]))
        case _:
            let (note, wall) = nextTarget()
            return .restoreNote(note, on: wall, reason: "revu")
        }
    }

    private mutating func nextAnswer(of seat: Int) -> RoomCommand {
        let id = nextActivity()
        let author = stage.key(of: seat, in: id)
        let text = pick(["", "un", "deux", "trois"])
        switch number(24) {
        case 0..<8:
            let ballot: Ballot = pick([.abstention, .of(0), .of(1), .of(0, 1), .of(3), .of()])
            return .castBallot(ballot, in: id, by: author)
        case 8..<10: return .withdrawBallot(in: id, by: author)
        case 10..<16:
            return .postNote(nextNote(), on: id, section: number(3), text: text, by: author)
        case 16..<21:
            let (note, wall) = nextTarget()
            let author = stage.key(of: seat, in: wall)
            return .editNote(note, on: wall, section: number(2), text: text, by: author)
        case 21..<23:
            let (note, wall) = nextTarget()
            return .withdrawNote(note, on: wall, by: stage.key(of: seat, in: wall))
        case _: return .open
        }
    }
}
