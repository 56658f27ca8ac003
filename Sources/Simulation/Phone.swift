import Foundation
import Workshop

/// A client of the protocol, written from `Docs/Protocol.md` and nothing else: a map of entities
/// and an outbox.
package actor Phone {
    nonisolated let name: String
    nonisolated let audience: Audience
    private let loop: SimulatedLoop
    private let world: World
    private let afternoon: Afternoon
    private let joinFields: String
    /// Loses connections now and then.
    var isClumsy: Bool
    private var socket: SimulatedSocket?
    private var isWelcome = false
    private var commandCount = 0
    private(set) var revision: Int?
    /// Entities by key, as canonical JSON.
    private(set) var entities: [String: String] = [:]
    private var outbox: [Entry] = []
    /// What this seat may have in each slot (its ballot in a poll, one of its notes), as far as it
    /// can know.
    private(set) var believed: [String: Set<String>] = [:]
    private var acted: Set<String> = []

    /// A command that was not answered yet.
    private struct Entry {
        let id: String
        let text: String
        let slot: String
        let meaning: String
        var sends = 0
    }

    init(
        _ name: String,
        as audience: Audience,
        join fields: String,
        isClumsy: Bool,
        in afternoon: Afternoon
    ) {
        self.name = name
        self.audience = audience
        self.afternoon = afternoon
        self.isClumsy = isClumsy
        joinFields = fields
        loop = afternoon.place.outside
        world = afternoon.place.world
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        loop.asUnownedSerialExecutor()
    }

    /// Runs `body` on this phone after a pause.
    nonisolated func after(
        _ pause: Duration,
        _ body: @escaping @Sendable (isolated Phone) -> Void
    ) {
        world.after(pause, on: loop) {
            self.assumeIsolated(body)
        }
    }

    var hasUnanswered: Bool { !outbox.isEmpty }
    var isConnected: Bool { socket != nil && isWelcome }
}

// MARK: - Connection

extension Phone {
    func connect() {
        guard socket == nil else { return }
        isWelcome = false
        let bandwidth = world.draw { $0.happens(25) ? 2 : 50 }
        guard let socket = afternoon.open(self, as: audience, bandwidth: bandwidth) else {
            return after(.milliseconds(200)) { $0.connect() }
        }
        self.socket = socket
        var since = ""
        if let revision {
            // The planted bug pretends to have seen what it has not.
            let skips = afternoon.place.bug == .updateLostOnResume ? 3 : 0
            since = #","since":\#(revision + skips)"#
        }
        socket.up(#"{"do":"join",\#(joinFields),"client":"\#(name)"\#(since)}"#)
        after(.seconds(15)) { phone in
            // Nothing heard of the join: the network ate it.
            if phone.socket === socket, !phone.isWelcome { socket.cut() }
        }
    }

    func lost(_ socket: SimulatedSocket) {
        guard self.socket === socket else { return }
        self.socket = nil
        isWelcome = false
        let pause = world.draw { $0.pause(upTo: 800) }
        after(pause) { $0.connect() }
    }

    /// Breaks the connection in one of the ways in which connections break.
    func stumble() {
        guard let socket else { return }
        if world.draw({ $0.happens(50) }) {
            socket.cut()
        } else {
            socket.halfOpen()
            lost(socket)
        }
    }

    func received(_ text: String, from socket: SimulatedSocket) {
        guard self.socket === socket else { return }
        guard
            let message = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
            let fields = message as? [String: Any], let type = fields["type"] as? String
        else { return afternoon.place.auditor.find("\(name) received nonsense: \(text)") }
        switch type {
        case "welcome":
            isWelcome = true
            resendAll()
        case "update": update(fields)
        case "ack": answered(fields["id"] as? String, isDone: true)
        case "refused": refused(fields)
        default: return
        }
        if isClumsy, world.draw({ $0.happens(2) }) { stumble() }
    }

    private func update(_ fields: [String: Any]) {
        if fields["full"] as? Bool == true { entities.removeAll() }
        for (key, value) in fields["put"] as? [String: Any] ?? [:] {
            entities[key] = Self.canonical(value)
        }
        for key in fields["del"] as? [String] ?? [] {
            entities[key] = nil
        }
        revision = fields["rev"] as? Int
        afternoon.looked(self)
    }

    static func canonical(_ value: Any) -> String {
        let data = try? JSONSerialization.data(
            withJSONObject: value,
            options: [.sortedKeys, .fragmentsAllowed]
        )
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    static func canonical(text: String) -> String {
        let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        return canonical(value ?? "unreadable")
    }

    /// The activity under `key` as fields; what scripts decide by.
    func fields(_ key: String) -> [String: Any] {
        guard let text = entities[key] else { return [:] }
        return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }
}

// MARK: - Outbox

extension Phone {
    /// Sends a command and keeps it until it is answered.
    ///
    /// - Parameters:
    ///   - fields: The command without its id.
    ///   - slot: What it is about.
    ///   - meaning: What the slot holds once it is carried out.
    ///   - standing: Whether it takes the place of what was sent for the slot and not answered.
    func send(_ fields: String, slot: String, meaning: String = "", standing: Standing = .adds) {
        commandCount += 1
        let id = "c\(commandCount)"
        if standing == .replaces {
            for entry in outbox where entry.slot == slot && entry.sends > 0 {
                // Sent and not answered: it may have counted.
                believed[slot, default: [""]].insert(entry.meaning)
            }
            outbox.removeAll { $0.slot == slot }
        }
        let text = #"{"id":"\#(id)",\#(fields)}"#
        outbox.append(Entry(id: id, text: text, slot: slot, meaning: meaning))
        if isWelcome { transmit(outbox.count - 1) }
    }

    enum Standing {
        case adds, replaces
    }

    /// Sends everything that was not answered, in order (P18).
    private func resendAll() {
        guard isWelcome else { return }
        outbox.indices.forEach(transmit)
    }

    private func transmit(_ index: Int) {
        guard let socket else { return }
        outbox[index].sends += 1
        socket.up(outbox[index].text)
        // Impatient people send twice; a refusal of the second copy can overtake the first's ack.
        if world.draw({ $0.happens(10) }) {
            outbox[index].sends += 1
            socket.up(outbox[index].text)
        }
    }

    private func refused(_ fields: [String: Any]) {
        switch fields["code"] as? String {
        case "not-saved": return
        case "too-fast": after(.seconds(2)) { $0.resendAll() }
        default: answered(fields["id"] as? String, isDone: false)
        }
    }

    private func answered(_ id: String?, isDone: Bool) {
        guard let index = outbox.firstIndex(where: { $0.id == id }) else { return }
        let entry = outbox.remove(at: index)
        if isDone {
            believed[entry.slot] = [entry.meaning]
        } else if entry.sends > 1 {
            // Refused the second time: the first may have counted before the poll closed.
            believed[entry.slot, default: [""]].insert(entry.meaning)
        }
    }
}

// MARK: - Scripts

extension Phone {
    /// Whether this is the first time that something is done.
    func isFirstTime(_ deed: String) -> Bool {
        acted.insert(deed).inserted
    }
}
