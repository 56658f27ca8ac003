import ArgumentParser
import Glibc
import Libwebsockets
import Logging
import Server
import ServiceLifecycle
import UnixSignals

/// `atelier serve`: runs until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve rooms. Without options: on port 8080, with everything kept in ./data."
    )

    @Option(help: "The local address to listen on; by default all of this machine's.")
    var host: String?

    @Option(help: "The TCP port; 0 takes any free one.")
    var port: UInt16 = 8080

    @Option(help: "The folder that keeps the rooms.")
    var data = "data"

    @Option(help: "The folder with the built pages.")
    var web = "web/build"

    @Option(help: "Certificate chain (PEM) to serve TLS with; needs --key.")
    var certificate: String?

    @Option(help: "Private key (PEM) of the certificate.")
    var key: String?

    @Option(help: "Service threads, one per core at most.")
    var loops = 1

    @Option(
        help: "IP address of a reverse proxy whose X-Forwarded fields are believed; repeatable."
    )
    var proxy: [String] = []

    @Option(help: "How people reach the server, for example https://atelier.example.org.")
    var publicOrigin: String?

    @Flag(help: "Log more.")
    var verbose = false

    func validate() throws {
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key go together.")
        }
        guard (1...64).contains(loops) else {
            throw ValidationError("--loops is a number from 1 to 64.")
        }
    }

    func run() async throws {
        var logger = Logger(label: "atelier") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .notice
        let service = ServingService(configuration: settings, logger: logger)
        let group = ServiceGroup(
            services: [service],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        try await group.run()
    }

    private var settings: ServerConfiguration {
        var settings = ServerConfiguration()
        settings.host = host
        settings.port = port
        settings.dataFolder = data
        settings.webFolder = web
        settings.loops = loops
        settings.proxies = Set(proxy)
        settings.publicOrigin = publicOrigin
        if let certificate, let key {
            settings.tls = TLSFiles(certificateChain: certificate, privateKey: key)
        }
        return settings
    }
}

/// The server between its start and the signal that ends it.
private struct ServingService: ServiceLifecycle.Service {
    let configuration: ServerConfiguration
    let logger: Logger

    func run() async throws {
        let server = try await AtelierServer.start(configuration, logger: logger)
        print(greeting(port: server.port))
        fflush(nil)
        try? await gracefulShutdown()
        await server.stop()
    }

    private func greeting(port: UInt16) -> String {
        let scheme = configuration.tls == nil ? "http" : "https"
        let origin = configuration.publicOrigin ?? "\(scheme)://localhost:\(port)"
        return """

            Atelier is ready.
              Create a room or join one   \(origin)/
              Health and readiness        \(origin)/health  \(origin)/ready
              Rooms are kept in           \(configuration.dataFolder)
            Stop with Ctrl-C: everything acknowledged is on the disk already.

            """
    }
}
