import Workshop

/// A room and the people in it, for tests: seats are numbers, and what a seat sends carries the key
/// that the activity asks for.
struct Stage {
    var room: Room

    static let poll = Activity.ID(rawValue: 0xA1)
    static let wall = Activity.ID(rawValue: 0xA2)

    static let design = try! RoomDesign(
        title: "Réunion",
        language: .french,
        organisations: ["Habitat Brindille", "Logis du Méandre"],
        colleges: ["direction"]
    )

    static let keys = RoomKeys(
        facilitator: SecretDigest((1, 2, 3, 4)),
        display: SecretDigest((5, 6, 7, 8)),
        guest: SecretDigest((9, 10, 11, 12))
    )

    static let created = RoomEvent.created(design, keys: keys, at: Moment(milliseconds: 0))

    /// A room in the lobby with `seats` people.
    init(seats: Int = 0, design: RoomDesign = Stage.design) {
        room = Room(design, keys: Self.keys, created: Moment(milliseconds: 0))
        for seat in 0..<seats {
            apply(.seatTaken(Self.seat(seat)))
        }
    }

    static func seat(_ number: Int, name: String? = nil) -> Seat {
        Seat(
            id: Self.id(number),
            token: SecretDigest((UInt64(number), 0, 0, 0)),
            name: name ?? "Personne \(number)",
            organisation: nil,
            college: nil
        )
    }

    static func id(_ number: Int) -> Seat.ID {
        Seat.ID(rawValue: UInt64(number))
    }

    static func note(_ number: Int) -> Note.ID {
        Note.ID(rawValue: UInt64(number))
    }

    /// The key of a seat in an activity: for an anonymous one unrelated to the order of seats.
    func key(of seat: Int, in activity: Activity.ID) -> AuthorKey {
        switch room.identity(of: activity) {
        case .named?:
            .seat(Self.id(seat))
        case .anonymous?, nil:
            .anonymous((UInt64(seat) &+ 1) &* 0x9E37_79B9_7F4A_7C15, activity.rawValue)
        }
    }
}

// MARK: - Acting

extension Stage {
    mutating func apply(_ event: RoomEvent) {
        room.apply(event)
    }

    /// Lets the room decide and apply.
    @discardableResult
    mutating func send(
        _ command: RoomCommand,
        by sender: Sender = .facilitator
    ) throws(Refusal) -> [RoomEvent] {
        let events = try room.decide(command, by: sender)
        for event in events { room.apply(event) }
        return events
    }

    @discardableResult
    mutating func join(_ seat: Seat) throws(Refusal) -> [RoomEvent] {
        let events = try room.decideJoin(seat)
        for event in events { room.apply(event) }
        return events
    }

    @discardableResult
    mutating func vote(
        _ seat: Int,
        _ ballot: Ballot,
        in poll: Activity.ID = Stage.poll,
        earlier line: Int? = nil
    ) throws(Refusal) -> [RoomEvent] {
        let author = key(of: seat, in: poll)
        return try send(
            .castBallot(ballot, in: poll, by: author, earlier: line),
            by: .participant(Self.id(seat))
        )
    }

    @discardableResult
    mutating func withdraw(
        _ seat: Int,
        in poll: Activity.ID = Stage.poll
    ) throws(Refusal) -> [RoomEvent] {
        let author = key(of: seat, in: poll)
        return try send(.withdrawBallot(in: poll, by: author), by: .participant(Self.id(seat)))
    }

    @discardableResult
    mutating func post(
        _ seat: Int,
        note: Int,
        _ text: String = "Un référent par site",
        section: Int = 0,
        on wall: Activity.ID = Stage.wall
    ) throws(Refusal) -> [RoomEvent] {
        let author = key(of: seat, in: wall)
        return try send(
            .postNote(Self.note(note), on: wall, section: section, text: text, by: author),
            by: .participant(Self.id(seat))
        )
    }

    @discardableResult
    mutating func edit(
        _ seat: Int,
        note: Int,
        _ text: String,
        section: Int = 0,
        on wall: Activity.ID = Stage.wall
    ) throws(Refusal) -> [RoomEvent] {
        let author = key(of: seat, in: wall)
        return try send(
            .editNote(Self.note(note), on: wall, section: section, text: text, by: author),
            by: .participant(Self.id(seat))
        )
    }

    @discardableResult
    mutating func takeBack(
        _ seat: Int,
        note: Int,
        on wall: Activity.ID = Stage.wall
    ) throws(Refusal) -> [RoomEvent] {
        let author = key(of: seat, in: wall)
        return try send(
            .withdrawNote(Self.note(note), on: wall, by: author),
            by: .participant(Self.id(seat))
        )
    }
}

// MARK: - Designs

extension Stage {
    static func pollDesign(
        options: Int = 3,
        choices: ClosedRange<Int> = 1...1,
        abstention: PollDesign.Abstention = .offered,
        results: PollDesign.ResultsPolicy = .live,
        identity: Identity = .anonymous
    ) -> PollDesign {
        try! PollDesign(
            question: "Un observatoire commun ?",
            options: (0..<options).map { "Option \($0)" },
            choiceCount: choices,
            abstention: abstention,
            results: results,
            identity: identity
        )
    }

    static func wallDesign(
        sections: Int = 2,
        writing: WallDesign.Writing = .shared,
        identity: Identity = .anonymous,
        notesPerSeat: Int = 4
    ) -> WallDesign {
        try! WallDesign(
            title: "Vos idées",
            sections: (0..<sections).map { "Colonne \($0)" },
            writing: writing,
            identity: identity,
            notesPerSeat: notesPerSeat
        )
    }

    /// An open room with `seats` people and one launched poll.
    static func voting(_ design: PollDesign = pollDesign(), seats: Int = 2) -> Self {
        var stage = Self(seats: seats)
        stage.apply(.opened)
        stage.apply(.activityAdded(.poll(design), id: poll, at: 0))
        stage.apply(.launched(poll))
        return stage
    }

    /// An open room with `seats` people and one launched wall.
    static func writing(_ design: WallDesign = wallDesign(), seats: Int = 2) -> Self {
        var stage = Self(seats: seats)
        stage.apply(.opened)
        stage.apply(.activityAdded(.wall(design), id: wall, at: 0))
        stage.apply(.launched(wall))
        return stage
    }
}

extension Ballot {
    /// A ballot for `options`.
    static func of(_ options: Int...) -> Self {
        .choices(Choices(options)!)
    }
}
