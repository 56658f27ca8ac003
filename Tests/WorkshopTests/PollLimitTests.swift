import Testing
import Workshop

/// Each limit of a kind of poll: what is just within it, and what is just over.
@Suite("Limits of polls")
struct PollLimitTests {
    private static func accepts(_ body: () throws -> Void) -> Bool {
        LimitTests.accepts(body)
    }

    private static func labels(_ count: Int, _ length: Int = 5) -> [String] {
        Array(repeating: LimitTests.text(length), count: count)
    }

    @Test("choices: 2 to 60 options, or 1 to 60 and the free one")
    func choices() {
        func form(_ options: Int, _ count: ClosedRange<Int>, _ other: ChoiceForm.Other) -> Bool {
            Self.accepts {
                _ = try ChoiceForm(options: Self.labels(options), count: count, other: other)
            }
        }
        #expect(form(2, 1...2, .notOffered) && !form(1, 1...1, .notOffered))
        #expect(form(1, 1...2, .offered) && !form(0, 1...1, .offered))
        #expect(form(60, 1...61, .offered) && !form(61, 1...1, .offered))
        #expect(!form(60, 1...62, .offered) && !form(60, 1...61, .notOffered))
    }

    @Test("scales: 3 to 11 steps, two labels of 1 to 120 characters")
    func scales() {
        func form(_ steps: Int, low: Int = 5, high: Int = 5) -> Bool {
            Self.accepts {
                _ = try ScaleForm(
                    steps: steps,
                    lowLabel: LimitTests.text(low),
                    highLabel: LimitTests.text(high)
                )
            }
        }
        #expect(form(3) && form(11) && !form(2) && !form(12))
        #expect(form(5, low: 120) && !form(5, low: 121) && !form(5, low: 0))
        #expect(form(5, high: 120) && !form(5, high: 121) && !form(5, high: 0))
    }

    @Test("rankings: 2 to 24 options, as many places at most")
    func rankings() {
        func form(_ options: Int, _ count: ClosedRange<Int> = 1...1, length: Int = 5) -> Bool {
            Self.accepts {
                _ = try RankingForm(options: Self.labels(options, length), count: count)
            }
        }
        #expect(form(2) && form(24) && !form(1) && !form(25))
        #expect(form(3, 3...3) && !form(3, 1...4) && !form(3, 0...1))
        #expect(form(3, length: 120) && !form(3, length: 121))
    }

    @Test("points: 1 to 1,000, on 2 to 60 options that can take them")
    func points() {
        func form(
            _ budget: Int,
            most: Int? = nil,
            options: Int = 3,
            _ spending: PointsForm.Spending = .some
        ) -> Bool {
            Self.accepts {
                _ = try PointsForm(
                    options: Self.labels(options),
                    budget: budget,
                    mostPerOption: most ?? budget,
                    spending: spending
                )
            }
        }
        #expect(form(1) && form(1_000) && !form(0, most: 1) && !form(1_001))
        #expect(form(10, most: 1) && !form(10, most: 0) && !form(10, most: 11))
        #expect(form(9, most: 3, .all) && !form(10, most: 3, .all) && form(10, most: 3, .some))
        #expect(form(9, options: 60) && !form(9, options: 61) && !form(9, options: 1))
    }

    @Test("estimates: a unit of 20 characters, 4 decimals, bounds within a million millions")
    func estimates() {
        func form(unit: Int = 2, decimals: Int = 0, _ bounds: ClosedRange<Int> = 0...1) -> Bool {
            Self.accepts {
                _ = try EstimateForm(
                    unit: LimitTests.text(unit),
                    decimals: decimals,
                    bounds: bounds
                )
            }
        }
        #expect(form(unit: 0) && form(unit: 20) && !form(unit: 21))
        #expect(form(decimals: 4) && !form(decimals: 5) && !form(decimals: -1))
        let most = 1_000_000_000_000
        #expect(form(-most...most) && !form(-most...(most + 1)) && !form((-most - 1)...most))
        #expect(!form(7...7) && form(7...8))
    }

