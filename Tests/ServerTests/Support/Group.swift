import Rehearsal
import Testing
import WireProtocol
import Workshop

/// An open room with its facilitator, display, guest and seats, each on a real socket.
struct Group {
    let hall: Hall
    let lead: Tab
    let display: Tab
    let guest: Tab
    let seats: [Tab]

    var everyone: [Tab] { seats + [lead, display, guest] }

    init(
        on site: Site,
        colleges: [String] = [],
        seats numbers: Range<Int>,
        college: (Int) -> Int? = { _ in nil }
    ) async throws {
        hall = try await site.createRoom([
            "title": "Décider ensemble", "language": "fr",
            "colleges": .list(colleges.map { .text($0) }),
        ])
        lead = try await hall.facilitator().join()
        display = try await hall.display().join()
        guest = try await hall.guest().join()
        var seats: [Tab] = []
        for number in numbers {
            let details = college(number).map { ["college": JSONValue.number($0)] } ?? [:]
            seats.append(try await hall.seat(number, details: details).join())
        }
        self.seats = seats
        try await ask("room.open")
    }

    /// Has the facilitator do something that must work.
    func ask(_ verb: String, _ fields: JSONValue = [:]) async throws {
        let answer = try await lead.ask(verb, fields)
        try #require(answer.code == "ack", "\(verb): \(answer)")
    }

    func launch(_ id: String, _ design: PollDesign) async throws {
        try await launch(id, try #require(JSONValue(JSON.bytes(DesignFields(design)))))
    }

    func launch(_ id: String, _ design: JSONValue) async throws {
        try await ask("activity.add", ["activity": .text(id), "as": design])
        try await ask("activity.launch", ["activity": .text(id)])
    }

    /// These seats answer, all at once, and are acknowledged.
    func vote(
        _ numbers: some Sequence<Int>,
        in poll: String,
        earlier: (Int) -> Int? = { _ in nil },
        _ ballot: (Int) -> Ballot
    ) async throws {
        let sent = numbers.map { number in
            let remarks = earlier(number).map { ["earlier": JSONValue.number($0)] } ?? [:]
            let fields = Hall.vote(ballot(number), in: poll, remarks)
            return (seats[number], seats[number].post("poll.vote", fields))
        }
        for (tab, id) in sent {
            let answer = try await tab.answer(to: id)
            #expect(answer.code == "ack", "\(answer)")
        }
    }

    func allSee(_ key: String, _ value: JSONValue) async throws {
        for tab in everyone { try await tab.sees(key, value) }
    }

    /// [P13] Nothing that anybody but its author ever received tells a result of `poll`.
    func checkHidden(_ poll: String, texts: [String]) throws {
        for tab in everyone {
            for frame in tab.now.heard {
                #expect(!frame.contains("\"tally/\(poll)\""))
                #expect(!frame.contains("\"tables/\(poll)\""))
                #expect(!frame.contains("\"entry/"))
                guard tab.person.role != "participant" else { continue }
                for text in texts { #expect(!frame.contains(text)) }
            }
        }
    }

    /// [P20] No table that anybody received has a number from 1 to 4 in it.
    func checkTables(in frame: String) throws {
        guard frame.contains("\"tables/"), let message = JSONValue(frame.utf8) else { return }
        for (key, tables) in message["put"]?.object ?? [:] where key.hasPrefix("tables/") {
            for row in (tables.list ?? []).flatMap({ $0["rows"]?.list ?? [] }) {
                let numbers = (row["counts"]?.list ?? []).compactMap(\.number)
                for number in numbers + [row["total"]?.number].compactMap({ $0 }) {
                    #expect(!(1...4).contains(number), "\(row.json)")
                }
            }
        }
    }
}
