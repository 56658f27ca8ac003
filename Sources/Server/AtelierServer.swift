import EventLog
import Foundation
import Gateway
import HTTPTypes
import Libwebsockets
import LiveRooms
package import Logging
import SQLiteEventLog
import WireProtocol
import Workshop

/// The whole server: the only place that knows every part, and it holds no rule of its own.
package struct AtelierServer: Sendable {
    /// The port it listens on.
    package var port: UInt16 { sockets.port }
    private let sockets: Libwebsockets.Server
    private let directory: RoomDirectory<RoomChannel>
    private let log: SQLiteEventLog
    private let configuration: ServerConfiguration
    private let logger: Logger
    private let caretaker: Task<Void, Never>

    /// How often rooms that nobody looks at are put away.
    private static let caretakerPause = Duration.seconds(300)

    /// Opens the log, reads the pages and listens.
    package static func start(
        _ configuration: ServerConfiguration,
        logger: Logger
    ) async throws -> AtelierServer {
        let web = try WebBuild.files(in: configuration.webFolder)
        try FileManager.default.createDirectory(
            atPath: configuration.dataFolder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let log = try SQLiteEventLog(path: configuration.dataFolder + "/rooms.sqlite")
        let surroundings = RoomSurroundings(
            log: log,
            vault: try FileSecretVault(folder: configuration.dataFolder + "/secrets"),
            time: MachineTime(),
            logger: logger,
            chance: { UInt64.random(in: .min ... .max) }
        )
        let loops = (0..<max(1, configuration.loops)).map { _ in ServiceLoop() }
        let directory = RoomDirectory<RoomChannel>(loops: loops, surroundings: surroundings) {
            RoomChannel(code: $0)
        }
        let reception = Reception(directory: directory, time: surroundings.time)
        let trust = Visit.Trust(
            proxies: configuration.proxies,
            isSecure: configuration.tls != nil,
            publicOrigin: configuration.publicOrigin
        )
        let service = GatewayService(
            endpoints: Endpoints(reception, web: web, trusting: trust),
            reception: reception
        )
        let sockets = try await Libwebsockets.Server.start(
            configuration.listening(logger),
            on: loops,
            service: service
        )
        let caretaker = Task {
            while (try? await Task.sleep(for: Self.caretakerPause)) != nil {
                await directory.putAwayIdleRooms()
            }
        }
        return AtelierServer(
            sockets: sockets,
            directory: directory,
            log: log,
            configuration: configuration,
            logger: logger,
            caretaker: caretaker
        )
    }

    /// Stops so that nothing is lost: what was decided is written and shown, people are told to
    /// come back, and only then the sockets close.
    package func stop() async {
        caretaker.cancel()
        await directory.stop()
        await sockets.stop(grace: configuration.grace)
        do throws(EventLogError) {
            try await log.close()
        } catch {
            logger.error("log not closed", metadata: ["fault": "\(error)"])
        }
    }
}

extension ServerConfiguration {
    fileprivate func listening(_ logger: Logger) -> ListenConfiguration {
        var limits = ConnectionLimits()
        // The whole map of a wall of 2,000 notes fits; updates are skipped long before.
        limits.outboxBytes = 4 << 20
        limits.maxMessageBytes = WireLimits.messageBytes
        return ListenConfiguration(
            host: host,
            port: port,
            tls: tls,
            loops: loops,
            limits: limits,
            subprotocols: ["atelier.v1"],
            // The gateway knows what each path allows, and says no in the reader's language.
            methods: [.get, .head, .post, .put, .delete, .patch, .options],
            log: { logger.warning("sockets", metadata: ["said": "\($0)"]) }
        )
    }
}