    @Test("texts: 1 to 5 on a ballot, of 1 to 140 characters")
    func texts() throws {
        #expect(Self.accepts { _ = try TextsForm(most: 5) })
        #expect(!Self.accepts { _ = try TextsForm(most: 6) })
        #expect(!Self.accepts { _ = try TextsForm(most: 0) })
        var stage = Stage.asking(.texts(1))
        #expect(try stage.vote(0, .texts([.of(1, LimitTests.text(140))])).count == 1)
        #expect(throws: Refusal.entryTooLong) {
            try stage.vote(0, .texts([.of(1, LimitTests.text(141))]))
        }
    }

    @Test("proposals and reservations have up to 500 characters")
    func proposals() throws {
        for answer in [Consent.object, .reservations] {
            var stage = Stage.asking(.consent)
            #expect(try stage.vote(0, .consent(answer, .of(1, LimitTests.text(500)))).count == 1)
            #expect(throws: Refusal.entryTooLong) {
                try stage.vote(0, .consent(answer, .of(1, LimitTests.text(501))))
            }
        }
    }

    @Test("judgements: 1 to 24 options, 2 to 9 grades")
    func judgements() {
        func form(_ options: Int, _ grades: Int, length: Int = 5) -> Bool {
            Self.accepts {
                _ = try JudgementForm(
                    options: Self.labels(options),
                    grades: Self.labels(grades, length)
                )
            }
        }
        #expect(form(1, 2) && form(24, 9) && !form(0, 2) && !form(25, 2))
        #expect(!form(2, 1) && !form(2, 10))
        #expect(form(2, 2, length: 120) && !form(2, 2, length: 121))
    }

    @Test("a poll's timer, quorum and threshold; a breakdown needs lines")
    func conduct() {
        func poll(_ form: BallotForm = .consent, _ change: (inout PollDesign.Conduct) -> Void)
            -> Bool
        {
            var conduct = PollDesign.Conduct()
            change(&conduct)
            return Self.accepts {
                _ = try PollDesign(
                    question: "?",
                    form: form,
                    abstention: .offered,
                    results: .live,
                    identity: .anonymous,
                    conduct: conduct
                )
            }
        }
        for (seconds, fits) in [(4, false), (5, true), (86_400, true), (86_401, false)] {
            #expect(poll { $0.seconds = seconds } == fits)
        }
        for (percent, fits) in [(0, false), (1, true), (100, true), (101, false)] {
            #expect(poll { $0.quorumPercent = percent } == fits)
        }
        for (threshold, fits) in [(4, false), (5, true), (50, true), (51, false)] {
            #expect(poll { $0.threshold = threshold } == fits)
        }
        for form in [BallotForm.choice(), .scale(), .consent] {
            #expect(poll(form) { $0.breakdown = .college })
        }
        for form in [BallotForm.ranking(), .points(), .estimate(), .texts(), .judgement()] {
            #expect(!poll(form) { $0.breakdown = .college })
        }
    }

    @Test("a timer ends at most a day ahead, or a minute ago where clocks differ")
    func timers() throws {
        var stage = Stage.voting()
        let now = Moment(milliseconds: 500_000)
        for (ahead, fits) in [
            (86_400_000, true), (86_400_001, false), (-60_000, true), (-60_001, false),
        ] {
            let end = Moment(milliseconds: now.milliseconds + Int64(ahead))
            let command = RoomCommand.setTimer(until: end, for: Stage.poll, at: now)
            #expect(Self.accepts { try stage.send(command) } == fits, "\(ahead)")
        }
    }

    @Test("hands for one line go up to 100,000")
    func hands() throws {
        var stage = Stage.voting()
        try stage.send(.declareHands([100_000, 0, 0, 0], in: Stage.poll))
        #expect(stage.result()?.declaredHands == [100_000, 0, 0, 0])
    }

    @Test("2,000 texts are listed; beyond that they are counted and none is listed")
    func listedEntries() throws {
        var stage = Stage.asking(.texts(5), seats: 401)
        for seat in 0..<400 {
            try stage.vote(seat, .texts((0..<5).map { .of(seat * 5 + $0, "idée") }))
        }
        let key = EntityKey.entry(Stage.note(7), of: Stage.poll)
        #expect(stage.room.entity(key, for: .guests) != nil)
        try stage.vote(400, .texts([.of(9_999, "idée")]))
        #expect(stage.room.entity(key, for: .guests) == nil)
        #expect(stage.result()?.outcome == .texts([WordCount.Word(text: "idée", count: 401)]))
        try stage.withdraw(400)
        #expect(stage.room.entity(key, for: .facilitators) != nil)
    }

    @Test("a cloud holds 60 words")
    func cloud() throws {
        var stage = Stage.asking(.texts(), seats: 61)
        for seat in 0..<61 { try stage.vote(seat, .texts([.of(seat, "mot\(100 + seat)")])) }
        guard case .texts(let words)? = stage.result()?.outcome else {
            Issue.record("no cloud")
            return
        }
        #expect(words.count == 60)
    }

    @Test("a moderation log of a poll has 2,000 lines")
    func moderation() throws {
        var stage = Stage.asking(.texts())
        try stage.vote(0, .texts([.of(1)]))
        for line in 0..<Limits.moderationLines {
            try stage.send(
                line % 2 == 0
                    ? .hideEntry(Stage.note(1), in: Stage.poll, reason: "")
                    : .restoreEntry(Stage.note(1), in: Stage.poll, reason: "")
            )
        }
        #expect(throws: Refusal.wallFull) {
            try stage.send(.hideEntry(Stage.note(1), in: Stage.poll, reason: ""))
        }
    }
}
