import CLibwebsockets
import Glibc

/// The libwebsockets context of one loop: its listening socket and all its connections.
///
/// The pointers, all touched on the loop's thread only:
/// - `context` lives from ``open(port:)`` until ``close()``;
/// - `strings` and `protocols` are read by the library for as long as the context lives, and are
///   freed after it;
/// - the context's user pointer is this actor, retained: a server that is let go without being
///   stopped goes on serving.
actor ListeningContext {
    private let settings: LoopSettings
    private var context: OpaquePointer?
    private var strings: [UnsafeMutablePointer<CChar>] = []
    private var protocols: UnsafeMutablePointer<lws_protocols>?
    private var timer: LoopTimer?
    private var listener: Listener?
    private var isRetained = false
    private var sockets: [SocketOwner] = []
    private var emptied: CheckedContinuation<Void, Never>?
    private let maxConnections: Int

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        settings.loop.asUnownedSerialExecutor()
    }

    init(settings: LoopSettings, maxConnections: Int) {
        self.settings = settings
        self.maxConnections = maxConnections
    }

    /// The number of connections, of whatever kind.
    var connectionCount: Int { sockets.count }
}

// MARK: - Life

extension ListeningContext {
    /// Listens on `port`; returns the port, which the kernel chose when it was 0.
    func open(port: UInt16) throws(ServerError) -> UInt16 {
        let configuration = settings.configuration
        let endpoint = try ListeningSocket(
            host: configuration.host,
            port: port,
            sharing: configuration.loops > 1 ? .amongLoops : .none
        )
        var info = lws_context_creation_info()
        var foreignLoops: [UnsafeMutableRawPointer?] = [
            UnsafeMutableRawPointer(settings.loop.core.loop)
        ]
        describe(&info)
        isRetained = true
        context = foreignLoops.withUnsafeMutableBufferPointer { loops in
            info.foreign_loops = loops.baseAddress
            return lws_create_context(&info)
        }
        guard let context, let vhost = lws_get_vhost_by_name(context, "default") else {
            close()
            endpoint.close()
            throw .noContext
        }
        listener = Listener(endpoint, vhost: vhost, context: self, on: settings.loop.core.loop)
        timer = .start(on: settings.loop.core.loop, every: 1) { [unowned self] in
            self.assumeIsolated { $0.tick() }
        }
        return endpoint.port
    }

    private func describe(_ info: inout lws_context_creation_info) {
        let configuration = settings.configuration
        // The library cannot share a port among contexts (its SO_REUSEPORT needs a build with
        // several service threads), so accepting is the ``Listener``'s work.
        info.port = CONTEXT_PORT_NO_LISTEN_SERVER
        info.options = clws_option_libev
        info.vhost_name = keep("default")
        // The protocol list ends with an empty entry.
        let protocols = UnsafeMutablePointer<lws_protocols>.allocate(capacity: 2)
        protocols.initialize(repeating: lws_protocols(), count: 2)
        protocols[0].name = keep("connection")
        protocols[0].callback = onEvent
        protocols[0].tx_packet_size = 64 << 10
        protocols[0].rx_buffer_size = 4 << 10
        self.protocols = protocols
        info.protocols = UnsafePointer(protocols)
        // One buffer per context; a TLS record holds up to 16 KiB.
        info.pt_serv_buf_size = 20 << 10
        info.user = Unmanaged.passRetained(self).toOpaque()
        // Without it the TLS layer would offer HTTP/2 and hand the socket to another role.
        info.alpn = keep("http/1.1")
        if let tls = configuration.tls {
            info.options |= clws_option_init_tls
            info.ssl_cert_filepath = keep(tls.certificateChain)
            info.ssl_private_key_filepath = keep(tls.privateKey)
        }
    }

    private func keep(_ text: String) -> UnsafePointer<CChar> {
        let copy = strdup(text)!
        strings.append(copy)
        return UnsafePointer(copy)
    }

    /// Stops accepting and asks every connection to end; waits until they have, at most `grace`.
    func drain(grace: Duration) async {
        listener?.close()
        listener = nil
        for socket in sockets { socket.stop() }
        guard !sockets.isEmpty else { return }
        settings.loop.after(grace) { [weak self] in
            self?.assumeIsolated { $0.resumeDrain() }
        }
        // Looked at once more inside: a turn of the loop may come before the continuation is made.
        await withCheckedContinuation { continuation in
            if sockets.isEmpty {
                continuation.resume()
            } else {
                emptied = continuation
            }
        }
    }

    private func resumeDrain() {
        emptied?.resume()
        emptied = nil
    }

    /// Ends whatever is left, and the listening socket.
    func close() {
        listener?.close()
        listener = nil
        timer?.cancel(on: settings.loop.core.loop)
        timer = nil
        let context = self.context
        self.context = nil
        if let context { lws_context_destroy(context) }
        free()
        if isRetained { Unmanaged.passUnretained(self).release() }
        isRetained = false
    }

    private func free() {
        strings.forEach { Glibc.free($0) }
        strings = []
        protocols?.deallocate()
        protocols = nil
    }

    private func tick() {
        let now = settings.tick()
        listener?.resume()
        for socket in sockets { socket.tick(now) }
    }
}

// MARK: - Connections

extension ListeningContext {
    /// Whether one more connection may be accepted.
    var hasRoom: Bool { sockets.count < maxConnections }

    /// Takes in a new connection; the socket keeps the returned owner until ``remove(at:)``.
    func adopt(_ handle: SocketHandle) -> UInt {
        let connection = HTTPConnection(handle, settings: settings)
        let owner = SocketOwner(connection, index: sockets.count)
        sockets.append(owner)
        return UInt(bitPattern: Unmanaged.passUnretained(owner).toOpaque())
    }

    /// Forgets the connection at `index`; the last one takes its place.
    func remove(at index: Int) {
        let last = sockets.removeLast()
        if last.index != index {
            sockets[index] = last
            last.index = index
        }
        if sockets.isEmpty { resumeDrain() }
    }
}
