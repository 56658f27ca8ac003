import Scenarios
import Testing
import Workshop

/// Twelve landlords, forty-two people, one video call: the script, with its exact counts.
@Suite("Scenario S1")
struct ScenarioOneTests {
    typealias Question = ScenarioOne.Question
    typealias Count = ScenarioOne.Count

    /// The room of the scenario with its first 38 seats, open.
    static func opened() throws -> Stage {
        let design = try RoomDesign(
            title: ScenarioOne.title,
            language: .french,
            organisations: ScenarioOne.organisations,
            colleges: ScenarioOne.colleges
        )
        var stage = Stage(design: design)
        for seat in ScenarioOne.earlySeats { try join(seat, in: &stage) }
        try stage.send(.open)
        return stage
    }

    /// The same with all 42.
    static func complete() throws -> Stage {
        var stage = try opened()
        for seat in ScenarioOne.seats.dropFirst(38) { try join(seat, in: &stage) }
        return stage
    }

    static func join(_ seat: Int, in stage: inout Stage) throws {
        let id = Stage.id(seat)
        try stage.join(
            Seat(
                id: id,
                token: SecretDigest((UInt64(seat), 1, 1, 1)),
                name: Pseudonym.name(of: id, in: .french),
                organisation: ScenarioOne.organisation(of: seat),
                college: ScenarioOne.college(of: seat)
            )
        )
    }

    static func launch(_ question: Question, in stage: inout Stage) throws -> Activity.ID {
        let index = Question.allCases.firstIndex(of: question)!
        let id = Activity.ID(rawValue: UInt64(0x100 + index))
        try stage.send(.addActivity(.poll(question.design), id: id, at: nil))
        try stage.send(.launch(id))
        return id
    }

    static func tally(of id: Activity.ID, in stage: Stage) -> Count? {
        guard case .result(let result)? = stage.room.entity(.tally(id), for: .displays) else {
            return nil
        }
        return Count(result)
    }

    static func progress(of id: Activity.ID, in stage: Stage) -> Entity? {
        stage.room.entity(.progress(id), for: .facilitators)
    }

