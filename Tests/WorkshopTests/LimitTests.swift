import Testing
import Workshop

/// Each limit of the domain: what is just within it, and what is just over.
@Suite("Limits")
struct LimitTests {
    static func text(_ count: Int) -> String {
        // Two code units in UTF-16, four bytes in UTF-8: only code points count.
        String(repeating: "🐙", count: count)
    }

    static func accepts(_ body: () throws -> Void) -> Bool {
        (try? body()) != nil
    }

    @Test("titles, names of organisations and colleges, and how many there are")
    func rooms() {
        func room(title: Int = 5, label: Int = 5, organisations: Int = 1, colleges: Int = 1) -> Bool
        {
            Self.accepts {
                _ = try RoomDesign(
                    title: Self.text(title),
                    language: .english,
                    organisations: Array(repeating: Self.text(label), count: organisations),
                    colleges: Array(repeating: Self.text(label), count: colleges)
                )
            }
        }
        #expect(room(title: 120) && !room(title: 121) && room(title: 1) && !room(title: 0))
        #expect(room(label: 120) && !room(label: 121) && !room(label: 0))
        #expect(room(organisations: 200) && !room(organisations: 201) && room(organisations: 0))
        #expect(room(colleges: 200) && !room(colleges: 201) && room(colleges: 0))
    }

    @Test("[invalid-room] a room beyond the limits says so")
    func invalidRoom() {
        #expect(throws: Refusal.invalidRoom) {
            try RoomDesign(title: " ", language: .french, organisations: [], colleges: [])
        }
    }

    @Test("questions, options, and how many of them make a ballot")
    func polls() {
        func poll(
            question: Int = 5,
            label: Int = 5,
            options: Int = 3,
            choices: ClosedRange<Int> = 1...1
        ) -> Bool {
            Self.accepts {
                _ = try PollDesign(
                    question: Self.text(question),
                    options: Array(repeating: Self.text(label), count: options),
                    choiceCount: choices,
                    abstention: .offered,
                    results: .live,
                    identity: .anonymous
                )
            }
        }
        #expect(poll(question: 300) && !poll(question: 301) && !poll(question: 0))
        #expect(poll(label: 120) && !poll(label: 121) && !poll(label: 0))
        #expect(poll(options: 2) && poll(options: 60) && !poll(options: 1) && !poll(options: 61))
        #expect(poll(choices: 3...3) && !poll(choices: 1...4) && !poll(choices: 0...1))
    }

    @Test("titles of walls, their sections, and the notes of a seat")
    func walls() {
        func wall(title: Int = 5, label: Int = 5, sections: Int = 1, notes: Int = 4) -> Bool {
            Self.accepts {
                _ = try WallDesign(
                    title: Self.text(title),
                    sections: Array(repeating: Self.text(label), count: sections),
                    writing: .shared,
                    identity: .anonymous,
                    notesPerSeat: notes
                )
            }
        }
        #expect(wall(title: 300) && !wall(title: 301) && !wall(title: 0))
        #expect(wall(label: 120) && !wall(label: 121) && !wall(label: 0))
        #expect(wall(sections: 12) && !wall(sections: 13) && !wall(sections: 0))
        #expect(wall(notes: 1) && wall(notes: 100) && !wall(notes: 0) && !wall(notes: 101))
    }

    @Test("[invalid-activity] an activity beyond the limits says so")
    func invalidActivity() {
        #expect(throws: Refusal.invalidActivity) {
            try WallDesign(
                title: "",
                sections: ["A"],
                writing: .shared,
                identity: .named,
                notesPerSeat: 1
            )
        }
    }

    @Test("a ballot for all 60 options is one number and comes back whole")
    func sixtyOptions() throws {
        var stage = Stage.voting(Stage.pollDesign(options: 60, choices: 1...60))
        let all = try #require(Choices(0..<60))
        try stage.vote(0, .choices(all))
        let tally = try #require(stage.room.polls[Stage.poll]).tally
        #expect(tally.counts == Array(repeating: 1, count: 60))
        #expect(all.numbers == Array(0..<60))
        // The 61st line is the free entry that may follow the options.
        #expect(Choices([60])?.numbers == [60])
        #expect(Choices([61]) == nil)
        #expect(Choices([-1]) == nil)
        #expect(throws: Refusal.unknownOption) {
            try stage.vote(1, .choices(Choices(bits: 1 << 60)))
        }
        #expect(throws: Refusal.unknownOption) {
            try stage.vote(1, .choices(Choices(bits: 1 << 63)))
        }
    }

    @Test("notes and reasons count code points")
    func notes() throws {
        var stage = Stage.writing()
        try stage.post(0, note: 1, Self.text(500))
        try stage.edit(0, note: 1, Self.text(499))
        #expect(throws: Refusal.noteTooLong) { try stage.edit(0, note: 1, Self.text(501)) }
        #expect(throws: Refusal.noteEmpty) { try stage.edit(0, note: 1, "") }
        let reason = RoomCommand.hideNote(Stage.note(1), on: Stage.wall, reason: Self.text(200))
        #expect(try stage.send(reason).count == 1)
    }

    @Test("names have 1 to 60 characters")
    func names() throws {
        var stage = Stage()
        try stage.join(Stage.seat(0, name: Self.text(60)))
        #expect(throws: Refusal.invalidJoin) {
            try stage.join(Stage.seat(1, name: Self.text(61)))
        }
        #expect(throws: Refusal.invalidJoin) { try stage.join(Stage.seat(1, name: "")) }
    }

    @Test("a withdrawn note makes room for another, until 10,000 were posted")
    func notesEver() throws {
        var stage = Stage.writing(Stage.wallDesign(notesPerSeat: 1))
        for note in 0..<Limits.notesEverPerWall {
            try stage.post(0, note: note)
            try stage.takeBack(0, note: note)
        }
        #expect(throws: Refusal.wallFull) { try stage.post(0, note: 99_999) }
        #expect(stage.room.walls[Stage.wall]?.notes.isEmpty == true)
    }

    @Test("a moderation log has 2,000 lines")
    func moderation() throws {
        var stage = Stage.noted
        for line in 0..<Limits.moderationLines {
            try stage.send(
                line % 2 == 0
                    ? .hideNote(Stage.note(1), on: Stage.wall, reason: "")
                    : .restoreNote(Stage.note(1), on: Stage.wall, reason: "")
            )
        }
        #expect(throws: Refusal.wallFull) {
            try stage.send(.hideNote(Stage.note(1), on: Stage.wall, reason: ""))
        }
    }

    @Test("positions in the agenda beyond its ends mean its ends")
    func positions() throws {
        var stage = Stage.drafting
        let third = Activity.ID(rawValue: 9)
        try stage.send(.addActivity(.poll(Stage.pollDesign()), id: third, at: .max))
        #expect(stage.room.agenda == [Stage.poll, Stage.wall, third])
        try stage.send(.moveActivity(third, to: .min))
        #expect(stage.room.agenda == [third, Stage.poll, Stage.wall])
        try stage.send(.moveActivity(third, to: .max))
        #expect(stage.room.agenda == [Stage.poll, Stage.wall, third])
    }
}
