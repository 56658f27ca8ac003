import CEpoll
import Frames
import Glibc

/// The state of a crowd's thread: its sockets and what is known about them.
struct CrowdThread {
    private final class Link {
        let socket: CrowdSocket
        let descriptor: CInt
        var isOpen = false
        var isReading = true
        /// The answer to the handshake, while it is incomplete.
        var answer: [UInt8] = []
        var frames = IncomingFrames()
        var outgoing: ArraySlice<UInt8>
        var farewell: (code: CloseCode, reason: String)?

        init(_ socket: CrowdSocket, descriptor: CInt, request: [UInt8]) {
            self.socket = socket
            self.descriptor = descriptor
            outgoing = request[...]
        }
    }

    private let poll = epoll_create1(CInt(EPOLL_CLOEXEC))
    private let bell: CInt
    private var links: [CrowdSocket.ID: Link] = [:]
    /// When the first of ``reminders`` is due; most are never needed, so they are seldom looked at.
    private var nextReminder: ContinuousClock.Instant?
    private var reminders: [(at: ContinuousClock.Instant, socket: CrowdSocket, waiter: Int)] = []
    private var events = [epoll_event](repeating: epoll_event(), count: 512)
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)
    private(set) var isRunning = true

    init(bell: CInt) {
        self.bell = bell
        precondition(poll >= 0, "No descriptor was left for a crowd")
        control(EPOLL_CTL_ADD, bell, EPOLLIN.rawValue, 0)
    }

    mutating func carryOut(_ command: Crowd.Command) {
        switch command {
        case .open(let socket, let port, let request):
            open(socket, port: port, request: request)
        case .send(let id, let bytes):
            guard let link = links[id] else { return }
            link.outgoing.append(contentsOf: bytes)
            flush(link)
        case .setReading(let id, let isOn):
            guard let link = links[id] else { return }
            link.isReading = isOn
            watch(link)
        case .end(let id, let isAbrupt):
            guard let link = links[id] else { return }
            if isAbrupt { reset(link.descriptor) }
            end(link, .closed(.abnormal, reason: ""))
        case .remind(let socket, let waiter, let instant):
            reminders.append((instant, socket, waiter))
            nextReminder = min(nextReminder ?? instant, instant)
        case .stop:
            isRunning = false
        }
    }

    /// Waits for something to happen, at most a quarter of a second, and deals with it.
    mutating func turn() {
        let count = epoll_wait(poll, &events, CInt(events.count), 250)
        for index in 0..<max(0, Int(count)) {
            let event = events[index]
            let id = event.data.u64
            guard let link = links[id] else {
                var bells: UInt64 = 0
                _ = Glibc.read(bell, &bells, 8)
                continue
            }
            if event.events & EPOLLOUT.rawValue != 0 { flush(link) }
            let readable = EPOLLIN.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
            if event.events & readable != 0, links[id] != nil { receive(link) }
        }
        remind()
    }

    private mutating func remind() {
        guard let due = nextReminder else { return }
        let now = ContinuousClock.now
        guard now >= due else { return }
        for reminder in reminders where reminder.at <= now {
            reminder.socket.remind(reminder.waiter)
        }
        reminders.removeAll { $0.at <= now }
        nextReminder = reminders.map(\.at).min()
    }

    mutating func end() {
        for link in links.values {
            reset(link.descriptor)
            close(link.descriptor)
            link.socket.end(.closed(.abnormal, reason: ""))
        }
        for reminder in reminders { reminder.socket.remind(reminder.waiter) }
        close(poll)
    }
}

// MARK: - Connections

extension CrowdThread {
    private mutating func open(_ socket: CrowdSocket, port: UInt16, request: [UInt8]) {
        guard let descriptor = Loopback.connect(port: port) else {
            return socket.end(.closed(.abnormal, reason: "cannot connect"))
        }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let link = Link(socket, descriptor: descriptor, request: request)
        links[socket.id] = link
        control(EPOLL_CTL_ADD, descriptor, EPOLLIN.rawValue, socket.id)
        flush(link)
    }

    private mutating func flush(_ link: Link) {
        while !link.outgoing.isEmpty {
            let count = link.outgoing.withUnsafeBytes {
                Glibc.send(link.descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else {
                guard errno != EAGAIN else { break }
                // What the server said last may still be readable: the end is seen there.
                link.outgoing = []
                break
            }
            link.outgoing = link.outgoing.dropFirst(count)
        }
        if link.outgoing.isEmpty { link.outgoing = [] }
        watch(link)
    }

    private func watch(_ link: Link) {
        let reading = link.isReading ? EPOLLIN.rawValue : 0
        let writing = link.outgoing.isEmpty ? 0 : EPOLLOUT.rawValue
        control(EPOLL_CTL_MOD, link.descriptor, reading | writing, link.socket.id)
    }

    private mutating func receive(_ link: Link) {
        let count = Glibc.recv(link.descriptor, &buffer, buffer.count, 0)
        guard count > 0 else {
            if count < 0, errno == EAGAIN { return }
            let (code, reason) = link.farewell ?? (.abnormal, "")
            return end(link, .closed(code, reason: reason))
        }
        do throws(CrowdError) {
            if link.isOpen {
                link.frames.append(buffer[..<count])
            } else {
                link.answer += buffer[..<count]
                guard try readAnswer(of: link) else { return }
            }
            try readFrames(of: link)
        } catch {
            end(link, error)
        }
    }

    /// Reads the answer to the handshake; returns whether it is complete.
    private mutating func readAnswer(of link: Link) throws(CrowdError) -> Bool {
        guard let (reply, rest) = HTTPReply.parseHead(link.answer) else { return false }
        guard reply.status == 101 else { throw .refused(status: reply.status) }
        guard reply["sec-websocket-accept"] == HandshakeRequest.answer else {
            throw .broken("wrong Sec-WebSocket-Accept")
        }
        link.isOpen = true
        link.frames.append(link.answer[rest...])
        link.answer = []
        link.socket.open(subprotocol: reply["sec-websocket-protocol"])
        return true
    }

    private mutating func readFrames(of link: Link) throws(CrowdError) {
        while let item = try link.frames.next() {
            switch item {
            case .event(let event):
                link.socket.deliver(event)
            case .ping(let payload):
                link.outgoing.append(contentsOf: ClientFrame(.pong, payload).bytes)
                flush(link)
            case .close(let code, let reason):
                if link.farewell == nil {
                    link.farewell = (code, reason)
                    let payload = code.rawValue == 1005 ? [] : code.bytes
                    link.outgoing.append(contentsOf: ClientFrame(.close, payload).bytes)
                    flush(link)
                }
            }
        }
    }

    private mutating func end(_ link: Link, _ error: CrowdError) {
        guard links.removeValue(forKey: link.socket.id) != nil else { return }
        close(link.descriptor)
        link.socket.end(error)
    }

    /// Makes the coming `close` send a RST instead of a FIN.
    private func reset(_ descriptor: CInt) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout<linger>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, size)
    }

    private func control(
        _ operation: CInt,
        _ descriptor: CInt,
        _ interest: UInt32,
        _ id: CrowdSocket.ID
    ) {
        var event = epoll_event()
        event.events = interest
        event.data.u64 = id
        epoll_ctl(poll, operation, descriptor, &event)
    }
}

extension CloseCode {
    fileprivate var bytes: [UInt8] { [UInt8(rawValue >> 8), UInt8(rawValue & 0xff)] }
}
