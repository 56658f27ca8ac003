import Frames
package import LiveRooms
import WireProtocol
package import Workshop

/// One person's stay: from the opened socket to the close, on the socket's loop.
package actor Session {
    package nonisolated let loop: any RoomLoop
    private let connection: any Connection
    let reception: Reception
    let code: JoinCode?
    let address: String

    private var state = State.expected
    private var flow = Flow.current
    /// The revision of the last update that was sent.
    private var shown = 0
    private var language = RoomDesign.Language.french
    private var allowance: TokenBucket
    private var floodRefusals = 0
    private enum State {
        /// The socket is open and must begin with a join. Leaves for `joining` or `over`.
        case expected
        /// The room is being found or is writing the seat; commands that came early wait. Leaves
        /// for `joined` or `over`.
        case joining(early: [[UInt8]])
        /// In the room. Leaves for `over`.
        case joined(LiveRoom<RoomChannel>, Visitor, Sender)
        /// Nothing is read or sent any more.
        case over
    }

    private enum Flow {
        /// Every update is sent as it comes.
        case current
        /// The socket is congested and an update was skipped. Leaves for `catchingUp` when drained.
        case behind
        /// The room was asked for what was skipped. Leaves for `current`.
        case catchingUp
    }

    /// Opens a session; `code` is `nil` when the path held none, `address` names the network.
    package init(
        _ connection: any Connection,
        code: JoinCode?,
        address: String,
        reception: Reception
    ) {
        loop = connection.loop
        self.connection = connection
        self.code = code
        self.address = address
        self.reception = reception
        allowance = TokenBucket(
            capacity: WireLimits.commandBurst,
            perSecond: WireLimits.commandsPerSecond,
            now: reception.time.elapsed
        )
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        loop.asUnownedSerialExecutor()
    }

    /// Runs `work` in the session: at once on its loop, else in order of arrival.
    package nonisolated func perform(_ work: @escaping @Sendable (isolated Session) -> Void) {
        loop.performSoon {
            self.assumeIsolated(work)
        }
    }
}

// MARK: - What the socket says

extension Session {
    /// Starts the time that a socket has to join.
    package func opened() {
        reception.counters.connections.add(1)
        loop.after(Self.timeToJoin) { [weak self] in
            self?.assumeIsolated { $0.joinTimeIsOver() }
        }
    }

    /// How long an opened socket may wait before it joins (P3).
    private static var timeToJoin: Duration { .seconds(10) }
    /// Messages kept for a session whose room is being found.
    private static var earlyMessages: Int { 32 }

    private func joinTimeIsOver() {
        if case .expected = state { leave(because: .violation) }
    }

    /// A whole text message has arrived.
    package func received(_ text: [UInt8]) {
        switch state {
        case .over:
            return
        case .joining(var early):
            early.append(text)
            state = .joining(early: early)
            if early.count > Self.earlyMessages { leave(because: .violation) }
        case .expected, .joined:
            do throws(ClientMessage.Violation) {
                carryOut(try ClientMessage(text))
            } catch {
                leave(because: .violation)
            }
        }
    }

    /// A binary message has arrived: the protocol has none (P2).
    package func receivedBinary() {
        leave(because: .violation)
    }

    /// All that was waiting has gone to the socket.
    package func drained() {
        guard case .behind = flow, case .joined(let room, _, _) = state else { return }
        flow = .catchingUp
        let revision = shown
        room.perform { $0.outlet.catchUp(self, since: revision) }
    }

    /// The socket is closed, whoever closed it.
    package func closed() {
        reception.counters.connections.add(-1)
        depart()
    }

    /// Leaves the room, if in one.
    private func depart() {
        let before = state
        state = .over
        guard case .joined(let room, let visitor, let sender) = before else { return }
        room.perform { $0.leave(visitor, as: sender) }
    }

    /// Says why and closes.
    func leave(because reason: ByeReason) {
        if case .over = state { return }
        depart()
        _ = connection.send(ServerFrame(.text, ServerMessage.bye(reason, in: language)))
        connection.close(CloseCode(rawValue: reason.closeCode))
    }
}

