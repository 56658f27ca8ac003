import Frames
import Gateway
import LiveRooms
import Synchronization
import Workshop

/// One connection between a phone and the server: slow, lossy at its end, in order while it lasts.
final class SimulatedSocket: Connection {
    let loop: any RoomLoop
    private let serverLoop: SimulatedLoop
    private let outside: SimulatedLoop
    private let world: World
    private let auditor: Auditor
    private let audience: Audience
    private let bug: PlantedBug?
    private let state: Mutex<State>

    private struct State {
        var session: Session?
        var phone: Phone?
        /// The server has not yet noticed the end of the connection.
        var isServerOpen = true
        /// The phone has not yet noticed it.
        var isPhoneOpen = true
        var pendingBytes = 0
        /// Bytes that the link carries in a millisecond.
        var bandwidth: Int
        var lastDown = Duration.zero
        var lastUp = Duration.zero
    }

    /// As in production, scaled to the small rooms of the simulation.
    private static let congestionBytes = 1_500
    /// The most that may wait: what congestion allows, one whole map and the answers to a burst.
    private static let mostPendingBytes = 60_000

    init(
        from phone: Phone,
        as audience: Audience,
        at place: SimulatedPlace,
        bandwidth: Int
    ) {
        loop = place.socketLoop
        serverLoop = place.socketLoop
        outside = place.outside
        world = place.world
        auditor = place.auditor
        bug = place.bug
        self.audience = audience
        state = Mutex(State(phone: phone, bandwidth: bandwidth))
    }

    /// Opens the server's end.
    func open(_ session: Session) {
        state.withLock { $0.session = session }
        serverLoop.perform {
            session.assumeIsolated { $0.opened() }
        }
    }
}

// MARK: - The server's end

extension SimulatedSocket {
    func send(_ frame: ServerFrame) -> Bool {
        let text = String(decoding: frame.payload, as: UTF8.self)
        auditor.sending(text, to: audience)
        let (due, pending): (Duration?, Int) = state.withLock { state in
            guard state.isServerOpen, state.isPhoneOpen else { return (nil, 0) }
            state.pendingBytes += frame.bytes.count
            let transfer = Duration.milliseconds(frame.bytes.count / state.bandwidth + 5)
            state.lastDown = max(state.lastDown, world.now) + transfer
            return (state.lastDown, state.pendingBytes)
        }
        guard let due else { return true }
        if pending > Self.mostPendingBytes {
            auditor.find("a slow reader costs \(pending) bytes [P12]")
        }
        world.after(due - world.now, on: outside) { self.deliver(text, frame.bytes.count) }
        return true
    }

    private func deliver(_ text: String, _ count: Int) {
        let (phone, session) = state.withLock { state in
            state.pendingBytes -= count
            let isDrained = state.pendingBytes == 0 && state.isServerOpen
            return (state.isPhoneOpen ? state.phone : nil, isDrained ? state.session : nil)
        }
        if let session {
            serverLoop.perform {
                session.assumeIsolated { $0.drained() }
            }
        }
        phone?.assumeIsolated { $0.received(text, from: self) }
    }

    var isCongested: Bool {
        state.withLock { $0.pendingBytes > Self.congestionBytes }
    }

    func close(_ code: CloseCode) {
        let due = state.withLock { state in max(state.lastDown, world.now) - world.now }
        world.after(due, on: outside) { self.cut() }
    }
}

// MARK: - The phone's end

extension SimulatedSocket {
    /// Sends a message up; it arrives after those before it, or never.
    func up(_ text: String) {
        let (session, due): (Session?, Duration) = state.withLock { state in
            guard state.isPhoneOpen else { return (nil, .zero) }
            let delay = world.draw { $0.pause(upTo: 80) }
            let inOrder = bug == .framesOutOfOrder ? Duration.zero : state.lastUp
            state.lastUp = max(inOrder, world.now + delay)
            return (state.session, state.lastUp)
        }
        guard let session else { return }
        let bytes = Array(text.utf8)
        world.after(due - world.now, on: serverLoop) {
            guard self.state.withLock({ $0.isServerOpen }) else { return }
            session.assumeIsolated { $0.received(bytes) }
        }
    }

    /// Ends the connection at once, for both.
    func cut() {
        let phone = state.withLock { state in
            defer { state.isPhoneOpen = false }
            return state.isPhoneOpen ? state.phone : nil
        }
        closeServerEnd()
        outside.perform {
            phone?.assumeIsolated { $0.lost(self) }
        }
    }

    /// The phone's network is gone and the server has not noticed; it will, after a while.
    func halfOpen() {
        state.withLock { $0.isPhoneOpen = false }
        let pause = world.draw { $0.pause(upTo: 3_000) }
        world.after(pause, on: outside) { self.closeServerEnd() }
    }

    private func closeServerEnd() {
        let session = state.withLock { state in
            defer { state.isServerOpen = false }
            return state.isServerOpen ? state.session : nil
        }
        guard let session else { return }
        serverLoop.perform {
            session.assumeIsolated { $0.closed() }
        }
    }
}