    @Test("S1.1 twelve organisations, three colleges of 25, 13 and 4")
    func cast() throws {
        let stage = try Self.complete()
        let seats = stage.room.seats.values
        #expect(seats.count == 42)
        #expect(
            (0..<12).map { o in seats.count { $0.organisation == o } }
                == [4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3]
        )
        #expect((0..<3).map { c in seats.count { $0.college == c } } == [25, 13, 4])
    }

    @Test("S1.1 nothing can be answered in the lobby")
    func lobby() throws {
        var stage = Stage(seats: 38)
        try stage.send(.addActivity(.poll(Question.p1.design), id: Stage.poll, at: nil))
        #expect(throws: Refusal.roomNotOpen) { try stage.vote(0, .of(0)) }
    }

    @Test("S1.3 to S1.5 P1: 36 of 38, then 40 of 42, then 39 of 42 and closed")
    func firstPoll() throws {
        var stage = try Self.opened()
        let id = try Self.launch(.p1, in: &stage)
        try stage.vote(8, .of(2), in: id)
        for seat in ScenarioOne.earlySeats where !ScenarioOne.silentInP1.contains(seat) {
            try stage.vote(seat, Question.p1.ballot(of: seat), in: id)
        }
        #expect(Self.progress(of: id, in: stage) == .answered(36, of: 38))
        #expect(Self.tally(of: id, in: stage) == ScenarioOne.p1AfterFirstAnswers)

        for seat in 38..<42 {
            try Self.join(seat, in: &stage)
            try stage.vote(seat, Question.p1.ballot(of: seat), in: id)
        }
        #expect(Self.progress(of: id, in: stage) == .answered(40, of: 42))
        #expect(Self.tally(of: id, in: stage) == ScenarioOne.p1AfterLateSeats)

        try stage.withdraw(ScenarioOne.withdrawsInP1, in: id)
        try stage.send(.close(id))
        #expect(Self.progress(of: id, in: stage) == .answered(39, of: 42))
        #expect(Self.tally(of: id, in: stage) == Question.p1.count)
    }

    @Test("S1.6, S1.11 P2 and P6: no result before the close", arguments: [Question.p2, .p6])
    func shownOnClose(_ question: Question) throws {
        var stage = try Self.complete()
        let id = try Self.launch(question, in: &stage)
        for seat in ScenarioOne.seats {
            try stage.vote(seat, question.ballot(of: seat), in: id)
            #expect(Self.tally(of: id, in: stage) == nil)
        }
        #expect(Self.progress(of: id, in: stage) == .answered(42, of: 42))
        try stage.send(.close(id))
        #expect(Self.tally(of: id, in: stage) == question.count)
    }

    @Test("S1.7, S1.8 P3: wrong numbers of choices are refused; hidden until revealed")
    func shownOnReveal() throws {
        var stage = try Self.complete()
        let id = try Self.launch(.p3, in: &stage)
        for ballot in [Ballot.of(), .of(0, 1, 2, 3)] {
            #expect(throws: Refusal.wrongNumberOfChoices) { try stage.vote(0, ballot, in: id) }
        }
        #expect(Self.progress(of: id, in: stage) == .answered(0, of: 42))
        for seat in ScenarioOne.seats {
            try stage.vote(seat, Question.p3.ballot(of: seat), in: id)
        }
        try stage.send(.close(id))
        for audience in Audience.allCases {
            #expect(stage.room.entity(.tally(id), for: audience) == nil)
        }
        try stage.send(.reveal(id))
        #expect(Self.tally(of: id, in: stage) == Question.p3.count)
        #expect(Self.sizes(of: .p3) == [1, 19, 22])
    }

    @Test("S1.9 P4: 115 choices of 42 seats")
    func severalChoices() throws {
        var stage = try Self.complete()
        let id = try Self.launch(.p4, in: &stage)
        for seat in ScenarioOne.seats {
            try stage.vote(seat, Question.p4.ballot(of: seat), in: id)
        }
        #expect(Self.tally(of: id, in: stage) == Question.p4.count)
        #expect(Question.p4.count.options.reduce(0, +) == 115)
        #expect(Self.sizes(of: .p4) == [0, 11, 31])
        let views = stage.room.entityKeys.compactMap { key -> EntryView? in
            guard case .entry = key, case .entry(let view)? = stage.room.entity(key, for: .guests)
            else { return nil }
            return view
        }
        let writers = [2, 10, 18, 26, 28, 29, 30, 31, 34]
        let texts = writers.map { "forum d'entraide, idée \($0)" }
        #expect(Set(views.map(\.text)) == Set(texts))
        #expect(views.map(\.text) != texts, "not in the order of arrival")
    }

    /// How many seats make 1, 2 and 3 choices.
    private static func sizes(of question: Question) -> [Int] {
        (1...3).map { size in
            ScenarioOne.seats.count { seat in
                guard case .choices(let choices, _) = question.ballot(of: seat) else {
                    return false
                }
                return choices.count == size
            }
        }
    }

    @Test("S1.10 P5: seat 17 on another device is the same seat")
    func anotherDevice() throws {
        var stage = try Self.complete()
        let id = try Self.launch(.p5, in: &stage)
        try stage.vote(17, Question.p5.ballot(of: 17), in: id)
        try Self.join(17, in: &stage)
        for seat in ScenarioOne.seats {
            try stage.vote(seat, Question.p5.ballot(of: seat), in: id)
        }
        #expect(Self.progress(of: id, in: stage) == .answered(42, of: 42))
        #expect(Self.tally(of: id, in: stage) == Question.p5.count)
    }
}

// MARK: - The wall

extension ScenarioOneTests {
    /// The wall of S1.13 with its 148 notes; row `j` has the id `j`.
    private static func written() throws -> Stage {
        var stage = try complete()
        try stage.send(.addActivity(.wall(ScenarioOne.wall), id: Stage.wall, at: nil))
        try stage.send(.launch(Stage.wall))
        for (index, row) in ScenarioOne.rows.enumerated() {
            try stage.post(row.seat, note: index, row.text)
        }
        return stage
    }

