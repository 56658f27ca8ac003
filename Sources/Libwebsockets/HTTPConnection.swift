import HTTPTypes

/// A connection while it speaks HTTP/1.x: one exchange after the other.
///
/// On its loop: the C callbacks enter with `assumeIsolated`, the service's answers by `await`.
actor HTTPConnection {
    enum Phase {
        /// Waiting for a request, or in the middle of its head. Leaves for all others.
        case head
        /// Collecting the body. Leaves for `responding`, or `lingering` when it is refused.
        case body
        /// The service is at work, or its answer is under way. Leaves for `head` or `lingering`.
        case responding
        /// The last answer was given: once it has left, what the peer still sends is dropped until
        /// it closes, because closing first would destroy the answer (RFC 9112 §9.6).
        case lingering
        /// The socket is gone, or belongs to a WebSocket.
        case ended
    }

    /// Most bytes given to one write; the next follows when they have left.
    private static let writeBytes = 64 << 10
    /// Most bytes dropped from a peer that goes on talking after the last answer.
    private static let maxDroppedBytes = 4 << 20

    let settings: LoopSettings
    private(set) var handle: SocketHandle?
    let peer: PeerAddress
    private var phase = Phase.head
    private var parser: RequestHeadParser
    private var reader: BodyReader?
    /// The request being read or answered.
    private var head: RequestHead?
    private var inbox: [UInt8] = []
    private var isReadingPaused = false
    private var outgoing: [UInt8] = []
    private var sentCount = 0
    /// Whether ``outgoing`` ends the answer.
    private var isLastPiece = false
    private var droppedBytes = 0
    /// When the current phase has lasted too long, on the loop's clock; `nil` is never.
    private var deadline: UInt32?
    private var task: Task<Void, Never>?
    private var flushed: CheckedContinuation<Void, Never>?

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        settings.loop.asUnownedSerialExecutor()
    }

    init(_ handle: SocketHandle, settings: LoopSettings) {
        self.handle = handle
        self.settings = settings
        peer = handle.peer
        parser = RequestHeadParser(limits: settings.limits)
        deadline = settings.now + settings.deadlines.head + 1
    }
}

// MARK: - Events of the socket

extension HTTPConnection {
    /// Takes what arrived.
    func received(_ bytes: ReceivedBytes) -> Disposition {
        guard phase != .lingering else {
            droppedBytes += bytes.count
            return droppedBytes > Self.maxDroppedBytes ? .close : .keep
        }
        if inbox.isEmpty, phase == .head { expire(after: settings.deadlines.head) }
        inbox.append(contentsOf: bytes.buffer)
        return advance()
    }

    /// Goes on sending, or with what arrived meanwhile.
    func writable() -> Disposition {
        pump()
        switch phase {
        case .head, .body: return advance()
        case .responding, .ended: return .keep
        case .lingering:
            guard let handle, isFlushed else { return .keep }
            if handle.isEncrypted { return .close }
            handle.shutdownSending()
            return .keep
        }
    }

    /// The socket is gone.
    func ended() {
        handle = nil
        phase = .ended
        deadline = nil
        task?.cancel()
        flushed?.resume()
        flushed = nil
    }

    /// Looks whether the current phase has lasted too long.
    func tick(_ now: UInt32) {
        guard let deadline, now >= deadline else { return }
        self.deadline = nil
        switch phase {
        case .head where inbox.isEmpty: sever()
        case .head, .body: refuse(.timeout)
        case .responding, .lingering: sever()
        case .ended: break
        }
    }

    /// The server stops: no further exchange; one under way is finished.
    func stop() {
        switch phase {
        case .head where inbox.isEmpty: sever()
        case .head, .body, .responding: head?.keepsAlive = false
        case .lingering, .ended: break
        }
    }

    private func expire(after seconds: UInt32) {
        deadline = settings.now + seconds + 1
    }

    private func sever() {
        handle?.sever()
    }
}

// MARK: - Requests

