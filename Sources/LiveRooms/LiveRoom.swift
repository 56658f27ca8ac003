import EventLog
import Logging
package import Workshop

/// A room that is in use: one value, one writer, on one loop.
///
/// Everything that changes the room is synchronous, so nothing can come between reading the state
/// and changing it. The only suspension point is in ``run()``, the only caller of the log, so
/// batches cannot overtake one another. There are two copies of the room: `decided` answers
/// commands, `durable` is what has reached the log, and only that is ever shown (P9).
///
/// Invariant: `durable.revision + events in flight + unwritten.count == decided.revision`.
package actor LiveRoom<Outlet: RoomOutlet> {
    package nonisolated let id: Room.ID
    package nonisolated let code: JoinCode
    package nonisolated let loop: any RoomLoop
    let surroundings: RoomSurroundings
    /// Where the people are who look at this room.
    package let outlet: Outlet

    var decided: Room
    package internal(set) var durable: Room
    private var unwritten: [RoomEvent] = []
    private var waiting: [Waiting] = []
    /// The secrets of the anonymous activities that take ballots or notes now.
    var secrets: [Activity.ID: ActivitySecret]
    /// Events in the log since it was last condensed, and how many it was condensed to.
    var logged: (tail: Int, condensed: Int)
    /// Whether the log still holds how a closed activity came about.
    var mustCondense: Bool

    var presence = PresenceBoard()
    var touched = TouchedKeys()
    var pacing = UpdatePacing()
    var presencePacing = UpdatePacing()
    private var life = Life.open
    private let (wakeups, wakeup) = AsyncStream<Void>.makeStream(
        bufferingPolicy: .bufferingNewest(1)
    )

    private enum Life {
        /// Takes requests. Leaves for `stopping` or `over`.
        case open
        /// Takes no request any more and writes what it has. Leaves for `over`.
        case stopping
        /// Nothing will be written or shown any more.
        case over
    }

    /// Somebody who waits for the room to be durable up to `revision`.
    private struct Waiting {
        let revision: Int
        let settle: (isolated LiveRoom, RoomAnswer) -> Void
    }

    /// Takes a room into use: `room` is what `record` replays to, `secrets` what the vault keeps
    /// for it, and `outlet` makes what will show it.
    init(
        _ record: RoomRecord,
        room: Room,
        id: Room.ID,
        secrets: [Activity.ID: ActivitySecret],
        on loop: any RoomLoop,
        in surroundings: RoomSurroundings,
        outlet: @Sendable (JoinCode) -> Outlet
    ) {
        self.id = id
        code = record.code
        self.loop = loop
        self.surroundings = surroundings
        self.outlet = outlet(record.code)
        decided = room
        durable = room
        decided.apply(.resumed)
        unwritten = [.resumed]
        wakeup.yield()
        self.secrets = secrets
        logged = (record.tail.count, record.condensed.count)
        mustCondense = record.tail.contains { event in
            if case .closed = event { true } else { false }
        }
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        loop.asUnownedSerialExecutor()
    }

    /// Runs `work` in the room once `pause` has passed.
    nonisolated func after(
        _ pause: Duration,
        _ work: @escaping @Sendable (isolated LiveRoom) -> Void
    ) {
        loop.after(pause) {
            self.assumeIsolated(work)
        }
    }

    /// Runs `work` in the room: at once when the caller is on its loop, else in order of arrival.
    package nonisolated func perform(_ work: @escaping @Sendable (isolated LiveRoom) -> Void) {
        loop.performSoon {
            self.assumeIsolated(work)
        }
    }
}

// MARK: - Requests

extension LiveRoom {
    /// Carries out `request`, or says why not.
    ///
    /// `answer` is called once, on the room's loop: at once for a refusal, otherwise when the
    /// events are durable.
    package func submit(
        _ request: RoomRequest,
        by sender: Sender,
        answer: @escaping @Sendable (RoomAnswer) -> Void
    ) {
        guard life == .open else { return answer(.notSaved) }
        do {
            let events = try decided.decide(command(request, of: sender), by: sender)
            record(events)
            whenDurable { room, outcome in
                if case .authored(let activity, _) = request, case .done = outcome {
                    room.tellOwn(activity, of: sender)
                }
                if case .done = outcome { room.tellTimes(changedBy: events) }
                answer(outcome)
            }
        } catch {
            answer(.refused(error))
        }
    }

    private func command(_ request: RoomRequest, of sender: Sender) -> RoomCommand {
        switch request {
        case .command(let command): withRolls(command)
        case .dated(let command): withRolls(command(surroundings.time.today))
        case .authored(let activity, let command): command(authorKey(of: sender, in: activity))
        }
    }

    /// Makes `events` part of the room and sends them on their way to the log.
    func record(_ events: [RoomEvent]) {
        guard !events.isEmpty else { return }
        for event in events {
            decided.apply(event)
            if case .launched(let id) = event, decided.identity(of: id) == .anonymous {
                secrets[id] = surroundings.drawSecret()
            }
        }
        unwritten.append(contentsOf: events)
        wakeup.yield()
    }

    /// Calls `settle` once everything decided so far is durable, or will never be.
    func whenDurable(_ settle: @escaping (isolated LiveRoom, RoomAnswer) -> Void) {
        guard durable.revision < decided.revision else {
            return settle(self, .done(revision: durable.revision))
        }
        waiting.append(Waiting(revision: decided.revision, settle: settle))
    }

    private func settleWaiting() {
        let ready = waiting.prefix { $0.revision <= durable.revision }
        waiting.removeFirst(ready.count)
        for one in ready {
            one.settle(self, .done(revision: durable.revision))
        }
    }
}

// MARK: - Writing

extension LiveRoom {
    /// Writes what is decided, a batch per append, until the room is stopped or the log fails.
    ///
    /// - Returns: Why the room is over.
    package func run() async -> Departure {
        do {
            try await mend()
            for await _ in wakeups {
                while !unwritten.isEmpty {
                    try await writeBatch()
                }
            }
            end(.restart, answering: .notSaved)
            return .restart
        } catch {
            surroundings.logger.error("room dropped", metadata: ["fault": "\(error)"])
            end(.notSaved, answering: .notSaved)
            return .notSaved
        }
    }

    private func writeBatch() async throws {
        let batch = unwritten
        unwritten.removeAll(keepingCapacity: true)
        try await keepSecrets(of: batch)
        try await surroundings.log.append(batch, to: id, after: durable.revision)
        logged.tail += batch.count
        for event in batch {
            touched.insert(durable.advance(by: event))
            if case .closed = event { mustCondense = true }
        }
        settleWaiting()
        showSoon()
        try await forgetWhatIsClosed()
    }

    /// What is in the memory of the room is ahead of the log, or never will be written: everybody
    /// is told, and the owner drops the room.
    private func end(_ departure: Departure, answering answer: RoomAnswer) {
        life = .over
        let abandoned = waiting
        waiting.removeAll()
        for one in abandoned {
            one.settle(self, answer)
        }
        if departure == .restart { show() }
        outlet.dismissAll(because: departure)
        secrets.removeAll()
    }

    /// Takes no more requests; ``run()`` returns once what was decided is durable and shown.
    package func stop() {
        guard life == .open else { return }
        life = .stopping
        wakeup.yield()
        wakeup.finish()
    }

    /// Stops the room if nobody looks at it and nothing is on its way to the log.
    package func stopIfIdle() {
        guard life == .open, outlet.visitorCount == 0, durable.revision == decided.revision else {
            return
        }
        stop()
    }

    /// Whether the room takes requests and visitors.
    package var isOpen: Bool { life == .open }
}
