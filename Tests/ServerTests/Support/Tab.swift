import Foundation
import Frames
import Rehearsal
import Synchronization

/// A browser tab as the protocol's page describes it: a map of entities and an outbox, over one
/// WebSocket after another.
final class Tab: Sendable {
    /// Who the tab belongs to.
    struct Person: Sendable {
        var role = "participant"
        /// The seat's token, or the role's secret.
        var secret: String
        var language = "fr"
        /// The name of the tab (P6).
        var client = "tab"
        var details: [String: JSONValue] = [:]
    }

    /// How a command ended.
    enum Answer: Hashable, Sendable {
        case ack(revision: Int)
        case refused(code: String, say: String)

        var code: String {
            switch self {
            case .ack: "ack"
            case .refused(let code, _): code
            }
        }
    }

    struct State: Sendable {
        var map = EntityMap()
        var welcome: JSONValue?
        var bye: JSONValue?
        var closeCode: CloseCode?
        var answers: [String: [Answer]] = [:]
        /// Every message that ever came, in order.
        var heard: [String] = []
        var updates = 0
        var connections = 0
        fileprivate var outbox: [(id: String, message: String)] = []
        fileprivate var socket: CrowdSocket?
        /// Sockets that ended before they were known here.
        fileprivate var endedEarly: Set<CrowdSocket.ID> = []
        fileprivate var comesBack = true
        fileprivate var nextID = 1
        fileprivate var failures = 0
        fileprivate var waiters: [Int: Waiter] = [:]
        fileprivate var nextWaiter = 0
    }

    fileprivate struct Waiter: Sendable {
        let isMet: @Sendable (borrowing State) -> Bool
        let resume: CheckedContinuation<Bool, Never>
    }

    let person: Person
    let port: UInt16
    let code: String
    private let crowd: Crowd
    private let state = Mutex(State())

    init(_ person: Person, code: String, port: UInt16, crowd: Crowd) {
        self.person = person
        self.code = code
        self.port = port
        self.crowd = crowd
    }

    /// What the tab knows now.
    var now: State { state.withLock { $0 } }
    var map: EntityMap { state.withLock { $0.map } }
}

// MARK: - Coming and going

extension Tab {
    /// Connects, joins and waits for the first update.
    @discardableResult
    func join() async throws -> Tab {
        state.withLock { $0.comesBack = true }
        try await connect()
        try await wait("a welcome") { $0.updates > 0 || $0.closeCode != nil }
        return self
    }

    private func connect() async throws {
        state.withLock { state in
            state.closeCode = nil
            state.bye = nil
            state.updates = 0
        }
        let request = HandshakeRequest(path: "/live/\(code)", subprotocol: "atelier.v1")
        let socket = try await crowd.connect(port: port, request) { [weak self] socket, event in
            self?.receive(event, from: socket)
        }
        let hasEnded = state.withLock { state in
            state.socket = socket
            state.connections += 1
            if state.comesBack {
                socket.send(joinMessage(since: state.map.revision))
            } else {
                socket.kill()
            }
            return state.endedEarly.contains(socket.id)
        }
        if hasEnded { receive(.closed(.abnormal, reason: ""), from: socket) }
    }

    private func joinMessage(since: Int?) -> String {
        var fields = person.details
        fields["do"] = "join"
        fields["role"] = .text(person.role)
        fields[person.role == "participant" ? "token" : "secret"] = .text(person.secret)
        fields["client"] = .text(person.client)
        fields["lang"] = .text(person.language)
        if let since { fields["since"] = .number(since) }
        return JSONValue.object(fields).json
    }

    /// Vanishes without a word and stays away until ``join()``.
    func cutOff() {
        let socket = state.withLock { state in
            state.comesBack = false
            return state.socket
        }
        socket?.kill()
    }

    /// Stops reading until `isReading` is true again.
    func setReading(_ isReading: Bool) {
        let socket = state.withLock { $0.socket }
        if isReading { socket?.resumeReading() } else { socket?.pauseReading() }
    }

    /// Sends text as it is, outside of the outbox.
    func sendRaw(_ text: String) {
        state.withLock { $0.socket }?.send(text)
    }

    func send(_ opcode: Opcode, _ payload: [UInt8]) {
        state.withLock { $0.socket }?.send(opcode, payload)
    }

    /// Comes back after a pause that grows with every failure, as a phone would.
    private func comeBack(after pause: Duration) {
        Task {
            try? await Task.sleep(for: pause)
            guard state.withLock({ $0.comesBack }) else { return }
            do {
                try await connect()
            } catch {
                let failures = state.withLock { state in
                    state.failures += 1
                    return state.failures
                }
                comeBack(after: .milliseconds(min(1_000, 50 << min(failures, 5))))
            }
        }
    }
}

// MARK: - Commands

extension Tab {
    /// Puts a command into the outbox and on its way; returns its id.
    @discardableResult
    func post(_ verb: String, _ fields: JSONValue = [:], id: String? = nil) -> String {
        state.withLock { state in
            let id = id ?? "c\(state.nextID)"
            state.nextID += 1
            var message = fields.object ?? [:]
            message["id"] = .text(id)
            message["do"] = .text(verb)
            let text = JSONValue.object(message).json
            state.outbox.append((id, text))
            if state.updates > 0 { state.socket?.send(text) }
            return id
        }
    }

