import Testing

@testable import WireProtocol
@testable import Workshop

@Suite("The examples of the protocol's page")
struct ProtocolPageTests {
    private let page: ProtocolPage
    private let poll = Activity.ID(rawValue: 0xa1)
    private let wall = Activity.ID(rawValue: 0xa2)
    private let note = Note.ID(rawValue: 0xb7)
    private let code = JoinCode(typed: "K7PM2X")!

    init() throws {
        page = try ProtocolPage()
    }

    private static let fromClients: Set<String> = [
        "join", "join-facilitator", "vote", "abstain", "note-post", "activity-add",
        "activity-launch", "note-hide", "screen-show", "room-create",
    ]
    private static let fromTheServer: Set<String> = [
        "welcome", "update", "update-full", "poll", "wall", "tally", "note", "ack", "refused",
        "bye", "room-created",
    ]

    @Test("every example has a test here")
    func completeness() {
        #expect(Set(page.examples.keys) == Self.fromClients.union(Self.fromTheServer))
    }

    // MARK: - What clients say

    @Test("a join is read")
    func joins() throws {
        let secret = try #require(Secret(text: "AAECAwQFBgcICQoLDA0ODw"))
        let seat = try join("join")
        #expect(
            seat.credential == .seat(token: secret, name: "Ada", organisation: 0, college: 1)
        )
        #expect(seat.client == "5d1f")
        #expect(seat.since == 812)
        #expect(seat.language == .french)
        let leader = try join("join-facilitator")
        #expect(leader.credential == .facilitator(secret))
        #expect(leader.since == nil)
        #expect(leader.language == .english)
    }

    @Test("commands are read")
    func commands() throws {
        #expect(
            try message("vote")
                == .command(.vote(.choices(Choices([2])!), in: poll), id: "c17")
        )
        #expect(try message("abstain") == .command(.vote(.abstention, in: poll), id: "c18"))
        let text = "Un référent par site"
        #expect(
            try message("note-post")
                == .command(.postNote(note, on: wall, section: 0, text: text), id: "c19")
        )
        let design = try PollDesign(
            question: "Un observatoire commun ?",
            options: ["Oui", "Oui, plus tard", "Non"],
            choiceCount: 1...1,
            abstention: .offered,
            results: .live,
            identity: .anonymous
        )
        #expect(
            try message("activity-add")
                == .command(.plain(.addActivity(.poll(design), id: poll, at: nil)), id: "c20")
        )
        #expect(try message("activity-launch") == .command(.plain(.launch(poll)), id: "c21"))
        #expect(
            try message("note-hide")
                == .command(.plain(.hideNote(note, on: wall, reason: "hors sujet")), id: "c22")
        )
        #expect(
            try message("screen-show") == .command(.plain(.show(.activity(poll))), id: "c23")
        )
    }

    @Test("the body that makes a room is read, and its answer is written")
    func rooms() throws {
        let body = try #require(page.examples["room-create"])
        let creation = try #require(RoomCreation(body))
        let design = try creation.design()
        #expect(design.title == "Attributions : vers une feuille de route commune")
        #expect(design.language == .french)
        #expect(design.organisations == ["Habitat Brindille"])
        #expect(design.colleges == ["attribution", "direction", "informatique"])
        let secret = try #require(Secret(text: "AAECAwQFBgcICQoLDA0ODw"))
        let links = RoomLinks(
            code: code,
            origin: "https://example.org",
            facilitator: secret,
            display: secret,
            guest: secret
        )
        try expect("room-created", JSON.bytes(links))
    }

    private func join(_ name: String) throws -> JoinRequest {
        let message = try message(name)
        guard case .join(let request) = message else { throw ClientMessage.Violation() }
        return request
    }

    private func message(_ name: String) throws -> ClientMessage {
        let example = try #require(page.examples[name])
        return try ClientMessage(example)
    }
}

// MARK: - What the server says

extension ProtocolPageTests {
    @Test("a welcome is written")
    func welcome() throws {
        let seat = Seat(
            id: Seat.ID(rawValue: 0x00c0_ffee_00c0_ffee),
            token: SecretDigest((0, 0, 0, 0)),
            name: "Ada",
            organisation: nil,
            college: nil
        )
        let now = Moment(milliseconds: 1_795_377_600_000)
        try expect(
            "welcome",
            ServerMessage.welcome(.participant, seat: seat, revision: 812, now: now)
        )
    }

    @Test("[P8] updates are written")
    func updates() throws {
        let progress = ServerMessage.fragment(.progress(poll), .answered(36, of: 38), in: code)
        try expect(
            "update",
            ServerMessage.update(
                revision: 813,
                completeness: .changes,
                put: [progress],
                del: [.note(note, on: wall)]
            )
        )
        let presence = Presence(seats: 38, here: 37, away: nil)
        try expect(
            "update-full",
            ServerMessage.update(
                revision: 12,
                completeness: .full,
                put: [ServerMessage.fragment(.presence, .presence(presence), in: code)],
                del: []
            )
        )
    }

    @Test("[P17] answers and goodbyes are written")
    func answers() throws {
        try expect("ack", ServerMessage.ack("c17", revision: 813))
        try expect("refused", ServerMessage.refused("c17", .room(.pollClosed), in: .french))
        try expect("bye", ServerMessage.bye(.restart, in: .french))
    }

    @Test("entities are written")
    func entities() throws {
        let design = try PollDesign(
            question: "Où en êtes-vous ?",
            options: [
                "Pas commencé", "Inventaire en cours", "Conventions en discussion",
                "Conventions signées",
            ],
            choiceCount: 1...1,
            abstention: .offered,
            results: .live,
            identity: .anonymous
        )
        try expect("poll", Entity.poll(design, .open).json(in: code))
        let ideas = try WallDesign(
            title: "Vos idées",
            sections: ["Constats", "Propositions"],
            writing: .silent,
            identity: .anonymous,
            notesPerSeat: 4
        )
        try expect("wall", Entity.wall(ideas, .silent).json(in: code))
        var tally = Tally(optionCount: 4)
        for (option, count) in [9, 15, 7, 4].enumerated() {
            for _ in 0..<count { tally.add(.choices(Choices([option])!)) }
        }
        for _ in 0..<4 { tally.add(.abstention) }
        try expect("tally", Entity.tally(tally).json(in: code))
        let view = NoteView(
            wall: wall,
            section: 0,
            text: "Un référent par site",
            place: 12,
            author: nil,
            hiddenBecause: nil
        )
        try expect("note", Entity.note(view).json(in: code))
    }

    private func expect(_ name: String, _ bytes: [UInt8]) throws {
        let written = try ProtocolPage.value(bytes)
        #expect(written != nil)
        #expect(try page.value(name) == written, "\(name)")
    }
}
