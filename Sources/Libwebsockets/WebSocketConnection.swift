package import Frames

/// One WebSocket of the server, on its loop.
///
/// The loop is its executor, so the application's actors on the same loop call it without a hop
/// (`assumeIsolated`), and others by `await`.
package actor WebSocketConnection {
    private enum Phase {
        /// Messages go both ways. Leaves for all others.
        case open
        /// Our close frame is queued or sent; waits for the peer's, or for the deadline.
        /// Leaves for `flushing` and `ended`.
        case closing
        /// Both sides have said that it is over: what is queued leaves. Leaves for `ended`.
        case flushing
        /// The peer broke the protocol: what is queued leaves, what arrives is dropped until the
        /// peer ends, because closing with bytes unread would destroy the close frame on its way.
        /// Leaves for `ended`.
        case lingering
        /// The socket is gone.
        case ended
    }

    /// Most bytes joined into one write: what one `send` of a 64 KiB packet costs is spread over
    /// as many frames as fit.
    private static let writeBytes = 64 << 10

    private let settings: LoopSettings
    private var handle: SocketHandle?
    private let receiver: any WebSocketReceiver
    private var parser: FrameParser
    /// Bytes that arrived while the application read nothing, or behind the handshake.
    private var backlog: [UInt8]
    private var outbox = Outbox()
    private var phase = Phase.open
    private var isReadingPaused = false
    /// The application waits for ``WebSocketReceiver/drained(_:)``.
    private var owesDrained = false
    /// A ping to be answered once the socket is free; only the last one counts (RFC 6455 §5.5.3).
    private var owedPong: [UInt8]?
    private var lastHeard: UInt32
    private var lastPing: UInt32
    private var deadline: UInt32?
    private var farewell: (code: CloseCode, reason: String)?

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        settings.loop.asUnownedSerialExecutor()
    }

    /// The loop it lives on.
    package nonisolated var loop: ServiceLoop { settings.loop }

    init(
        _ handle: SocketHandle,
        settings: LoopSettings,
        receiver: any WebSocketReceiver,
        alreadyReceived: [UInt8]
    ) {
        self.handle = handle
        self.settings = settings
        self.receiver = receiver
        backlog = alreadyReceived
        parser = FrameParser(maxMessageBytes: settings.limits.maxMessageBytes)
        lastHeard = settings.now
        lastPing = settings.now
    }
}

// MARK: - For the application

extension WebSocketConnection {
    /// What waits here to be sent, in bytes; what the network already took does not count.
    package var pendingBytes: Int { outbox.byteCount }

    /// Whether frames are still taken.
    package var isOpen: Bool { phase == .open }

    /// Sends a frame, at once when the socket is free.
    ///
    /// - Complexity: One system call and no allocation when the network takes the frame whole.
    @discardableResult
    package func send(_ frame: ServerFrame) -> SendOutcome {
        guard phase == .open, let handle else { return .closed }
        if outbox.isEmpty, !handle.isCongested {
            write(frame.bytes, on: handle)
            return .sent
        }
        guard outbox.byteCount + frame.bytes.count <= settings.limits.outboxBytes else {
            return .refused
        }
        outbox.append(frame)
        owesDrained = true
        handle.requestWritable()
        return .queued
    }

    /// Says goodbye, after what is queued.
    ///
    /// The peer has ``ConnectionLimits/closeTimeout`` to answer; nothing more is received.
    ///
    /// - Parameters:
    ///   - code: Why; 1000, 1001 and so on, or 3000 to 4999.
    ///   - reason: For people who look at logs; cut to the 123 bytes a close frame can carry.
    package func close(_ code: CloseCode, reason: String = "") {
        guard phase == .open else { return }
        phase = .closing
        farewell = (code, reason)
        outbox.append(Self.closeFrame(code, reason))
        isReadingPaused = false
        backlog = []
        deadline = settings.now + settings.deadlines.close + 1
        flush()
    }

    /// Drops what is queued and cuts the socket; the peer sees 1006.
    package func abort() {
        outbox.removeAll()
        handle?.sever()
    }

    /// Leaves what the peer sends from now on in the network, so that it has to wait.
    package func pauseReading() {
        isReadingPaused = true
        handle?.setReading(.off)
    }

    /// Receives again, in a later turn.
    package func resumeReading() {
        guard isReadingPaused else { return }
        isReadingPaused = false
        lastHeard = settings.now
        handle?.requestWritable()
    }
}

// MARK: - Events of the socket

extension WebSocketConnection {
    /// Begins, with what came glued to the handshake.
    func begin() -> Disposition {
        receiver.opened(self)
        return readBacklog()
    }

    func received(_ bytes: ReceivedBytes) -> Disposition {
        lastHeard = settings.now
        guard !isReadingPaused else {
            backlog.append(contentsOf: bytes.buffer)
            return .keep
        }
        return read(bytes.buffer)
    }

