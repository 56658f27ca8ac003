import CLibwebsockets
import Glibc
import Synchronization

/// Listens for HTTP and WebSocket clients, on one port and any number of loops.
package final class Server: Sendable {
    /// The port it listens on; the one the kernel chose when the configuration said 0.
    package let port: UInt16
    /// The loops; a connection stays on the one that accepted it.
    package let loops: [ServiceLoop]
    private let contexts: [ListeningContext]

    private init(port: UInt16, loops: [ServiceLoop], contexts: [ListeningContext]) {
        self.port = port
        self.loops = loops
        self.contexts = contexts
    }

    /// Listens on `loops`, on loops of its own when none are given, and returns when all do.
    ///
    /// Raises the process' soft limit of open files to the hard one: each connection needs one.
    ///
    /// - Throws: ``ServerError`` when the port or the certificate cannot be used; nothing is left
    ///   running then.
    package static func start(
        _ configuration: ListenConfiguration,
        on given: [ServiceLoop] = [],
        service: any Service
    ) async throws(ServerError) -> Server {
        precondition(configuration.loops >= 1, "A server needs a loop")
        precondition(given.isEmpty || given.count == configuration.loops, "Loops disagree")
        try configuration.tls?.check()
        ServiceLog.send(to: configuration.log)
        let descriptors = DescriptorLimit.raise()
        let share = max(1, (descriptors - DescriptorLimit.reserve) / configuration.loops)
        let maxConnections = min(configuration.limits.maxConnections, share)
        var port = configuration.port
        var loops: [ServiceLoop] = []
        var contexts: [ListeningContext] = []
        for index in 0..<configuration.loops {
            let loop = given.isEmpty ? ServiceLoop() : given[index]
            let settings = LoopSettings(loop: loop, service: service, configuration: configuration)
            let context = ListeningContext(settings: settings, maxConnections: maxConnections)
            do throws(ServerError) {
                port = try await context.open(port: port)
            } catch {
                for context in contexts { await context.close() }
                throw error
            }
            loops.append(loop)
            contexts.append(context)
        }
        return Server(port: port, loops: loops, contexts: contexts)
    }

    /// The number of connections that are open now, on all loops.
    package var connectionCount: Int {
        get async {
            var count = 0
            for context in contexts { count += await context.connectionCount }
            return count
        }
    }

    /// Stops, politely: accepts nobody any more, closes every WebSocket with 1012, lets exchanges
    /// under way finish, and cuts what is left after `grace`.
    ///
    /// Must be called once, before the server is let go.
    package func stop(grace: Duration = .seconds(5)) async {
        await withTaskGroup { group in
            for context in contexts {
                group.addTask {
                    await context.drain(grace: grace)
                    await context.close()
                }
            }
        }
    }
}

/// Why a server could not start.
package enum ServerError: Error, Hashable, Sendable {
    /// The port is taken, or the address is not one of this machine: `reason` is the system's.
    case cannotListen(host: String?, port: UInt16, reason: String)
    /// libwebsockets refused, most often for the certificate or its key; the log tells why.
    case noContext
    /// A certificate file cannot be read.
    case unreadable(path: String)
}

extension TLSFiles {
    fileprivate func check() throws(ServerError) {
        for path in [certificateChain, privateKey] where access(path, R_OK) != 0 {
            throw .unreadable(path: path)
        }
    }
}

/// How many files, and so connections, the process may have open.
private enum DescriptorLimit {
    /// Kept for everything that is not a connection: databases, logs, the loops' own.
    static let reserve = 64

    /// Raises the soft limit to the hard one; returns what is in force.
    static func raise() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return 1_024
        }
        // Tables are sized by the limit: an unlimited one would cost gigabytes.
        let wanted = rlimit(rlim_cur: min(limit.rlim_max, 1 << 20), rlim_max: limit.rlim_max)
        if wanted.rlim_cur > limit.rlim_cur {
            var raised = wanted
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 {
                return Int(raised.rlim_cur)
            }
        }
        return Int(min(limit.rlim_cur, 1 << 20))
    }
}

/// Where libwebsockets' one log of the process goes.
private enum ServiceLog {
    private static let destination = Mutex<@Sendable (String) -> Void>({ _ in })

    static func send(to log: @escaping @Sendable (String) -> Void) {
        destination.withLock { $0 = log }
        lws_set_log_level(CInt(1 << 0 | 1 << 1)) { _, line in
            guard let line else { return }
            let text = String(cString: line)
            let log = ServiceLog.destination.withLock { $0 }
            log(text.last == "\n" ? String(text.dropLast()) : text)
        }
    }
}