// MARK: - Commands

extension Session {
    private func carryOut(_ message: ClientMessage) {
        switch (message, state) {
        case (.join(let request), .expected):
            join(request)
        case (.command(.ping, let id), .joined):
            send(ServerMessage.pong(id))
        case (.command(let command, let id), .joined(let room, _, let sender)):
            guard mayAsk(id) else { return }
            submit(RoomRequest(command), id: id, to: room, as: sender)
        case (.refused(let refusal, let id), .joined):
            guard mayAsk(id) else { return }
            refuse(refusal, id)
        case (.join, .joined), (.command, .expected), (.refused, .expected):
            leave(because: .violation)
        case (_, .joining), (_, .over):
            preconditionFailure("A message was carried out before its turn")
        }
    }

    /// Whether the connection is within its rate; says no itself otherwise.
    private func mayAsk(_ id: String) -> Bool {
        if allowance.take(at: reception.time.elapsed) { return true }
        floodRefusals += 1
        if floodRefusals > WireLimits.floodRefusals {
            leave(because: .flood)
        } else {
            refuse(.tooFast, id)
        }
        return false
    }

    private func submit(
        _ request: RoomRequest,
        id: String,
        to room: LiveRoom<RoomChannel>,
        as sender: Sender
    ) {
        room.perform { room in
            room.submit(request, by: sender) { answer in
                self.perform { $0.reply(answer, to: id) }
            }
        }
    }

    private func reply(_ answer: RoomAnswer, to id: String) {
        switch answer {
        case .done(let revision):
            reception.counters.commands.add(1)
            send(ServerMessage.ack(id, revision: revision))
        case .refused(let refusal):
            refuse(.room(refusal), id)
        case .notSaved:
            refuse(.notSaved, id)
        }
    }

    private func refuse(_ refusal: WireRefusal, _ id: String) {
        reception.counters.refusals.add(1)
        send(ServerMessage.refused(id, refusal, in: language))
    }

    private func send(_ message: [UInt8]) {
        send(ServerFrame(.text, message))
    }

    /// Sends what may not be skipped; a socket that does not even take that is given up.
    private func send(_ frame: ServerFrame) {
        if case .over = state { return }
        if !connection.send(frame) { leave(because: .tooSlow) }
    }
}

// MARK: - Joining

extension Session {
    private func join(_ request: JoinRequest) {
        language = request.language
        state = .joining(early: [])
        Task(executorPreference: loop) { await self.find(request) }
    }

    /// In the room at last, unless the socket has closed meanwhile; what came early is carried out.
    func settle(in room: LiveRoom<RoomChannel>, as visitor: Visitor, _ sender: Sender) {
        guard case .joining(let early) = state else {
            return room.perform { $0.leave(visitor, as: sender) }
        }
        state = .joined(room, visitor, sender)
        for message in early {
            received(message)
        }
    }

    /// The room's greeting and what it shows, sent before anything else.
    func greeted(with welcome: ServerFrame, _ update: ServerFrame, revision: Int) {
        flow = .current
        shown = revision
        send(welcome)
        send(update)
    }
}

// MARK: - What the room shows

extension Session {
    /// An update for everybody: sent, or skipped when the socket is congested (P12).
    func deliver(_ frame: ServerFrame, revision: Int) {
        switch flow {
        case .current where connection.isCongested:
            flow = .behind
        case .current:
            shown = revision
            send(frame)
        case .behind, .catchingUp:
            return
        }
    }

    /// What was skipped, each key with its last value.
    func caughtUp(with frame: ServerFrame, revision: Int) {
        guard case .catchingUp = flow else { return }
        flow = .current
        shown = revision
        send(frame)
    }

    /// What is this seat's own; `nil` when it is gone.
    func told(_ fragment: [UInt8]?, of key: EntityKey) {
        send(
            ServerMessage.update(
                revision: shown,
                completeness: .changes,
                put: fragment.map { [$0] } ?? [],
                del: fragment == nil ? [key] : []
            )
        )
    }
}
