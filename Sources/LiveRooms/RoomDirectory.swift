import EventLog
import Logging
package import Workshop

/// Finds rooms by their code and brings them into memory, each once.
///
/// Invariant: at most one ``LiveRoom`` per room runs in this process, so that a room has one
/// writer.
package actor RoomDirectory<Outlet: RoomOutlet> {
    private let loops: [any RoomLoop]
    private let surroundings: RoomSurroundings
    private let makeOutlet: @Sendable (JoinCode) -> Outlet
    private var entries: [Room.ID: Entry] = [:]
    private var isStopping = false

    private struct Entry {
        let loading: Task<LiveRoom<Outlet>, any Error>
        let running: Task<Void, Never>
    }

    /// How many rooms may have a record: bounds what strangers can make the disk hold.
    package static var roomLimit: Int { 100_000 }
    /// How often a new room draws a code before it gives up; at the limit above one draw in 7,000
    /// is taken.
    private static var codeDraws: Int { 8 }

    /// - Precondition: `loops` is not empty; the directory itself lives on the first.
    package init(
        loops: [any RoomLoop],
        surroundings: RoomSurroundings,
        outlet: @escaping @Sendable (JoinCode) -> Outlet
    ) {
        precondition(!loops.isEmpty, "A directory needs a loop")
        self.loops = loops
        self.surroundings = surroundings
        makeOutlet = outlet
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        loops[0].asUnownedSerialExecutor()
    }

    /// The room that `code` leads to; `nil` when there is none.
    ///
    /// - Throws: ``RoomFault`` when the log or the vault fails, or the server stops.
    package func room(with code: JoinCode) async throws(RoomFault) -> LiveRoom<Outlet>? {
        do {
            guard let id = try await surroundings.log.room(with: code) else { return nil }
            guard !isStopping else { throw RoomFault.stopping }
            return try await entry(of: id).loading.value
        } catch {
            surroundings.logger.error("room not loaded", metadata: ["fault": "\(error)"])
            throw error as? RoomFault ?? .unavailable
        }
    }

    /// Makes a room with a code of its own.
    package func createRoom(
        _ design: RoomDesign,
        keys: RoomKeys
    ) async throws(RoomFault) -> JoinCode {
        do {
            guard try await surroundings.log.roomCount() < Self.roomLimit else {
                throw RoomFault.tooManyRooms
            }
            var source = surroundings.source
            for _ in 0..<Self.codeDraws {
                let code = JoinCode(digits: source.next())
                let id = Room.ID(rawValue: source.next())
                let created = RoomEvent.created(design, keys: keys, at: surroundings.time.today)
                if try await start(id, code: code, with: created) { return code }
            }
            throw RoomFault.tooManyRooms
        } catch {
            surroundings.logger.error("room not created", metadata: ["fault": "\(error)"])
            throw error as? RoomFault ?? .unavailable
        }
    }

    /// Whether the record of a new room was started; not when its code is in use.
    private func start(
        _ id: Room.ID,
        code: JoinCode,
        with event: RoomEvent
    ) async throws(EventLogError) -> Bool {
        do throws(EventLogError) {
            try await surroundings.log.create(id, code: code, events: [event])
            return true
        } catch {
            guard error == .codeTaken else { throw error }
            return false
        }
    }

    private func entry(of id: Room.ID) -> Entry {
        if let known = entries[id] { return known }
        let loading = Task(executorPreference: loops[0]) { try await self.load(id) }
        let running = Task(executorPreference: loops[0]) { await self.run(id, once: loading) }
        let entry = Entry(loading: loading, running: running)
        entries[id] = entry
        return entry
    }

    /// Runs the room until it is over, then forgets it: the next to ask loads it anew.
    private func run(_ id: Room.ID, once loading: Task<LiveRoom<Outlet>, any Error>) async {
        if let room = try? await loading.value { _ = await room.run() }
        entries[id] = nil
    }

    private func load(_ id: Room.ID) async throws -> LiveRoom<Outlet> {
        let record = try await surroundings.log.record(of: id)
        guard let record, let room = Room(record) else { throw RoomFault.unavailable }
        return LiveRoom(
            record,
            room: room,
            id: id,
            secrets: try await surroundings.vault.secrets(of: id),
            on: loops[Int(id.rawValue % UInt64(loops.count))],
            in: surroundings,
            outlet: makeOutlet
        )
    }
}

// MARK: - Looking after all rooms

extension RoomDirectory {
    /// A source of chance fit for secrets.
    package nonisolated var chance: some RandomNumberGenerator { surroundings.source }

    /// Whether the log answers and the server is not stopping.
    package var isReady: Bool {
        get async {
            guard !isStopping else { return false }
            return (try? await surroundings.log.roomCount()) != nil
        }
    }

    /// The number of rooms in memory.
    package var liveRoomCount: Int { entries.count }

    /// Puts away the rooms that nobody looks at.
    package func putAwayIdleRooms() async {
        for entry in entries.values {
            if let room = try? await entry.loading.value { await room.stopIfIdle() }
        }
    }

    /// Stops every room and returns once all they had decided is durable.
    package func stop() async {
        isStopping = true
        let all = Array(entries.values)
        for entry in all {
            if let room = try? await entry.loading.value { await room.stop() }
        }
        for entry in all { await entry.running.value }
    }
}

/// Why a room cannot be had: a fault of the machine or the server's state, not of the person.
package enum RoomFault: Error, Hashable, Sendable {
    case unavailable
    case tooManyRooms
    case stopping
}