    /// Nothing waits in the network any more: sends what was queued, receives what was put aside.
    func writable() -> Disposition {
        lastHeard = max(lastHeard, settings.now)
        flush()
        guard let handle else { return .keep }
        if phase == .flushing || phase == .lingering, outbox.isEmpty, !handle.isCongested {
            if phase == .flushing || handle.isEncrypted { return .close }
            handle.shutdownSending()
            handle.setReading(.on)
            return .keep
        }
        if !handle.isCongested { handle.setReading(isReadingPaused ? .off : .on) }
        if owesDrained, outbox.isEmpty, phase == .open {
            owesDrained = false
            receiver.drained(self)
        }
        return isReadingPaused ? .keep : readBacklog()
    }

    /// The socket is gone.
    func ended() {
        guard phase != .ended else { return }
        phase = .ended
        handle = nil
        outbox.removeAll()
        backlog = []
        let (code, reason) = farewell ?? (.abnormal, "")
        receiver.closed(code, reason: reason, on: self)
    }

    /// Pings a silent peer, gives up on a dead one.
    func tick(_ now: UInt32) {
        guard let handle else { return }
        if let deadline {
            if now >= deadline { handle.sever() }
            return
        }
        guard !isReadingPaused || handle.isCongested else { return }
        let silence = now &- lastHeard
        if silence >= settings.deadlines.hangup {
            handle.sever()
        } else if silence >= settings.deadlines.ping, now &- lastPing >= settings.deadlines.ping,
            !handle.isCongested
        {
            lastPing = now
            write(ServerFrame(.ping, []).bytes, on: handle)
        }
    }
}

// MARK: - Receiving

extension WebSocketConnection {
    private func readBacklog() -> Disposition {
        guard !backlog.isEmpty else { return .keep }
        let bytes = backlog
        backlog = []
        return bytes.withUnsafeBytes { read($0) }
    }

    private func read(_ bytes: UnsafeRawBufferPointer) -> Disposition {
        var rest = bytes
        while phase == .open || phase == .closing, let event = parser.next(from: &rest) {
            switch event {
            case .message(let message):
                if phase == .open { receiver.received(message, on: self) }
            case .ping(let payload): pong(payload)
            case .pong: break
            case .close(let code, let reason): peerCloses(code, reason)
            case .violation(let code, let reason): fail(code, reason)
            }
            if isReadingPaused {
                backlog.append(contentsOf: rest)
                return .keep
            }
        }
        guard phase == .flushing, outbox.isEmpty, handle?.isCongested == false else { return .keep }
        return .close
    }

    private func pong(_ payload: [UInt8]) {
        guard phase == .open else { return }
        owedPong = payload
        flush()
    }

    /// Answers the peer's close frame, or takes it as the answer to ours.
    private func peerCloses(_ code: CloseCode, _ reason: String) {
        if phase == .open {
            farewell = (code, reason)
            outbox.append(code == .none ? ServerFrame(.close, []) : Self.closeFrame(code, reason))
        }
        end(in: .flushing)
    }

    private func fail(_ code: CloseCode, _ reason: String) {
        if phase == .open {
            farewell = (code, reason)
            outbox.append(Self.closeFrame(code, reason))
        }
        end(in: .lingering)
    }

    private func end(in last: Phase) {
        phase = last
        deadline = settings.now + settings.deadlines.close + 1
        flush()
    }
}

// MARK: - Sending

extension WebSocketConnection {
    /// Writes what waits, as long as the network takes it.
    private func flush() {
        guard let handle else { return }
        while !handle.isCongested {
            if let payload = owedPong {
                owedPong = nil
                write(ServerFrame(.pong, payload).bytes, on: handle)
            } else if !outbox.isEmpty {
                write(outbox.takeJoined(upTo: Self.writeBytes), on: handle)
            } else {
                break
            }
        }
        if handle.isCongested || phase == .flushing || phase == .lingering {
            handle.requestWritable()
        }
    }

    /// Writes now.
    ///
    /// While a part waits for the network nothing is read: a raw socket of libwebsockets would be
    /// reported readable again and again without being read.
    private func write(_ bytes: [UInt8], on handle: SocketHandle) {
        guard bytes.withUnsafeBytes({ handle.write($0) }) else { return handle.sever() }
        guard handle.isCongested else { return }
        handle.setReading(.off)
        handle.requestWritable()
    }

    private static func closeFrame(_ code: CloseCode, _ reason: String) -> ServerFrame {
        var payload = [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xff)]
        for character in reason where payload.count + character.utf8.count <= 125 {
            payload.append(contentsOf: character.utf8)
        }
        return ServerFrame(.close, payload)
    }
}
