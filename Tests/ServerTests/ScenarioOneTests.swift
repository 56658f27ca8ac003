import Frames
import Rehearsal
import Scenarios
import Testing
import Workshop

@Suite("Scenario S1 over real sockets: twelve landlords, forty-two people", .serialized)
struct ScenarioOneTests {
    @Test("[P7] [P8] [P9] [P13] [P14] [P15] the whole video call, with every count of the script")
    func videoCall() async throws {
        try await withSite { site in
            let call = try await VideoCall(on: site)
            try await Self.lobby(call)
            try await Self.firstPoll(call)
            try await Self.hiddenPolls(call)
            try await Self.livePolls(call)
            try await Self.wall(call)
            try await Self.awayAndBack(call)
            try await Self.end(call)
            try await Self.checkExports(call)
            try await call.checkWhatIsKept()
        }
    }

    /// S1.1 and S1.2.
    private static func lobby(_ call: VideoCall) async throws {
        try await call.seat(ScenarioOne.earlySeats)
        try await call.facilitator.sees("presence", ["seats": 38, "here": 38, "away": []])
        try await call.allSeePresence(seats: 38, here: 38)
        #expect(call.facilitator.map.all("activity/").isEmpty)
        let early = try await call.seats[0].ask(
            "poll.vote",
            ["poll": .text(VideoCall.id(of: .p1)), "choices": [0]]
        )
        #expect(early.code == "unknown-activity" || early.code == "room-not-open")
        try await call.lead("room.open")
        for tab in call.everyone {
            try await tab.sees("an open room") { $0["room"]?["phase"] == "open" }
        }
    }

    /// S1.3 to S1.5: P1.
    private static func firstPoll(_ call: VideoCall) async throws {
        try await call.launch(.p1)
        let poll = JSONValue.text(VideoCall.id(of: .p1))
        let first = try await call.seats[8].ask("poll.vote", ["poll": poll, "choices": [2]])
        #expect(first.code == "ack")
        let answering = ScenarioOne.earlySeats.filter { !ScenarioOne.silentInP1.contains($0) }
        try await call.answer(.p1, by: answering)
        try await call.allSeeProgress(of: .p1, 36, of: 38)
        try await call.allSee(ScenarioOne.p1AfterFirstAnswers, of: .p1)

        try await call.seat(38..<42)
        try await call.answer(.p1, by: 38..<42)
        try await call.allSeeProgress(of: .p1, 40, of: 42)
        try await call.allSee(ScenarioOne.p1AfterLateSeats, of: .p1)

        let seat = call.seats[ScenarioOne.withdrawsInP1]
        #expect(try await seat.ask("poll.withdraw", ["poll": poll]).code == "ack")
        try await seat.sees("no ballot") { $0["mine/\(VideoCall.id(of: .p1))"] == nil }
        try await call.allSeeProgress(of: .p1, 39, of: 42)
        try await call.close(.p1)
        try await call.allSee(ScenarioOne.Question.p1.count, of: .p1)
        let late = try await call.seats[0].ask("poll.vote", ["poll": poll, "choices": [3]])
        #expect(late.code == "poll-closed")
    }

