package import Frames
import Synchronization

/// One simulated client of a ``Crowd``.
package final class CrowdSocket: Sendable {
    package typealias ID = UInt64

    package let id: ID
    private let crowd: Crowd
    private let onEvent: (@Sendable (CrowdSocket, CrowdEvent) -> Void)?
    private let mailbox = Mutex(Mailbox())

    private struct Mailbox {
        var events: [CrowdEvent] = []
        var hasOpened = false
        var end: CrowdError?
        var subprotocol: String?
        var waiter: (number: Int, resume: CheckedContinuation<Bool, Never>)?
        var waiterCount = 0
    }

    init(id: ID, crowd: Crowd, onEvent: (@Sendable (CrowdSocket, CrowdEvent) -> Void)?) {
        self.id = id
        self.crowd = crowd
        self.onEvent = onEvent
    }

    /// The subprotocol the server chose.
    package var subprotocol: String? { mailbox.withLock { $0.subprotocol } }

    /// Sends one text message, masked.
    package func send(_ text: String) {
        sendRaw(ClientFrame(.text, Array(text.utf8)).bytes)
    }

    /// Sends one message or control frame, masked.
    package func send(_ opcode: Opcode, _ payload: [UInt8]) {
        sendRaw(ClientFrame(opcode, payload).bytes)
    }

    /// Sends bytes as they are, whatever the protocol says.
    package func sendRaw(_ bytes: [UInt8]) {
        crowd.submit(.send(id, bytes))
    }

    /// Sends a close frame; the server's answer arrives as the end.
    package func close(_ code: CloseCode = .normal, reason: String = "") {
        let head = [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xff)]
        send(.close, head + Array(reason.utf8))
    }

    /// Vanishes: the socket is reset, no frame is sent.
    package func kill() {
        crowd.submit(.end(id, isAbrupt: true))
    }

    /// Stops reading: what the server sends piles up.
    package func pauseReading() {
        crowd.submit(.setReading(id, isOn: false))
    }

    package func resumeReading() {
        crowd.submit(.setReading(id, isOn: true))
    }

    /// The next event: a message, a pong, or the end once.
    ///
    /// For one caller at a time, and only without `onEvent`.
    ///
    /// - Parameter limit: A guard against waiting for ever, not a measure of speed.
    /// - Returns: What happened.
    /// - Throws: ``CrowdError/silent`` after `limit`, or why the connection ended before.
    package func nextEvent(within limit: Duration = .seconds(30)) async throws(CrowdError)
        -> CrowdEvent
    {
        let hasCome = await wait(within: limit) { !$0.events.isEmpty || $0.end != nil }
        guard hasCome else { throw .silent }
        let (event, end) = mailbox.withLock { box in
            (box.events.isEmpty ? nil : box.events.removeFirst(), box.end)
        }
        if let event { return event }
        throw end ?? .silent
    }

    /// The next text message.
    ///
    /// - Throws: ``CrowdError/closed(_:reason:)`` when the connection ended first, and
    ///   ``CrowdError/broken(_:)`` when something else than text comes.
    package func next(within limit: Duration = .seconds(30)) async throws(CrowdError) -> String {
        switch try await nextEvent(within: limit) {
        case .text(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .closed(let code, let reason): throw .closed(code, reason: reason)
        case .binary, .pong: throw .broken("not a text message")
        }
    }

    /// Waits for the end and tells its code; messages that come before it are dropped.
    package func closeCode(within limit: Duration = .seconds(30)) async throws(CrowdError)
        -> CloseCode
    {
        while true {
            switch try await nextEvent(within: limit) {
            case .closed(let code, _): return code
            case .text, .binary, .pong: continue
            }
        }
    }

    func opened() async throws(CrowdError) {
        let hasCome = await wait(within: .seconds(30)) { $0.hasOpened || $0.end != nil }
        guard hasCome else {
            crowd.submit(.end(id, isAbrupt: true))
            throw .silent
        }
        let failure = mailbox.withLock { $0.hasOpened ? nil : $0.end }
        if let failure { throw failure }
    }

    private func wait(
        within limit: Duration,
        until isThere: @Sendable (borrowing Mailbox) -> Bool
    ) async -> Bool {
        let deadline = ContinuousClock.now + limit
        while true {
            if mailbox.withLock({ isThere($0) }) { return true }
            if ContinuousClock.now >= deadline { return false }
            _ = await withCheckedContinuation { continuation in
                let number: Int? = mailbox.withLock { box in
                    if isThere(box) { return nil }
                    precondition(box.waiter == nil, "A crowd's socket has one reader at a time")
                    box.waiterCount += 1
                    box.waiter = (box.waiterCount, continuation)
                    return box.waiterCount
                }
                if let number {
                    crowd.submit(.remind(self, waiter: number, at: deadline))
                } else {
                    continuation.resume(returning: true)
                }
            }
        }
    }
}

// MARK: - For the crowd's thread

extension CrowdSocket {
    func open(subprotocol: String?) {
        change { box in
            box.hasOpened = true
            box.subprotocol = subprotocol
        }
    }

    func deliver(_ event: CrowdEvent) {
        if let onEvent {
            onEvent(self, event)
        } else {
            change { $0.events.append(event) }
        }
    }

    func end(_ error: CrowdError) {
        if let onEvent, case .closed(let code, let reason) = error {
            onEvent(self, .closed(code, reason: reason))
        }
        change { box in
            guard box.end == nil else { return }
            box.end = error
            if case .closed(let code, let reason) = error, box.hasOpened {
                box.events.append(.closed(code, reason: reason))
            }
        }
    }

    /// The deadline of a wait has come.
    func remind(_ waiter: Int) {
        let resume = mailbox.withLock { box -> CheckedContinuation<Bool, Never>? in
            guard let waiting = box.waiter, waiting.number == waiter else { return nil }
            box.waiter = nil
            return waiting.resume
        }
        resume?.resume(returning: false)
    }

    private func change(_ body: (inout sending Mailbox) -> Void) {
        let resume = mailbox.withLock { box -> CheckedContinuation<Bool, Never>? in
            body(&box)
            defer { box.waiter = nil }
            return box.waiter?.resume
        }
        resume?.resume(returning: true)
    }
}
