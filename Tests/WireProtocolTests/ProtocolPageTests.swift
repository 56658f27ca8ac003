import Foundation
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
        "activity-launch", "note-hide", "screen-show", "room-create", "vote-consent",
        "vote-ranking", "vote-other", "vote-texts", "poll-hands", "timer-set", "timer-extend",
        "poll-bring",
    ]
    private static let fromTheServer: Set<String> = [
        "welcome", "update", "update-full", "poll", "wall", "tally", "note", "ack", "refused",
        "bye", "room-created", "poll-ranking", "poll-consent", "tally-ranking", "tally-scale",
        "tally-judgement", "tally-text", "tables", "entry",
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
        #expect(try message("activity-launch") == .command(.launch(poll), id: "c21"))
        #expect(
            try message("note-hide")
                == .command(.plain(.hideNote(note, on: wall, reason: "hors sujet")), id: "c22")
        )
        #expect(
            try message("screen-show") == .command(.plain(.show(.activity(poll))), id: "c23")
        )
    }

    @Test("ballots of every form are read")
    func ballots() throws {
        let proposal = Entry(id: note, text: "Commencer par un site")
        #expect(
            try message("vote-consent")
                == .command(
                    .vote(.consent(.object, proposal), in: poll, earlier: 0, edition: 1),
                    id: "c24"
                )
        )
        #expect(
            try message("vote-ranking") == .command(.vote(.ranking([2, 0]), in: poll), id: "c25")
        )
        let forum = Entry(id: note, text: "Un forum")
        let other = Ballot.choices(Choices([1, 3])!, other: forum)
        #expect(try message("vote-other") == .command(.vote(other, in: poll), id: "c26"))
        let texts = Ballot.texts([Entry(id: note, text: "Plus de temps")])
        #expect(try message("vote-texts") == .command(.vote(texts, in: poll), id: "c27"))
        for (fields, ballot) in [
            (#""step":3"#, Ballot.step(3)), (#""points":[60,40]"#, .points([60, 40])),
            (#""number":-12"#, .number(-12)), (#""grades":[0,3]"#, .grades([0, 3])),
            (#""consent":"agree""#, .consent(.agree)),
        ] {
            let text = #"{"id":"c1","do":"poll.vote","poll":"00000000000000a1",\#(fields)}"#
            #expect(
                try ClientMessage(Array(text.utf8)) == .command(.vote(ballot, in: poll), id: "c1")
            )
            let mine = String(decoding: Entity.ownBallot(ballot).json(in: code), as: UTF8.self)
            #expect(mine == "{\(fields)}")
        }
    }

    @Test("what a facilitator does with a poll is read")
    func steering() throws {
        #expect(
            try message("poll-hands")
                == .command(.plain(.declareHands([14, 0, 0, 0], in: poll)), id: "c28")
        )
        let end = Moment(milliseconds: 1_795_377_720_000)
        #expect(
            try message("timer-set") == .command(.setTimer(until: end, for: poll), id: "c29")
        )
        let seat = Seat.ID(rawValue: 0x00c0_ffee_00c0_ffee)
        let later = Moment(milliseconds: 1_795_377_780_000)
        #expect(
            try message("timer-extend")
                == .command(.extendTime(seat, until: later, for: poll), id: "c30")
        )
        #expect(
            try message("poll-bring")
                == .command(.plain(.bringProposals(from: poll, to: wall, section: 1)), id: "c31")
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
        try expect("poll", Entity.poll(design, .open, edition: 0).json(in: code))
        let ideas = try WallDesign(
            title: "Vos idées",
            sections: ["Constats", "Propositions"],
            writing: .silent,
            identity: .anonymous,
            notesPerSeat: 4
        )
        try expect("wall", Entity.wall(ideas, .silent).json(in: code))
        var ballots = [9, 15, 7, 4].enumerated().flatMap { option, count in
            Array(repeating: Ballot.choices(Choices([option])!), count: count)
        }
        ballots += Array(repeating: .abstention, count: 4)
        try expect("tally", result(of: ballots, design.form))
        let view = NoteView(
            wall: wall,
            section: 0,
            text: "Un référent par site",
            place: 12,
            author: nil,
            origin: nil,
            hiddenBecause: nil
        )
        try expect("note", Entity.note(view).json(in: code))
    }

    @Test("polls of other kinds are written")
    func kinds() throws {
        var conduct = PollDesign.Conduct()
        (conduct.seconds, conduct.quorumPercent) = (120, 50)
        let ranking = try PollDesign(
            question: "Par quoi commencer ?",
            form: .ranking(
                try RankingForm(options: ["Lexique", "Formation", "Compteur"], count: 1...3)
            ),
            abstention: .notOffered,
            results: .onClose,
            identity: .anonymous,
            follows: poll,
            conduct: conduct
        )
        try expect("poll-ranking", Entity.poll(ranking, .closed, edition: 0).json(in: code))
        conduct = PollDesign.Conduct()
        conduct.breakdown = .college
        let consent = try PollDesign(
            question: "Adoptons-nous la feuille de route ?",
            form: .consent,
            abstention: .offered,
            results: .onClose,
            identity: .anonymous,
            conduct: conduct
        )
        try expect("poll-consent", Entity.poll(consent, .open, edition: 1).json(in: code))
        for design in [ranking, consent] {
            let bytes = JSON.bytes(DesignFields(design))
            let read = try JSONDecoder().decode(DesignFields.self, from: Data(bytes))
            #expect(try read.design() == .poll(design))
        }
    }

    @Test("results of other kinds are written")
    func results() throws {
        let three = try RankingForm(options: ["a", "b", "c"], count: 1...3)
        let orders: [Ballot] = [.ranking([0, 1, 2]), .ranking([0]), .ranking([1, 0])]
        try expect("tally-ranking", result(of: orders, .ranking(three)))
        let scale = try ScaleForm(steps: 5, lowLabel: "non", highLabel: "oui")
        try expect(
            "tally-scale",
            result(
                of: [.step(1), .step(4), .abstention],
                .scale(scale),
                hands: [0, 0, 0, 2, 1, 0]
            )
        )
        let judgement = try JudgementForm(options: ["a", "b"], grades: ["bien", "moyen", "mal"])
        let grades: [Ballot] = [.grades([0, 1]), .grades([0, 2])]
        try expect("tally-judgement", result(of: grades, .judgement(judgement)))
        let texts: [Ballot] = ["Du temps, des données", "Le temps"].enumerated().map {
            .texts([Entry(id: Note.ID(rawValue: UInt64($0.offset)), text: $0.element)])
        }
        try expect("tally-text", result(of: texts, .texts(try TextsForm(most: 1))))
    }

    @Test("[P20] tables and texts are written")
    func tables() throws {
        let rows = [
            BreakdownTable.Row(group: 0, total: 23, counts: [nil, 8, 5, nil, nil]),
            BreakdownTable.Row(group: nil, total: 16, counts: [nil, 7, nil, nil, nil]),
        ]
        let table = BreakdownTable(subject: .group(.college), rows: rows)
        try expect("tables", Entity.tables([table]).json(in: code))
        let view = EntryView(
            poll: poll,
            text: "Commencer par un site",
            consent: .object,
            hiddenBecause: nil
        )
        try expect("entry", Entity.entry(view).json(in: code))
    }

    /// What `ballots` come to, as everybody reads it.
    private func result(
        of ballots: [Ballot],
        _ form: BallotForm,
        hands: [Int]? = nil
    ) -> [UInt8] {
        var tally = Tally(form, in: .french)
        for ballot in ballots { tally.add(ballot, hiding: []) }
        return Entity.result(PollResult(tally, of: form, hands: hands)).json(in: code)
    }

    private func expect(_ name: String, _ bytes: [UInt8]) throws {
        let written = try ProtocolPage.value(bytes)
        #expect(written != nil)
        #expect(try page.value(name) == written, "\(name)")
    }
}