    private static func visible(in stage: Stage, to audience: Audience) -> [NoteView] {
        ScenarioOne.rows.indices.compactMap { index in
            let key = EntityKey.note(Stage.note(index), on: Stage.wall)
            guard case .note(let view)? = stage.room.entity(key, for: audience) else { return nil }
            return view
        }
    }

    @Test("S1.13 148 notes: 22 seats posted 4, 20 seats 3, and only the number is seen")
    func silentWriting() throws {
        var stage = try Self.written()
        let perSeat = ScenarioOne.seats.map { seat in
            ScenarioOne.rows.count { $0.seat == seat }
        }
        #expect(ScenarioOne.rows.count == 148)
        #expect(perSeat.count { $0 == 4 } == 22)
        #expect(perSeat.count { $0 == 3 } == 20)
        #expect(throws: Refusal.tooManyNotes) { try stage.post(0, note: 148) }
        #expect(throws: Refusal.noteTooLong) {
            try stage.post(41, note: 149, String(repeating: "x", count: 501))
        }
        #expect(Self.progress(of: Stage.wall, in: stage) == .noteCount(148))
        for audience in Audience.allCases {
            #expect(Self.visible(in: stage, to: audience).isEmpty)
        }
        let author = stage.key(of: 0, in: Stage.wall)
        guard case .ownNotes(let own)? = stage.room.ownEntity(Stage.wall, of: author) else {
            Issue.record("seat 0 does not find its notes")
            return
        }
        #expect(own.count == 4)
    }

    @Test("S1.14 the reveal shows all 148, letter by letter")
    func reveal() throws {
        var stage = try Self.written()
        try stage.send(.reveal(Stage.wall))
        for audience in Audience.allCases {
            let views = Self.visible(in: stage, to: audience)
            let seen = views.map { Array($0.text.unicodeScalars) }
            #expect(seen == ScenarioOne.rows.map { Array($0.text.unicodeScalars) })
            #expect(views.allSatisfy { $0.author == nil })
        }
    }

    @Test("S1.13, S1.14 the special rows are read as they are")
    func specialRows() throws {
        func text(_ id: String) -> String { ScenarioOne.rows.first { $0.id == id }?.text ?? "" }
        #expect(text("A137").unicodeScalars.count == 500)
        #expect(text("A017").contains("\n"))
        #expect(text("A023").contains("\""))
        #expect(text("A030").hasPrefix("="))
        #expect(text("A145").hasPrefix("-"))
        #expect(text("A102").unicodeScalars.contains("\u{301}"), "decomposed accents stay so")
    }

    @Test("S1.16 eight notes hidden: 140 visible, a log of eight lines")
    func moderation() throws {
        var stage = try Self.written()
        try stage.send(.reveal(Stage.wall))
        for (index, row) in ScenarioOne.rows.enumerated() where row.theme == "none" {
            try stage.send(
                .hideNote(Stage.note(index), on: Stage.wall, reason: "hors sujet")
            )
        }
        #expect(Self.visible(in: stage, to: .participants).count == 140)
        #expect(Self.visible(in: stage, to: .facilitators).count == 148)
        guard
            case .moderation(let lines)? = stage.room.entity(
                .moderation(of: Stage.wall),
                for: .guests
            )
        else {
            Issue.record("the room does not see the moderation log")
            return
        }
        #expect(lines.count == 8)
        #expect(lines.allSatisfy { $0.deed == .hide && $0.reason == "hors sujet" })
    }

    @Test("S1.23 after the end nothing more can be sent, and everything can be read")
    func end() throws {
        var stage = try Self.written()
        try stage.send(.end(at: Moment(milliseconds: 1)))
        #expect(Self.visible(in: stage, to: .participants).count == 148)
        #expect(throws: Refusal.roomEnded) { try stage.post(1, note: 1_000) }
        let room = stage.room
        #expect(Room(replaying: room.condensed, revision: room.revision) == room)
    }
}
