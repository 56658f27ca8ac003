import CLibwebsockets
import Glibc

/// A libwebsockets socket (`struct lws`), for use on its loop's thread only.
///
/// Valid from `LWS_CALLBACK_RAW_ADOPT` until `LWS_CALLBACK_RAW_CLOSE` returns; its holder drops the
/// handle when it is told of the latter. Kept as a number, because actors hand it around; only the
/// members below turn it into the pointer.
struct SocketHandle: Sendable {
    private let address: UInt

    init(_ socket: OpaquePointer) {
        address = UInt(bitPattern: socket)
    }

    private var socket: OpaquePointer { OpaquePointer(bitPattern: address)! }

    /// Whether bytes given to ``write(_:)`` still wait for the network.
    var isCongested: Bool { lws_partial_buffered(socket) != 0 }

    var isEncrypted: Bool { lws_is_ssl(socket) != 0 }

    /// Writes at once what the socket takes; libwebsockets keeps a copy of the rest and sends it.
    ///
    /// - Returns: `false` when the socket is dead; its close callback follows.
    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return true }
        return clws_write(socket, start, bytes.count) >= 0
    }

    /// Asks for one writable callback, in a later turn, once nothing waits for the network.
    func requestWritable() {
        lws_callback_on_writable(socket)
    }

    /// Lets bytes arrive, or leaves them in the kernel so that the peer has to wait.
    func setReading(_ reading: Reading) {
        lws_rx_flow_control(socket, reading == .on ? 1 : 0)
    }

    enum Reading {
        case on, off
    }

    /// Tells the peer that nothing more follows; its bytes still arrive.
    func shutdownSending() {
        shutdown(lws_get_socket_fd(socket), CInt(SHUT_WR))
    }

    /// Ends the connection both ways; the close callback comes in a later turn.
    ///
    /// Not `lws_set_timeout(LWS_TO_KILL_ASYNC)`, which flushes first and so waits for a dead peer.
    func sever() {
        shutdown(lws_get_socket_fd(socket), CInt(SHUT_RDWR))
        setReading(.on)
        requestWritable()
    }

    /// The peer's numeric address.
    var peer: PeerAddress {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            buffer.initialize(repeating: 0)
            guard let name = lws_get_peer_simple(socket, buffer.baseAddress, buffer.count) else {
                return PeerAddress(ip: "")
            }
            let ip = String(cString: name)
            return PeerAddress(ip: ip.hasPrefix("::ffff:") ? String(ip.dropFirst(7)) : ip)
        }
    }
}

/// Bytes that arrived, in the loop's own buffer: valid until the callback that brings them returns.
///
/// Kept as a number for the same reason as ``SocketHandle``.
struct ReceivedBytes: Sendable {
    private let address: UInt
    let count: Int

    init(_ start: UnsafeMutableRawPointer?, _ count: Int) {
        address = UInt(bitPattern: start)
        self.count = count
    }

    var buffer: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
    }
}