    /// Sends a command and waits for its answer.
    @discardableResult
    func ask(_ verb: String, _ fields: JSONValue = [:], id: String? = nil) async throws -> Answer {
        let id = post(verb, fields, id: id)
        return try await answer(to: id)
    }

    /// The first answer to the command `id`.
    func answer(to id: String) async throws -> Answer {
        try await wait("an answer to \(id)") { $0.answers[id] != nil || $0.hasLeft }
        guard let answer = now.answers[id]?.first else { throw Gone(state: now) }
        return answer
    }

    /// The connection ended instead.
    struct Gone: Error {
        let code: CloseCode?
        let bye: String?

        init(state: State) {
            code = state.closeCode
            bye = state.bye?["code"]?.text
        }
    }
}

extension Tab.State {
    /// Whether the connection has ended and will not come back.
    fileprivate var hasLeft: Bool { closeCode != nil && !comesBack }
}

// MARK: - What comes

extension Tab {
    private func receive(_ event: CrowdEvent, from socket: CrowdSocket) {
        let ready = state.withLock { state -> [CheckedContinuation<Bool, Never>] in
            guard state.socket?.id == socket.id else {
                // A former connection's last words, or one that failed before it was known.
                if case .closed = event { state.endedEarly.insert(socket.id) }
                return []
            }
            switch event {
            case .text(let bytes): hear(bytes, &state)
            case .closed(let code, _): end(code, &state)
            case .binary, .pong: break
            }
            let met = state.waiters.filter { $0.value.isMet(state) }
            for number in met.keys { state.waiters[number] = nil }
            return met.values.map(\.resume)
        }
        for one in ready { one.resume(returning: true) }
    }

    private func hear(_ bytes: [UInt8], _ state: inout State) {
        state.heard.append(String(decoding: bytes, as: UTF8.self))
        guard let message = JSONValue(bytes) else { return }
        let id = message["id"]?.text ?? ""
        switch message["type"]?.text {
        case "welcome":
            state.welcome = message
            state.failures = 0
        case "update":
            state.map.apply(message)
            state.updates += 1
            guard state.updates == 1 else { return }
            for waiting in state.outbox { state.socket?.send(waiting.message) }
        case "ack":
            settle(id, .ack(revision: message["rev"]?.number ?? -1), &state)
        case "refused":
            let code = message["code"]?.text ?? ""
            settle(id, .refused(code: code, say: message["say"]?.text ?? ""), &state)
        case "bye": state.bye = message
        case _: break
        }
    }

    private func settle(_ id: String, _ answer: Answer, _ state: inout State) {
        state.answers[id, default: []].append(answer)
        state.outbox.removeAll { $0.id == id }
    }

    private func end(_ code: CloseCode, _ state: inout State) {
        state.closeCode = code
        state.updates = 0
        if let again = state.bye?["again"]?.bool, !again { state.comesBack = false }
        guard state.comesBack else { return }
        let pause = state.bye?["afterMs"]?.number ?? 50
        comeBack(after: .milliseconds(pause + Int.random(in: 0...pause / 2)))
    }
}

// MARK: - Waiting

extension Tab {
    /// Nothing of the kind came in time.
    struct Silence: Error {
        let what: String
        let person: String
        let last: [String]
    }

    /// Waits until `isMet`; the limit only guards against waiting for ever.
    func wait(
        _ what: String,
        within limit: Duration = .seconds(30),
        until isMet: @escaping @Sendable (borrowing State) -> Bool
    ) async throws {
        let number = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        let guardian = Task {
            guard (try? await Task.sleep(for: limit)) != nil else { return }
            let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
            waiter?.resume.resume(returning: false)
        }
        let hasCome = await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if isMet(state) { return true }
                state.waiters[number] = Waiter(isMet: isMet, resume: continuation)
                return false
            }
            if isThere { continuation.resume(returning: true) }
        }
        guardian.cancel()
        guard hasCome else {
            let last = now.heard.suffix(3).map { String($0.prefix(400)) }
            throw Silence(what: what, person: "\(person.role) \(person.client)", last: last)
        }
    }

    /// Waits until the map says so.
    func sees(
        _ what: String,
        _ isSeen: @escaping @Sendable (EntityMap) -> Bool
    ) async throws {
        try await wait(what) { isSeen($0.map) }
    }

    /// Waits until `entity` at `key` is exactly `value`.
    func sees(_ key: String, _ value: JSONValue) async throws {
        do {
            try await wait("\(key) = \(value.json)") { $0.map[key] == value }
        } catch let silence as Silence {
            let seen = map[key]?.json ?? "nothing"
            throw Silence(what: silence.what + ", not \(seen)", person: silence.person, last: [])
        }
    }

    /// Waits for the end of the connection and gives its code and the bye's.
    func end() async throws -> (CloseCode?, JSONValue?) {
        try await wait("an end") { $0.closeCode != nil }
        let state = now
        return (state.closeCode, state.bye)
    }
}
