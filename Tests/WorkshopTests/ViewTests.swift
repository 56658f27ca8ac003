import Testing
import Workshop

@Suite("What an audience may not see is absent [P10]")
struct ViewTests {
    private static func everyView(of key: EntityKey, in stage: Stage) -> [Entity?] {
        Audience.allCases.map { stage.room.entity(key, for: $0) }
    }

    @Test("[P13] a tally is absent for everybody until it is due, facilitators included")
    func tallies() throws {
        // Policy, then whether it is due: when open, closed, revealed.
        let cases: [(PollDesign.ResultsPolicy, [Bool])] = [
            (.live, [true, true, true]),
            (.onClose, [false, true, true]),
            (.onReveal, [false, false, true]),
        ]
        for (policy, due) in cases {
            var stage = Stage.voting(Stage.pollDesign(results: policy, identity: .named))
            try stage.vote(0, .of(1))
            for (isDue, step) in zip(due, [nil, .close, .reveal] as [Step?]) {
                if let step { try stage.send(step.command) }
                for key in [EntityKey.tally(Stage.poll), .voters(Stage.poll)] {
                    let seen = Self.everyView(of: key, in: stage).compactMap(\.self)
                    #expect(seen.isEmpty == !isDue, "\(policy) \(String(describing: step)) \(key)")
                }
            }
        }
    }

    private enum Step {
        case close, reveal

        var command: RoomCommand {
            switch self {
            case .close: .close(Stage.poll)
            case .reveal: .reveal(Stage.poll)
            }
        }
    }

    @Test("[P13] a draft has no tally, no progress, and exists for facilitators only")
    func drafts() {
        let room = Stage.drafting.room
        for id in [Stage.poll, Stage.wall] {
            let keys: [EntityKey] = [
                .tally(id), .voters(id), .progress(id), .moderation(of: id),
            ]
            for key in keys {
                #expect(Self.everyView(of: key, in: Stage.drafting) == [nil, nil, nil, nil])
            }
            #expect(room.entity(.activity(id), for: .facilitators) != nil)
            for audience in Audience.allCases where audience != .facilitators {
                #expect(room.entity(.activity(id), for: audience) == nil)
            }
        }
        #expect(room.entity(.agenda, for: .facilitators) == .agenda([Stage.poll, Stage.wall]))
        #expect(room.entity(.agenda, for: .guests) == .agenda([]))
    }

    @Test("progress is for everybody, also while the tally is hidden")
    func progress() throws {
        var stage = Stage.voting(Stage.pollDesign(results: .onReveal), seats: 3)
        try stage.vote(0, .of(1))
        let progress = Entity.answered(1, of: 3)
        let views = Self.everyView(of: .progress(Stage.poll), in: stage)
        #expect(views == [progress, progress, progress, progress])
    }

    @Test("[P14] a silent note is absent for everybody but its author, the number is not")
    func silentNotes() throws {
        var stage = Stage.silentWall
        let key = EntityKey.note(Stage.note(1), on: Stage.wall)
        #expect(Self.everyView(of: key, in: stage) == [nil, nil, nil, nil])
        #expect(Self.everyView(of: .moderation(of: Stage.wall), in: stage) == [nil, nil, nil, nil])
        #expect(stage.room.entity(.progress(Stage.wall), for: .displays) == .noteCount(1))
        let author = stage.key(of: 0, in: Stage.wall)
        guard case .ownNotes(let own)? = stage.room.ownEntity(Stage.wall, of: author) else {
            Issue.record("the author does not find its note")
            return
        }
        #expect(own.map(\.id) == [Stage.note(1)])
        #expect(stage.room.ownEntity(Stage.wall, of: stage.key(of: 1, in: Stage.wall)) == nil)

        try stage.send(.reveal(Stage.wall))
        #expect(Self.everyView(of: key, in: stage).allSatisfy { $0 != nil })
    }

