import EventLog
import Synchronization
import Workshop

/// A log that hesitates, fails and crashes, and never lies (unless told to).
final class SimulatedLog: EventLog {
    private let world: World
    private let loop: SimulatedLoop
    private let auditor: Auditor
    private let bug: PlantedBug?
    private let inner = InMemoryEventLog()
    /// How many appends in a hundred fail.
    private let failures = Mutex(0)

    init(in world: World, loop: SimulatedLoop, auditor: Auditor, bug: PlantedBug?) {
        self.world = world
        self.loop = loop
        self.auditor = auditor
        self.bug = bug
    }

    /// From now on `percent` of the appends fail.
    func fail(_ percent: Int) {
        failures.withLock { $0 = percent }
    }

    func create(
        _ room: Room.ID,
        code: JoinCode,
        events: [RoomEvent]
    ) async throws(EventLogError) {
        await hesitate()
        try await inner.create(room, code: code, events: events)
        auditor.committed(events)
    }

    func room(with code: JoinCode) async throws(EventLogError) -> Room.ID? {
        await hesitate()
        return try await inner.room(with: code)
    }

    func append(
        _ events: [RoomEvent],
        to room: Room.ID,
        after revision: Int
    ) async throws(EventLogError) {
        if bug == .acknowledgedBeforeCommit {
            Task(executorPreference: loop) {
                await self.hesitate()
                try await self.commit(events, to: room, after: revision)
            }
            return
        }
        await hesitate()
        let percent = failures.withLock { $0 }
        let (fails, isRecorded) = world.draw { ($0.happens(percent), $0.happens(50)) }
        if !fails || isRecorded {
            try await commit(events, to: room, after: revision)
        }
        await hesitate()
        if fails { throw .unavailable(reason: "simulated") }
    }

    private func commit(
        _ events: [RoomEvent],
        to room: Room.ID,
        after revision: Int
    ) async throws(EventLogError) {
        try await inner.append(events, to: room, after: revision)
        auditor.committed(events)
    }

    func record(of room: Room.ID) async throws(EventLogError) -> RoomRecord? {
        await hesitate()
        let record = try await inner.record(of: room)
        guard bug == .hiddenTallyShown, let record else { return record }
        return RoomRecord(
            code: record.code,
            condensed: record.condensed.map(\.withLiveResults),
            condensedRevision: record.condensedRevision,
            tail: record.tail.map(\.withLiveResults)
        )
    }

    func condense(
        _ room: Room.ID,
        through revision: Int,
        into events: [RoomEvent]
    ) async throws(EventLogError) {
        await hesitate()
        try await inner.condense(room, through: revision, into: events)
    }

    func roomCount() async throws(EventLogError) -> Int {
        try await inner.roomCount()
    }

    /// Takes a moment, most often a short one.
    private func hesitate() async {
        let pause = world.draw { $0.happens(70) ? $0.pause(upTo: 5) : $0.pause(upTo: 60) }
        await withCheckedContinuation { continuation in
            world.after(pause, on: loop) { continuation.resume() }
        }
    }
}

extension RoomEvent {
    /// The event as a careless reading of the stored form would give it back: the results policy of
    /// a poll is lost.
    fileprivate var withLiveResults: RoomEvent {
        guard
            case .activityAdded(.poll(let design), let id, let index) = self,
            let live = try? PollDesign(
                question: design.question,
                form: design.form,
                abstention: design.abstention,
                results: .live,
                identity: design.identity,
                follows: design.follows,
                conduct: design.conduct
            )
        else { return self }
        return .activityAdded(.poll(live), id: id, at: index)
    }
}
