import Testing

/// An open room with a live poll of two options, a shared wall and people in their seats.
struct Stage {
    let hall: Hall
    let console: Tab
    let seats: [Tab]

    static let poll = Hall.id(0xa1)
    static let wall = Hall.id(0xb1)

    init(on site: Site, seats count: Int, writing: JSONValue = "shared") async throws {
        hall = try await site.createRoom()
        console = try await hall.facilitator().join()
        let poll: JSONValue = [
            "kind": "poll", "question": "Oui ?", "options": ["Oui", "Non"], "results": "live",
        ]
        let wall: JSONValue = [
            "kind": "wall", "title": "Idées", "sections": ["Idées"], "writing": writing,
            "notesPerSeat": 20,
        ]
        let commands: [(String, JSONValue)] = [
            ("room.open", [:]),
            ("activity.add", ["activity": .text(Self.poll), "as": poll]),
            ("activity.add", ["activity": .text(Self.wall), "as": wall]),
            ("activity.launch", ["activity": .text(Self.poll)]),
            ("activity.launch", ["activity": .text(Self.wall)]),
        ]
        for (verb, fields) in commands {
            try #require(try await console.ask(verb, fields).code == "ack")
        }
        var seats: [Tab] = []
        for seat in 0..<count { seats.append(try await hall.seat(seat).join()) }
        self.seats = seats
    }

    /// These seats choose `option`, all at once, and are acknowledged.
    func vote(_ numbers: Range<Int>, for option: Int) async throws {
        let fields: JSONValue = ["poll": .text(Self.poll), "choices": [.number(option)]]
        let sent = numbers.map { (seats[$0], seats[$0].post("poll.vote", fields)) }
        for (tab, id) in sent { #expect(try await tab.answer(to: id).code == "ack") }
    }

    /// Sends one note; returns the command's id.
    @discardableResult
    func post(_ tab: Tab, note: Int, _ text: String) -> String {
        tab.post(
            "note.post",
            [
                "wall": .text(Self.wall), "note": .text(Hall.id(0x10_0000 + note)), "section": 0,
                "text": .text(text),
            ]
        )
    }

    /// These seats write one note each, all at once, and are acknowledged.
    func post(_ numbers: Range<Int>, round: Int, text: String) async throws {
        let sent = numbers.map { seat in
            (seats[seat], post(seats[seat], note: 100 * round + seat, text))
        }
        for (tab, id) in sent { #expect(try await tab.answer(to: id).code == "ack") }
    }
}
