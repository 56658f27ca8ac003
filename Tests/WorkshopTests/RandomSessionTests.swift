import Testing
import Workshop

/// What holds in every room, whatever people do; a failure names its seed.
@Suite("Whatever people do")
struct RandomSessionTests {
    @Test("replaying the log gives the room back")
    func replay() {
        for seed in 1...300 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            for _ in 0..<session.steps { _ = session.step() }
            #expect(Room(replaying: session.log) == session.room, "seed \(seed)")
            #expect(session.room.revision == session.log.count, "seed \(seed)")
        }
    }

    @Test("the condensed log leads to the same room, at every moment")
    func condensation() {
        for seed in 1...150 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            for step in 0..<session.steps {
                guard let done = session.step(), !done.events.isEmpty else { continue }
                let room = session.room
                let replayed = Room(replaying: room.condensed, revision: room.revision)
                #expect(replayed == room, "seed \(seed), step \(step)")
            }
        }
    }

    @Test("a tally is a recount of the ballots, and the counts of a wall one of its notes")
    func recount() {
        for seed in 1...300 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            for _ in 0..<session.steps { _ = session.step() }
            for (id, poll) in session.room.polls {
                let expected = Recount(of: poll)
                #expect(poll.tally.ballots == expected.ballots, "seed \(seed), poll \(id)")
                #expect(poll.tally.abstentions == expected.abstentions, "seed \(seed), poll \(id)")
                #expect(poll.tally.counts == expected.counts, "seed \(seed), poll \(id)")
                #expect(poll.tally.numbers == expected.numbers, "seed \(seed), poll \(id)")
                #expect(expected.holdsEntries(of: poll), "seed \(seed), poll \(id)")
            }
            for (id, wall) in session.room.walls {
                for seat in 0..<session.people {
                    let author = session.stage.key(of: seat, in: id)
                    let count = wall.notes.values.filter { $0.author == author }.count
                    #expect(wall.noteCount(of: author) == count, "seed \(seed), wall \(id)")
                }
            }
        }
    }

    @Test("[P18] whatever the room accepts, it accepts again, and nothing more happens")
    func repetition() throws {
        for seed in 1...300 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            for _ in 0..<session.steps {
                guard let done = session.step(), let command = done.command else { continue }
                let again = Result { try session.room.decide(command, by: done.sender) }
                let answer = try? again.get()
                #expect(answer == [], "seed \(seed): \(command) gave \(again)")
            }
        }
    }

    @Test("every value that changes, for whatever audience, is named by the keys of the event")
    func keysAreComplete() {
        for seed in 1...80 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            var room = session.room
            var before = Screens(of: room)
            for step in 0..<session.steps {
                guard let done = session.step() else { continue }
                for event in done.events {
                    let named = Set(room.advance(by: event))
                    let after = Screens(of: room)
                    let missing = before.keysThatDiffer(from: after).subtracting(named)
                    #expect(missing.isEmpty, "seed \(seed), step \(step): \(event) and \(missing)")
                    before = after
                }
            }
        }
    }

    /// Everything that every audience sees.
    private struct Screens {
        private var values: [EntityKey: [Entity?]] = [:]

        init(of room: Room) {
            for key in room.entityKeys {
                values[key] = Audience.allCases.map { room.entity(key, for: $0) }
            }
        }

        func keysThatDiffer(from other: Self) -> Set<EntityKey> {
            let nothing: [Entity?] = [nil, nil, nil, nil]
            return Set(values.keys).union(other.values.keys).filter {
                values[$0, default: nothing] != other.values[$0, default: nothing]
            }
        }
    }

    @Test("[P10] nobody sees a result before it is due, on any key")
    func nothingEarly() {
        for seed in 1...80 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            for _ in 0..<session.steps { _ = session.step() }
            let room = session.room
            for key in room.entityKeys {
                for audience in Audience.allCases {
                    guard let entity = room.entity(key, for: audience) else { continue }
                    #expect(Self.mayBeSeen(entity, key, in: room), "seed \(seed): \(key)")
                }
            }
        }
    }

    /// Restates P13 to P15 from the rules, not from the views.
    private static func mayBeSeen(_ entity: Entity, _ key: EntityKey, in room: Room) -> Bool {
        switch key {
        case .tally(let id), .voters(let id), .entry(_, let id):
            return isDue(id, in: room)
        case .tables(let id):
            guard case .tables(let tables) = entity, let poll = room.polls[id] else { return false }
            let moves = tables.contains { $0.subject == .earlierRound }
            return isDue(id, in: room) && poll.phase >= .closed
                && (!moves || isDue(poll.design.follows!, in: room))
        case .note(_, let id):
            return (room.walls[id]?.phase ?? .draft) >= .open
        case .moderation(let id):
            return (room.walls[id]?.phase ?? .draft) >= .open || isDue(id, in: room)
        case .room, .agenda, .activity, .progress, .screen, .presence, .seat, .own, .timer:
            return true
        case .ownTime:
            return false
        }
    }

    private static func isDue(_ id: Activity.ID, in room: Room) -> Bool {
        guard let poll = room.polls[id] else { return false }
        switch poll.design.results {
        case .live: return poll.phase >= .open
        case .onClose: return poll.phase >= .closed
        case .onReveal: return poll.phase == .revealed
        }
    }

    @Test("the sessions reach every phase and nearly every kind of event")
    func coverage() {
        var phases: Set<Poll.Phase> = []
        var wallPhases: Set<Wall.Phase> = []
        var refusals = 0
        var kinds: Set<String> = []
        for seed in 1...100 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            for _ in 0..<session.steps where session.step() == nil { refusals += 1 }
            phases.formUnion(session.room.polls.values.map(\.phase))
            wallPhases.formUnion(session.room.walls.values.map(\.phase))
            for event in session.log { kinds.insert("\(event)".prefix { $0 != "(" }.description) }
        }
        #expect(phases == [.draft, .open, .closed, .revealed])
        #expect(wallPhases == [.draft, .silent, .open, .closed])
        #expect(kinds.count == 24, "\(kinds.sorted())")
        #expect(refusals > 1_000)
    }

    @Test("the sessions hold every kind of poll, its ballots, tables, and rounds")
    func coverageOfPolls() {
        var forms: Set<String> = []
        var ballots: Set<String> = []
        var subjects: Set<BreakdownTable.Subject> = []
        var editions = 0
        for seed in 1...200 as ClosedRange<UInt64> {
            var session = RandomSession(seed: seed)
            for _ in 0..<session.steps { _ = session.step() }
            for poll in session.room.polls.values where !poll.ballots.isEmpty {
                forms.insert("\(poll.design.form)".prefix { $0 != "(" }.description)
                for ballot in poll.ballots.values {
                    ballots.insert("\(ballot)".prefix { $0 != "(" }.description)
                }
                subjects.formUnion(poll.tables.map(\.subject))
                if poll.edition > 0 { editions += 1 }
            }
        }
        #expect(forms.count == 8, "\(forms.sorted())")
        #expect(ballots.count == 9, "\(ballots.sorted())")
        #expect(subjects == [.group(.college), .group(.organisation), .earlierRound])
        #expect(editions > 10)
    }
}