    @Test("[P14] after silence the places tell nothing about the order of arrival")
    func placesAfterSilence() throws {
        func places(postedInOrder order: [Int]) throws -> [Int] {
            var stage = Stage.writing(Stage.wallDesign(writing: .silent), seats: 5)
            for note in order { try stage.post(note, note: note) }
            try stage.send(.close(Stage.wall))
            let notes = try #require(stage.room.walls[Stage.wall]).notes
            return (0..<5).compactMap { notes[Stage.note($0)]?.place }
        }
        #expect(
            try places(postedInOrder: [0, 1, 2, 3, 4]) == places(postedInOrder: [3, 1, 4, 0, 2])
        )
    }

    @Test("[P15] a hidden note is absent for all but facilitators; its author still has it")
    func hiddenNotes() throws {
        var stage = Stage.noted
        try stage.send(.hideNote(Stage.note(1), on: Stage.wall, reason: "hors sujet"))
        let key = EntityKey.note(Stage.note(1), on: Stage.wall)
        guard case .note(let view)? = stage.room.entity(key, for: .facilitators) else {
            Issue.record("facilitators do not see the hidden note")
            return
        }
        #expect(view.hiddenBecause == "hors sujet")
        for audience in [Audience.participants, .displays, .guests] {
            #expect(stage.room.entity(key, for: audience) == nil)
        }
        let author = stage.key(of: 0, in: Stage.wall)
        #expect(stage.room.ownEntity(Stage.wall, of: author) != nil)
        let line = ModerationLine(note: Stage.note(1), deed: .hide, reason: "hors sujet")
        let log = Entity.moderation([line])
        #expect(Self.everyView(of: .moderation(of: Stage.wall), in: stage) == [log, log, log, log])

        try stage.send(.restoreNote(Stage.note(1), on: Stage.wall, reason: ""))
        #expect(stage.room.entity(key, for: .guests) != nil)
    }

    @Test("voters are named to facilitators, in named polls, when results are due")
    func voters() throws {
        var stage = Stage.voting(Stage.pollDesign(results: .onClose, identity: .named), seats: 3)
        try stage.vote(2, .of(1))
        try stage.vote(0, .of(1))
        try stage.vote(1, .abstention)
        #expect(stage.room.entity(.voters(Stage.poll), for: .facilitators) == nil)
        try stage.send(.close(Stage.poll))
        let list = VoterListMatch(stage.room.entity(.voters(Stage.poll), for: .facilitators))
        #expect(list.options == [[], ["Personne 0", "Personne 2"], []])
        #expect(list.abstained == ["Personne 1"])
        for audience in [Audience.participants, .displays, .guests] {
            #expect(stage.room.entity(.voters(Stage.poll), for: audience) == nil)
        }

        var anonymous = Stage.voting()
        try anonymous.vote(0, .of(1))
        #expect(anonymous.room.entity(.voters(Stage.poll), for: .facilitators) == nil)
    }

    private struct VoterListMatch {
        var options: [[String]] = []
        var abstained: [String] = []

        init(_ entity: Entity?) {
            guard case .voters(let list)? = entity else { return }
            (options, abstained) = (list.lines, list.abstained)
        }
    }

    @Test("a note carries a name in a named wall only")
    func authors() throws {
        for (identity, name) in [(Identity.named, "Personne 0"), (.anonymous, nil)] {
            var stage = Stage.writing(Stage.wallDesign(identity: identity))
            try stage.post(0, note: 1)
            let key = EntityKey.note(Stage.note(1), on: Stage.wall)
            guard case .note(let view)? = stage.room.entity(key, for: .guests) else {
                Issue.record("no note")
                return
            }
            #expect(view.author == name)
        }
    }

    @Test("seats are for facilitators, the screen for facilitators and displays")
    func seatsAndScreen() {
        let stage = Stage.voting()
        let seats = Self.everyView(of: .seat(Stage.id(0)), in: stage)
        #expect(seats == [.seat(Stage.seat(0)), nil, nil, nil])
        let screen = Entity.screen(.follow, shows: Stage.poll)
        #expect(Self.everyView(of: .screen, in: stage) == [screen, nil, screen, nil])
    }
}
