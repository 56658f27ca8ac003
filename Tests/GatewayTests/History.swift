import Gateway
import Workshop

/// A room and a seed's worth of things that happen in it.
struct History {
    private(set) var room: Room
    private var chance: Chance
    private var nextID: UInt64 = 0x1000
    private let author = AuthorKey.anonymous(1, 2)
    private let seat = Seat.ID(rawValue: 1)

    /// SplitMix64: the same seed, the same afternoon.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var word = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
            word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
            return word ^ (word >> 31)
        }
    }

    init(seed: UInt64) {
        let digest = SecretDigest((1, 2, 3, 4))
        let design = try! RoomDesign(
            title: "Essai",
            language: .french,
            organisations: [],
            colleges: []
        )
        room = Room(
            design,
            keys: RoomKeys(facilitator: digest, display: digest, guest: digest),
            created: Moment(milliseconds: 0)
        )
        chance = Chance(state: seed)
        let person = Seat(id: seat, token: digest, name: "Ada", organisation: nil, college: nil)
        _ = apply(try! room.decideJoin(person))
        _ = ask(.open, by: .facilitator)
    }

    private mutating func newID() -> UInt64 {
        nextID += 1
        return nextID
    }

    /// Carries out what the room does not refuse; gives the keys that it touched.
    private mutating func ask(_ command: RoomCommand, by sender: Sender) -> [EntityKey] {
        apply((try? room.decide(command, by: sender)) ?? [])
    }

    private mutating func apply(_ events: [RoomEvent]) -> [EntityKey] {
        var keys: [EntityKey] = []
        for event in events { keys += room.advance(by: event) }
        return keys
    }

    // MARK: - By name

    private static let wallDesign = try! WallDesign(
        title: "Idées",
        sections: ["a", "b"],
        writing: .shared,
        identity: .anonymous,
        notesPerSeat: 100
    )

    /// Adds a wall as a draft.
    mutating func add(_ wall: Activity.ID) -> [EntityKey] {
        ask(.addActivity(.wall(Self.wallDesign), id: wall, at: nil), by: .facilitator)
    }

    mutating func openSharedWall(_ wall: Activity.ID) {
        _ = add(wall)
        _ = ask(.launch(wall), by: .facilitator)
    }

    mutating func post(on wall: Activity.ID) -> (id: Note.ID, keys: [EntityKey]) {
        let id = Note.ID(rawValue: newID())
        let keys = ask(
            .postNote(id, on: wall, section: 0, text: "Note", by: author),
            by: .participant(seat)
        )
        return (id, keys)
    }

    mutating func withdraw(_ note: Note.ID, on wall: Activity.ID) -> [EntityKey] {
        ask(.withdrawNote(note, on: wall, by: author), by: .participant(seat))
    }

    mutating func hide(_ note: Note.ID, on wall: Activity.ID) -> [EntityKey] {
        ask(.hideNote(note, on: wall, reason: "hors sujet"), by: .facilitator)
    }

    // MARK: - By chance

    /// Something happens, or is refused.
    mutating func step() -> [EntityKey] {
        let activity = room.agenda.randomElement(using: &chance) ?? Activity.ID(rawValue: 0)
        let notes = room.walls[activity].map { $0.notes.keys.sorted() } ?? []
        let note = notes.randomElement(using: &chance) ?? Note.ID(rawValue: 0)
        switch Int.random(in: 0..<12, using: &chance) {
        case 0: return addSomething()
        case 1, 2: return ask(.launch(activity), by: .facilitator)
        case 3: return ask(.close(activity), by: .facilitator)
        case 4: return ask(.reveal(activity), by: .facilitator)
        case 5: return vote(in: activity)
        case 6, 7, 8: return post(on: activity).keys
        case 9: return withdraw(note, on: activity)
        case 10: return hide(note, on: activity)
        case _: return ask(.restoreNote(note, on: activity, reason: "si"), by: .facilitator)
        }
    }

    private mutating func vote(in poll: Activity.ID) -> [EntityKey] {
        if case .texts? = room.polls[poll]?.design.form {
            let entry = Entry(id: Note.ID(rawValue: newID()), text: "Du temps")
            return ask(.castBallot(.texts([entry]), in: poll, by: author), by: .participant(seat))
        }
        let choices = Choices(bits: 1 << UInt64.random(in: 0..<2, using: &chance))
        return ask(.castBallot(.choices(choices), in: poll, by: author), by: .participant(seat))
    }

    private mutating func addSomething() -> [EntityKey] {
        let id = Activity.ID(rawValue: newID())
        guard Bool.random(using: &chance) else { return add(id) }
        let form: BallotForm =
            Bool.random(using: &chance)
            ? .texts(try! TextsForm(most: 1))
            : .choice(try! ChoiceForm(options: ["Oui", "Non"], count: 1...1))
        let design = try! PollDesign(
            question: "Oui ?",
            form: form,
            abstention: .offered,
            results: .live,
            identity: .anonymous
        )
        return ask(.addActivity(.poll(design), id: id, at: nil), by: .facilitator)
    }
}

extension AudiencePicture {
    /// Brings `keys` up to what `room` says now.
    mutating func absorb(_ keys: [EntityKey], of room: Room) -> Change? {
        var published = PublishedEntities(of: room)
        return absorb(keys, of: &published)
    }
}
