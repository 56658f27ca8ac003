import Glibc

/// A TCP socket that listens.
struct ListeningSocket: Sendable {
    /// Whether several sockets may listen on one port and divide its connections.
    enum Sharing {
        case none
        /// SO_REUSEPORT: the kernel spreads new connections over the loops.
        case amongLoops
    }

    /// Connections the kernel holds until they are accepted; a storm of reconnections arrives
    /// within one second, and the kernel lowers it to its own `somaxconn`.
    private static let backlog: CInt = 4_096

    let descriptor: CInt
    let port: UInt16

    /// Listens on a local address, or on all of them when `host` is `nil`.
    init(host: String?, port: UInt16, sharing: Sharing) throws(ServerError) {
        let candidates = host.map { [$0] } ?? ["::", "0.0.0.0"]
        var reason = "no such address"
        for candidate in candidates {
            switch Self.listen(on: candidate, port: port, sharing: sharing) {
            case .success(let descriptor):
                self.descriptor = descriptor
                self.port = Self.port(of: descriptor)
                return
            case .failure(let failure):
                reason = failure.reason
            }
        }
        throw .cannotListen(host: host, port: port, reason: reason)
    }

    func close() {
        _ = Glibc.close(descriptor)
    }

    private struct Failure: Error {
        let reason: String
    }

    private static func listen(
        on host: String,
        port: UInt16,
        sharing: Sharing
    ) -> Result<CInt, Failure> {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &list)
        guard status == 0, let address = list?.pointee else {
            return .failure(Failure(reason: String(cString: gai_strerror(status))))
        }
        defer { freeaddrinfo(list) }
        let descriptor = socket(address.ai_family, address.ai_socktype, 0)
        guard descriptor >= 0 else { return .failure(Failure(reason: lastError)) }
        set(SO_REUSEADDR, of: SOL_SOCKET, on: descriptor, to: 1)
        if sharing == .amongLoops { set(SO_REUSEPORT, of: SOL_SOCKET, on: descriptor, to: 1) }
        if address.ai_family == AF_INET6 {
            // One socket for both families: "::" takes IPv4 clients too.
            set(IPV6_V6ONLY, of: CInt(IPPROTO_IPV6), on: descriptor, to: 0)
        }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
            Glibc.listen(descriptor, backlog) == 0
        else {
            let reason = lastError
            _ = Glibc.close(descriptor)
            return .failure(Failure(reason: reason))
        }
        return .success(descriptor)
    }

    private static var lastError: String { String(cString: strerror(errno)) }

    private static func set(_ option: CInt, of level: CInt, on descriptor: CInt, to value: CInt) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<CInt>.size))
    }

    private static func port(of descriptor: CInt) -> UInt16 {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &address) { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            precondition(getsockname(descriptor, start, &length) == 0, "A bound socket has a name")
            // The port is the second field of both families, in network order.
            return UInt16(bytes[2]) << 8 | UInt16(bytes[3])
        }
    }
}