extension HTTPConnection {
    private func advance() -> Disposition {
        do throws(RequestFault) {
            while true {
                switch phase {
                case .head:
                    guard let (head, count) = try parser.next(in: inbox[...]) else { return .keep }
                    inbox.removeFirst(count)
                    if let webSocket = try begin(head) { return .become(webSocket) }
                case .body:
                    guard try takeBody() else { return .keep }
                    respond()
                case .responding:
                    pauseIfFlooded()
                    return .keep
                case .lingering, .ended:
                    return .keep
                }
            }
        } catch {
            refuse(error)
            return .keep
        }
    }

    /// Begins the exchange of `head`; returns the WebSocket it turned into, if so.
    private func begin(_ head: RequestHead) throws(RequestFault) -> WebSocketConnection? {
        self.head = head
        if head.wantsWebSocket { return try upgrade(head) }
        let method = head.request.method
        guard settings.configuration.methods.contains(method) else { throw .methodNotAllowed }
        phase = .body
        reader = BodyReader(head.framing, maxBytes: settings.limits.maxBodyBytes)
        expire(after: settings.deadlines.body)
        if head.expectsContinue, inbox.isEmpty {
            send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }
        return nil
    }

    private func takeBody() throws(RequestFault) -> Bool {
        var rest = inbox[...]
        let isComplete = try reader!.take(from: &rest)
        inbox.removeFirst(rest.startIndex)
        return isComplete
    }

    private func upgrade(_ head: RequestHead) throws(RequestFault) -> WebSocketConnection? {
        let handshake = try Handshake(head, subprotocols: settings.configuration.subprotocols)
        let request = UpgradeRequest(
            head: head.request,
            peer: peer,
            subprotocol: handshake.subprotocol
        )
        switch settings.service.upgrade(request, on: settings.loop) {
        case .refuse(let status):
            self.head?.keepsAlive = false
            answer(HTTPResponse(status: status), body: Array("\(status.reasonPhrase)\n".utf8))
            return nil
        case .accept(let receiver):
            guard let handle else { return nil }
            send(handshake.answer)
            phase = .ended
            deadline = nil
            self.handle = nil
            return WebSocketConnection(
                handle,
                settings: settings,
                receiver: receiver,
                alreadyReceived: inbox
            )
        }
    }

    /// What a client may send ahead while it is being answered: one head's worth.
    private func pauseIfFlooded() {
        guard inbox.count > settings.limits.maxHeadBytes, !isReadingPaused else { return }
        isReadingPaused = true
        handle?.setReading(.off)
    }
}

// MARK: - Answers

extension HTTPConnection {
    private func respond() {
        phase = .responding
        deadline = nil
        let body = reader!.body
        reader = nil
        var request = head!.request
        if request.method == .head { request.method = .get }
        task = Task(executorPreference: settings.loop) { [request] in
            await self.run(request, body: body)
        }
    }

    private func run(_ request: HTTPRequest, body: [UInt8]) async {
        let response = await settings.service.respond(to: request, body: body, from: peer)
        guard phase == .responding else { return }
        switch response.body {
        case .bytes(let bytes): answer(response.head, body: bytes)
        case .stream(let pieces): await stream(pieces, after: response.head)
        }
    }

