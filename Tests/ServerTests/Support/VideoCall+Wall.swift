import Rehearsal
import Scenarios
import Testing

/// The steps of the wall, S1.13 to S1.16.
extension VideoCall {
    /// Scattered like random ids, because a silent wall is revealed in their order.
    static func note(_ row: Int) -> String {
        Hall.id(Int(UInt32(0x10_0000 + row) &* 0x9e37_79b1))
    }

    static let withdrawnText = "Une note que son auteur retire, 4711"
    static let formerText = "Un premier jet que son auteur corrige, 4712"

    /// S1.13: everybody writes, nobody sees.
    func writeInSilence() async throws {
        try await launch(
            Self.wall,
            [
                "kind": "wall", "title": "Vos idées", "sections": ["Idées"], "writing": "silent",
                "identity": "anonymous", "notesPerSeat": 4,
            ]
        )
        try await changeTheirMinds()
        var sent: [(Tab, String)] = []
        for (index, row) in ScenarioOne.rows.enumerated() {
            let fields = Self.fields(index, text: row.text)
            sent.append((seats[row.seat], seats[row.seat].post("note.post", fields)))
        }
        for (tab, id) in sent {
            let answer = try await tab.answer(to: id)
            #expect(answer.code == "ack", "\(answer)")
        }
        let fifth = try await seats[0].ask("note.post", Self.fields(900, text: "Une cinquième"))
        #expect(fifth.code == "too-many-notes")
        let long = String(repeating: "é", count: 501)
        let tooLong = try await seats[41].ask("note.post", Self.fields(901, text: long))
        #expect(tooLong.code == "note-too-long")
        try await allSee("progress/\(Self.wall)", ["notes": 148])
    }

    static func fields(_ number: Int, text: String) -> JSONValue {
        [
            "wall": .text(wall), "note": .text(note(number)), "section": 0, "text": .text(text),
        ]
    }

    /// Seat 41 takes a note back; the first note of seat 40 is first written differently.
    private func changeTheirMinds() async throws {
        let taken = Self.fields(902, text: Self.withdrawnText)
        #expect(try await seats[41].ask("note.post", taken).code == "ack")
        #expect(try await seats[41].ask("note.withdraw", taken).code == "ack")
        let number = 40
        let former = Self.fields(number, text: Self.formerText)
        #expect(try await seats[40].ask("note.post", former).code == "ack")
        let text = ScenarioOne.rows[number].text
        #expect(try await seats[40].ask("note.edit", Self.fields(number, text: text)).code == "ack")
    }

    /// [P14] While a wall is silent, a note is with its author only.
    func checkSilence() async throws {
        for (seat, tab) in seats.enumerated() {
            let own = ScenarioOne.rows.filter { $0.seat == seat }.map { Array($0.text.utf8) }
            try await tab.sees("own notes") { map in
                map["mine/\(Self.wall)"]?["notes"]?.list?.count == own.count
            }
            let seen = tab.map["mine/\(Self.wall)"]?["notes"]?.list ?? []
            #expect(Set(seen.compactMap { $0["text"]?.text }.map { Array($0.utf8) }) == Set(own))
        }
        let texts = ScenarioOne.rows.map { JSONValue.text($0.text).json.dropFirst().dropLast() }
        for tab in everyone {
            #expect(tab.map.all("note/").isEmpty)
        }
        for tab in [facilitator, display, guest] {
            let heard = tab.now.heard.joined(separator: "\n")
            for text in texts { #expect(!heard.contains(text)) }
        }
        let report = try await hall.export("json").text
        #expect(!report.contains("\"notes\" : [\n      {"))
        for row in ScenarioOne.rows.prefix(20) { #expect(!report.contains(row.text)) }
    }

    /// S1.14: every note is on every screen exactly as it was typed, and nobody's.
    func revealNotes() async throws {
        try await lead("activity.reveal", ["activity": .text(Self.wall)])
        let typed = Set(ScenarioOne.rows.map { Array($0.text.utf8) })
        for tab in everyone {
            try await tab.sees("148 notes") { $0.all("note/").count == 148 }
            let notes = tab.map.all("note/")
            #expect(Set(notes.compactMap { $0["text"]?.text }.map { Array($0.utf8) }) == typed)
            for note in notes {
                #expect(note.keys == ["wall", "section", "text", "place"])
            }
        }
        try checkOrder()
    }

    /// The order on the wall says nothing about who was first.
    private func checkOrder() throws {
        let map = display.map
        let places = ScenarioOne.rows.indices.compactMap { map["note/\(Self.note($0))"]?["place"] }
            .compactMap(\.number)
        #expect(Set(places).count == 148)
        #expect(places != places.sorted())
    }

    /// S1.16: what is off topic goes, and the room is told that it went.
    func hideOffTopic() async throws {
        let hidden = ScenarioOne.rows.indices.filter { ScenarioOne.rows[$0].theme == "none" }
        for row in hidden {
            let fields: JSONValue = [
                "wall": .text(Self.wall), "note": .text(Self.note(row)), "reason": "hors sujet",
            ]
            try await lead("note.hide", fields)
        }
        let log = JSONValue.list(
            hidden.map { row in
                ["note": .text(Self.note(row)), "done": "hide", "reason": "hors sujet"]
            }
        )
        try await allSee("hidden/\(Self.wall)", log)
        for tab in seats + [display, guest] {
            try await tab.sees("140 notes") { $0.all("note/").count == 140 }
        }
        try await facilitator.sees("8 marked notes") { map in
            map.all("note/").filter { $0["hidden"]?.text == "hors sujet" }.count == 8
        }
        #expect(facilitator.map.all("note/").count == 148)
        for row in hidden {
            let own = seats[ScenarioOne.rows[row].seat].map["mine/\(Self.wall)"]?["notes"]?.list
            #expect(own?.contains { $0["note"]?.text == Self.note(row) } == true)
        }
    }
}
