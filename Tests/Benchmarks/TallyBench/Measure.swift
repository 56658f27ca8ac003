import Workshop

/// What a room takes to count ballots of one kind and to show what they come to.
struct Measure {
    /// Microseconds a ballot takes, in ascending order; each the mean of one batch.
    let perBallot: [Double]
    /// Milliseconds until the result is worked out.
    let view: Double

    private static let poll = Activity.ID(rawValue: 1)
    private static let batch = 20

    var median: Double { perBallot[perBallot.count / 2] }
    var slowest: Double { perBallot[perBallot.count * 99 / 100] }

    /// Counts `count` ballots of `kind`, each from somebody else, decided and applied.
    init(_ kind: Kind, ballots count: Int) throws {
        var room = try Self.room(asking: kind.form)
        let sender = Sender.participant(Seat.ID(rawValue: 1))
        let clock = ContinuousClock()
        var times: [Double] = []
        for start in stride(from: 0, to: count, by: Self.batch) {
            let commands = (start..<(start + Self.batch)).map { number in
                let high = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
                let author = AuthorKey.anonymous(high, UInt64(number))
                return RoomCommand.castBallot(kind.ballot(number), in: Self.poll, by: author)
            }
            let elapsed = try clock.measure {
                for command in commands {
                    for event in try room.decide(command, by: sender) { room.apply(event) }
                }
            }
            times.append(elapsed / .microseconds(1) / Double(Self.batch))
        }
        perBallot = times.sorted()
        view =
            (0..<5).map { _ in
                clock.measure { _ = room.entity(.tally(Self.poll), for: .displays) }
                    / .milliseconds(1)
            }.sorted()[2]
    }

    private static func room(asking form: BallotForm) throws -> Room {
        let digest = SecretDigest((1, 2, 3, 4))
        let keys = RoomKeys(facilitator: digest, display: digest, guest: digest)
        let design = try RoomDesign(title: "B", language: .french, organisations: [], colleges: [])
        var room = Room(design, keys: keys, created: Moment(milliseconds: 0))
        let poll = try PollDesign(
            question: "?",
            form: form,
            abstention: .offered,
            results: .live,
            identity: .anonymous
        )
        let seat = Seat(
            id: Seat.ID(rawValue: 1),
            token: digest,
            name: "B",
            organisation: nil,
            college: nil
        )
        let events: [RoomEvent] = [
            .seatTaken(seat), .opened, .activityAdded(.poll(poll), id: Self.poll, at: 0),
            .launched(Self.poll),
        ]
        for event in events { room.apply(event) }
        return room
    }
}
