import Frames
import Glibc

/// A blocking TCP connection to 127.0.0.1, for tests that count bytes.
package struct ClientSocket: ~Copyable {
    private let descriptor: CInt

    /// Connects.
    ///
    /// - Parameters:
    ///   - port: Where the server listens.
    ///   - limit: How long one read or write may take before it fails.
    /// - Throws: ``CrowdError/closed(_:reason:)`` when nobody listens.
    package init(port: UInt16, limit: Duration = .seconds(30)) throws(CrowdError) {
        guard let descriptor = Loopback.connect(port: port) else {
            throw .closed(.abnormal, reason: "cannot connect")
        }
        self.descriptor = descriptor
        var time = timeval(tv_sec: Int(limit.components.seconds), tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, size)
    }

    deinit {
        close(descriptor)
    }

    /// Sends all of `bytes`; returns whether the connection took them.
    @discardableResult
    package borrowing func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    package borrowing func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    /// Says that nothing more follows.
    package borrowing func finishSending() {
        shutdown(descriptor, CInt(SHUT_WR))
    }

    /// What arrives next, at most `limit` bytes; empty at the end of the connection.
    ///
    /// - Throws: ``CrowdError/silent`` when nothing came within the limit of the connection.
    package borrowing func receive(atMost limit: Int = 64 << 10) throws(CrowdError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: limit)
        let (count, failure) = buffer.withUnsafeMutableBytes { buffer in
            (recv(descriptor, buffer.baseAddress, limit, 0), errno)
        }
        if count < 0, failure == EAGAIN { throw .silent }
        return Array(buffer[..<max(0, count)])
    }

    /// Exactly `count` bytes.
    package borrowing func receive(exactly count: Int) throws(CrowdError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try receive(atMost: count - bytes.count)
            guard !piece.isEmpty else { throw .closed(.abnormal, reason: "ended early") }
            bytes += piece
        }
        return bytes
    }

    /// Everything up to the end of the connection.
    package borrowing func receiveAll() throws(CrowdError) -> [UInt8] {
        var bytes: [UInt8] = []
        while case let piece = try receive(), !piece.isEmpty { bytes += piece }
        return bytes
    }
}

/// Connections to this machine; nothing here ever leaves it.
enum Loopback {
    static func connect(port: UInt16) -> CInt? {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let result = withUnsafeBytes(of: &address) { address in
            Glibc.connect(
                descriptor,
                address.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(address.count)
            )
        }
        guard result == 0 else {
            close(descriptor)
            return nil
        }
        var on: CInt = 1
        setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, 4)
        return descriptor
    }
}
