import Workshop

/// A session in which people send whatever comes to mind, sensible or not; the same for a seed.
///
/// Few seats, activities and notes, so that commands meet one another often; in every tenth session
/// a crowd, so that a breakdown has something to show.
struct RandomSession {
    private(set) var stage: Stage
    /// Every event since the creation of the room, the creation included.
    private(set) var log: [RoomEvent]
    var chance: SplitMix
    let people: Int
    /// What a rush of answers has still to send.
    private var rush: [(sender: Sender, command: RoomCommand)] = []

    static let design = try! RoomDesign(
        title: "Réunion",
        language: .french,
        organisations: ["Habitat Brindille", "Logis du Méandre"],
        colleges: ["direction", "attribution", "informatique"]
    )

    init(seed: UInt64) {
        chance = SplitMix(seed: seed)
        stage = Stage(design: Self.design)
        log = [.created(Self.design, keys: Stage.keys, at: Moment(milliseconds: 0))]
        people = seed % 10 == 0 ? 90 : 6
        // Nearly every session opens: a lobby refuses most of what could be interesting.
        if chance.number(20) > 0 { act(.open, by: .facilitator) }
        for _ in 0..<(people > 6 ? 200 : chance.number(7)) { _ = join() }
    }

    var room: Room { stage.room }

    /// How many activities are talked about.
    var activities: Int { people > 6 ? 16 : 6 }

    /// How many things are worth doing.
    var steps: Int { people > 6 ? 700 : 150 }

    /// What one step did: who asked for what, and what came of it.
    struct Step {
        let command: RoomCommand?
        let sender: Sender
        let events: [RoomEvent]
    }

    /// Does one thing; `nil` when the room refused it.
    mutating func step() -> Step? {
        if let next = rush.popLast() { return act(next.command, by: next.sender) }
        if chance.once(in: 16) { return join() }
        if people > 6, chance.once(in: 6) { startRush() }
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
        let number = chance.number(people)
        let seat = Seat(
            id: Stage.id(number),
            token: SecretDigest((UInt64(number), 0, 0, 0)),
            name: "Personne \(chance.number(3))",
            organisation: chance.pick([nil, 0, 1]),
            college: chance.pick([nil, 0, 0, 1, 1, 2])
        )
        guard let events = try? stage.join(seat) else { return nil }
        log += events
        return Step(command: nil, sender: .participant(seat.id), events: events)
    }

    /// Everybody answers the same poll, which is then closed.
    private mutating func startRush() {
        let open = room.agenda.filter { room.polls[$0]?.phase == .open }
        guard !open.isEmpty else { return }
        let id = chance.pick(open)
        rush = [(.facilitator, .close(id, roll: roll(of: id)))]
        for seat in 0..<people {
            rush.append((.participant(Stage.id(seat)), nextBallot(of: seat, in: id)))
        }
    }

    private mutating func nextSender() -> Sender {
        switch chance.number(20) {
        case 0: .guest
        case 1: .display
        case 2..<9: .facilitator
        case _: .participant(Stage.id(chance.number(people)))
        }
    }

    private mutating func nextCommand(of sender: Sender) -> RoomCommand {
        switch sender {
        case .facilitator, .display, .guest: nextStep()
        case .participant(let seat): nextAnswer(of: Int(seat.rawValue))
        }
    }

    /// Who is behind each key of an activity.
    func roll(of id: Activity.ID) -> Roll {
        var roll: Roll = [:]
        for seat in 0..<people { roll[stage.key(of: seat, in: id)] = Stage.id(seat) }
        return roll
    }
}