    /// S1.6 to S1.8, and round 1 of P6 (S1.11): P2 and P6 on close, P3 on reveal.
    private static func hiddenPolls(_ call: VideoCall) async throws {
        for question in [ScenarioOne.Question.p2, .p6] {
            try await call.launch(question)
            try await call.answer(question, by: ScenarioOne.seats)
            try await call.allSeeProgress(of: question, 42, of: 42)
            try await call.checkHidden(question)
            try await call.close(question)
            try await call.allSee(question.count, of: question)
        }
        try await call.launch(.p3)
        let poll = JSONValue.text(VideoCall.id(of: .p3))
        for choices in [[], [0, 1, 2, 3]] as [JSONValue] {
            let answer = try await call.seats[0].ask(
                "poll.vote",
                ["poll": poll, "choices": choices]
            )
            #expect(answer.code == "wrong-number-of-choices")
        }
        #expect(
            call.facilitator.map["progress/\(VideoCall.id(of: .p3))"] == ["answered": 0, "of": 42]
        )
        try await call.answer(.p3, by: ScenarioOne.seats)
        try await call.allSeeProgress(of: .p3, 42, of: 42)
        try await call.checkHidden(.p3)
        try await call.close(.p3)
        try await call.checkHidden(.p3)
        try await call.lead("activity.reveal", ["activity": poll])
        try await call.allSee(ScenarioOne.Question.p3.count, of: .p3)
    }

    /// S1.9 without the texts, and S1.10: seat 17 goes on from its phone.
    private static func livePolls(_ call: VideoCall) async throws {
        try await call.launch(.p4)
        try await call.answer(.p4, by: ScenarioOne.seats)
        try await call.allSee(ScenarioOne.Question.p4.count, of: .p4)
        try await call.close(.p4)

        try await call.launch(.p5)
        let laptop = call.seats[17]
        let vote = VideoCall.ballot(.p5, of: 16)
        #expect(try await laptop.ask("poll.vote", vote).code == "ack")
        laptop.cutOff()
        let phone = try await call.hall.seat(17, client: "phone").join()
        #expect(phone.now.welcome?["seat"] == laptop.now.welcome?["seat"])
        #expect(phone.map["mine/\(VideoCall.id(of: .p5))"] != nil)
        call.seats[17] = phone
        try await call.answer(.p5, by: ScenarioOne.seats)
        try await call.allSeeProgress(of: .p5, 42, of: 42)
        try await call.allSee(ScenarioOne.Question.p5.count, of: .p5)
        try await call.allSeePresence(seats: 42, here: 42)
        try await call.close(.p5)
    }

    /// S1.13, S1.14 and S1.16, and what the guest may not do.
    private static func wall(_ call: VideoCall) async throws {
        try await call.writeInSilence()
        try await call.checkSilence()
        try await call.revealNotes()
        try await call.hideOffTopic()
        let note = VideoCall.fields(950, text: "Une note de l'État")
        #expect(try await call.guest.ask("note.post", note).code == "not-allowed")
        let ballot = VideoCall.ballot(.p5, of: 0)
        #expect(try await call.guest.ask("poll.vote", ballot).code == "not-allowed")
        #expect(try await call.display.ask("poll.vote", ballot).code == "not-allowed")
    }

    /// Seat 41 is away while the wall closes and the closing scale (S1.22) opens.
    private static func awayAndBack(_ call: VideoCall) async throws {
        let away = call.seats.removeLast()
        away.cutOff()
        let name = try #require(away.now.welcome?["seat"]?["name"])
        try await call.facilitator.sees(
            "presence",
            ["seats": 42, "here": 41, "away": [name]]
        )
        try await call.lead("activity.close", ["activity": .text(VideoCall.wall)])
        let scale = Hall.id(0xc1)
        try await call.launch(
            scale,
            [
                "kind": "poll", "question": "Cette séance ?", "min": 1, "max": 1,
                "options": ["1", "2", "3", "4", "5"], "abstention": false, "results": "live",
            ]
        )
        let heard = away.now.heard.count
        try await away.join()
        let update = away.now.heard[heard...].compactMap { JSONValue($0.utf8) }
            .first { $0["type"] == "update" }
        #expect(update?["full"] == nil, "[P7] only what changed")
        call.seats.append(away)
        let answers = [0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4]
        for (seat, tab) in call.seats.enumerated() {
            let choice = JSONValue.number(answers[(3 * seat + 1) % 11])
            let answer = try await tab.ask(
                "poll.vote",
                ["poll": .text(scale), "choices": [choice]]
            )
            #expect(answer.code == "ack")
        }
        try await call.allSee(
            "tally/\(scale)",
            ["ballots": 42, "abstentions": 0, "counts": [4, 4, 8, 15, 11]]
        )
        try await away.sees("all 42") { $0["presence"]?["here"] == 42 }
        let other = call.seats[0].map.shared
        #expect(away.map.shared == other)
    }

    /// S1.23.
    private static func end(_ call: VideoCall) async throws {
        try await call.lead("room.end")
        for tab in call.everyone {
            try await tab.sees("the end") { $0["room"]?["phase"] == "ended" }
        }
        let vote: JSONValue = ["poll": .text(Hall.id(0xc1)), "choices": [0]]
        for tab in [call.seats[3], call.seats[17]] {
            let refusal = try await tab.ask("poll.vote", vote).code
            #expect(["room-ended", "poll-closed"].contains(refusal))
            let note = VideoCall.fields(960, text: "Trop tard")
            let late = try await tab.ask("note.post", note).code
            #expect(["room-ended", "wall-closed"].contains(late))
        }
        let add: JSONValue = ["activity": .text(Hall.id(0xd1)), "as": ["kind": "wall"]]
        #expect(try await call.facilitator.ask("activity.add", add).code != "ack")
        #expect(try await call.facilitator.ask("room.open").code == "room-ended")
        call.seats[3].cutOff()
        let again = try await call.hall.seat(3, client: "again").join()
        #expect(again.map.shared == call.seats[4].map.shared)
        #expect(again.map.all("note/").count == 140)
        let stranger = call.hall.seat(99)
        try await stranger.join()
        let (code, bye) = try await stranger.end()
        #expect(code?.rawValue == 4007)
        #expect(bye?["code"] == "room-ended")
        #expect(call.display.map["presence"]?["seats"] == 42)
    }

    private static func checkExports(_ call: VideoCall) async throws {
        let document = try await call.hall.export("json").body
        let report = try #require(JSONValue(document))
        #expect(report["seats"] == 42)
        let activities = report["activities"]?.list ?? []
        for question in ScenarioOne.Question.allCases {
            let poll = activities.first { $0["title"]?.text == question.design.question }
            let counts = poll?["lines"]?.list?.compactMap { $0["count"]?.number }
            #expect(counts == question.count.options)
            #expect(poll?["ballots"]?.number == question.count.ballots)
            #expect(poll?["abstentions"]?.number == question.count.abstentions)
        }
        let wall = activities.first { $0["kind"] == "wall" }
        #expect(wall?["notes"]?.list?.count == 140)
        #expect(wall?["hiddenCount"] == 8)
        #expect(wall?["moderation"]?.list?.count == 8)
        try await checkTable(call)
    }

    /// The CSV export: the same counts, and no cell that a spreadsheet would run.
    private static func checkTable(_ call: VideoCall) async throws {
        let rows = CSVReader.rows(in: try await call.hall.export("csv").text).dropFirst()
        #expect(rows.filter { $0[3] == "note" }.count == 140)
        for question in ScenarioOne.Question.allCases {
            let start = rows.firstIndex { $0[4].hasSuffix(question.design.question) }
            let number = try #require(start.map { rows[$0][0] })
            let options = rows.filter {
                $0[0] == number && ["option", "other"].contains($0[3])
            }
            #expect(options.compactMap { Int($0[6]) } == question.count.options)
        }
        for cell in rows.joined() where cell.utf8.count > 1 {
            let first = try #require(cell.unicodeScalars.first)
            #expect(!"=+-@\t\r".unicodeScalars.contains(first), "\(cell)")
        }
        for id in ["A030", "A145"] {
            let text = try #require(ScenarioOne.rows.first { $0.id == id }?.text)
            #expect(rows.contains { $0[4] == "'" + text })
        }
    }
}
