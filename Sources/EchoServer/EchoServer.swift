import Frames
import Glibc
import Libwebsockets

/// The echo server's process.
enum EchoServer {
    /// Payload of a broadcast: a small update as a live room sends it.
    private static let broadcastBytes = 300

    static func start(_ options: EchoOptions) async throws(ServerError) -> Server {
        let audience = options.broadcastsPerSecond > 0 ? Audience() : nil
        var configuration = ListenConfiguration(port: options.port, loops: options.loops)
        configuration.tls = options.tls
        // Conformance suites send messages of 16 MiB.
        configuration.limits.maxMessageBytes = 32 << 20
        configuration.limits.outboxBytes = 64 << 20
        let server = try await Server.start(configuration, service: EchoService(audience: audience))
        if let audience {
            let frame = ServerFrame(.text, [UInt8](repeating: 0x61, count: broadcastBytes))
            let interval = Duration.seconds(1) / options.broadcastsPerSecond
            for loop in server.loops { broadcast(frame, to: audience, on: loop, every: interval) }
        }
        return server
    }

    private static func broadcast(
        _ frame: ServerFrame,
        to audience: Audience,
        on loop: ServiceLoop,
        every interval: Duration
    ) {
        loop.after(interval) {
            audience.broadcast(frame, on: loop)
            broadcast(frame, to: audience, on: loop, every: interval)
        }
    }

    /// Serves until the process is ended.
    static func untilTold() async {
        while true { try? await Task.sleep(for: .seconds(3_600)) }
    }
}