    private func answer(_ response: HTTPResponse, body: [UInt8]) {
        phase = .responding
        let isBare = [204, 304].contains(response.status.code)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + 512)
        encode(response, isBare ? .none : .length(body.count), into: &bytes)
        if !isBare, head?.request.method != .head { bytes.append(contentsOf: body) }
        isLastPiece = true
        send(bytes)
    }

    private func stream(
        _ pieces: any AsyncSequence<[UInt8], Never> & Sendable,
        after response: HTTPResponse
    ) async {
        let isChunked = head?.isHTTP11 == true
        if !isChunked { head?.keepsAlive = false }
        var bytes: [UInt8] = []
        encode(response, isChunked ? .chunked : .untilClose, into: &bytes)
        send(bytes)
        if head?.request.method != .head {
            for await piece in pieces where !piece.isEmpty {
                await sendAndWait(isChunked ? chunk(piece) : piece)
                guard phase == .responding else { return }
            }
            guard phase == .responding else { return }
            if isChunked { send(Array("0\r\n\r\n".utf8)) }
        }
        isLastPiece = true
        pump()
    }

    private func chunk(_ piece: [UInt8]) -> [UInt8] {
        var bytes = Array("\(String(piece.count, radix: 16))\r\n".utf8)
        bytes.append(contentsOf: piece)
        bytes.append(contentsOf: [.carriageReturn, .lineFeed])
        return bytes
    }

    private func refuse(_ fault: RequestFault) {
        var response = HTTPResponse(status: fault.status)
        response.headerFields[.contentType] = "text/plain; charset=utf-8"
        switch fault {
        case .methodNotAllowed:
            let methods = settings.configuration.methods.map(\.rawValue)
            response.headerFields[.allow] = methods.joined(separator: ", ")
        case .upgradeRequired:
            response.headerFields[.secWebSocketVersion] = "13"
            response.headerFields[.upgrade] = "websocket"
        case .malformed, .headTooLarge, .targetTooLong, .bodyTooLarge, .lengthRequired,
            .unknownTransferCoding, .versionNotSupported, .unknownExpectation, .timeout:
            break
        }
        head?.keepsAlive = false
        inbox = []
        answer(response, body: Array("\(fault.status.reasonPhrase)\n".utf8))
    }

    private func encode(
        _ response: HTTPResponse,
        _ framing: ResponseHead.Framing,
        into bytes: inout [UInt8]
    ) {
        let keepsAlive = head?.keepsAlive ?? false
        ResponseHead(response: response, framing: framing, keepsAlive: keepsAlive)
            .encode(into: &bytes)
    }
}

// MARK: - Sending

extension HTTPConnection {
    private var isFlushed: Bool {
        sentCount == outgoing.count && handle?.isCongested != true
    }

    private func send(_ bytes: [UInt8]) {
        if sentCount == outgoing.count {
            outgoing = bytes
            sentCount = 0
        } else {
            outgoing.append(contentsOf: bytes)
        }
        pump()
    }

    private func sendAndWait(_ bytes: [UInt8]) async {
        send(bytes)
        // Looked at inside: a turn of the loop may come before the continuation is made.
        await withCheckedContinuation { continuation in
            if isFlushed || phase != .responding {
                continuation.resume()
            } else {
                flushed = continuation
            }
        }
    }

    /// Writes as much as the network takes, and says so when everything has left.
    private func pump() {
        guard let handle else { return }
        while sentCount < outgoing.count, !handle.isCongested {
            let count = min(Self.writeBytes, outgoing.count - sentCount)
            let isAlive = outgoing.withUnsafeBytes { bytes in
                handle.write(UnsafeRawBufferPointer(rebasing: bytes[sentCount..<sentCount + count]))
            }
            guard isAlive else { return sever() }
            sentCount += count
        }
        guard isFlushed else { return wait(on: handle) }
        handle.setReading(isReadingPaused ? .off : .on)
        if phase == .responding { deadline = nil }
        outgoing = []
        sentCount = 0
        flushed?.resume()
        flushed = nil
        if isLastPiece { finish() }
    }

    /// While bytes wait for the network nothing is read: a raw socket of libwebsockets would be
    /// reported readable again and again without being read.
    private func wait(on handle: SocketHandle) {
        handle.setReading(.off)
        handle.requestWritable()
        if phase == .responding { expire(after: settings.deadlines.stall) }
    }

    /// Ends the exchange; the next begins in a callback, where it may turn into a WebSocket.
    private func finish() {
        isLastPiece = false
        task = nil
        if head?.keepsAlive == true {
            phase = .head
            expire(after: settings.deadlines.keepAlive)
        } else {
            phase = .lingering
            expire(after: settings.deadlines.close)
        }
        head = nil
        isReadingPaused = false
        handle?.setReading(.on)
        handle?.requestWritable()
    }
}
