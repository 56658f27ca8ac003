import Foundation
import Logging
import Rehearsal
import Server
import Synchronization
import Testing

/// A whole server for one test, with a data folder and a crowd of its own.
final class Site: Sendable {
    let port: UInt16
    let folder: SiteFolder
    let crowd: Crowd
    let log: LogPage
    private let tabs = Mutex<[Tab]>([])

    init(port: UInt16, folder: SiteFolder, crowd: Crowd, log: LogPage = LogPage()) {
        self.log = log
        self.port = port
        self.folder = folder
        self.crowd = crowd
    }

    /// Remembers a tab, so that it goes home with the others.
    func register(_ tab: Tab) {
        tabs.withLock { $0.append(tab) }
    }

    /// Ends every connection; nobody tries to come back.
    func sendEverybodyHome() {
        for tab in tabs.withLock({ $0 }) { tab.cutOff() }
        crowd.stop()
    }

    /// Asks over HTTP, on a thread of its own because the client blocks.
    func request(
        _ method: String,
        _ path: String,
        _ headerLines: [String] = [],
        body: String? = nil
    ) async throws -> HTTPReply {
        let port = port
        let result = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    returning: Result { () throws(CrowdError) in
                        try HTTPClient.request(
                            method,
                            path,
                            port: port,
                            headerLines: headerLines,
                            body: body.map { Array($0.utf8) }
                        )
                    }
                )
            }
        }
        return try result.get()
    }

    /// Makes a room.
    func createRoom(_ fields: JSONValue = ["title": "Essai"]) async throws -> Hall {
        let lines = ["Content-Type: application/json"]
        let reply = try await request("POST", "/api/rooms", lines, body: fields.json)
        try #require(reply.status == 201, "\(reply.status) \(reply.text)")
        let created = try #require(JSONValue(reply.body))
        return try Hall(created, site: self)
    }
}

/// Starts a server on a free port, runs `body` and stops the server.
func withSite(_ body: (Site) async throws -> Void) async throws {
    let folder = try SiteFolder()
    var configuration = ServerConfiguration()
    configuration.host = "127.0.0.1"
    configuration.port = 0
    configuration.dataFolder = folder.data
    configuration.webFolder = folder.web
    configuration.grace = .zero
    let log = LogPage()
    let logger = Logger(label: "test") { _ in LogPageWriter(page: log) }
    let server = try await AtelierServer.start(configuration, logger: logger)
    let site = Site(port: server.port, folder: folder, crowd: Crowd(), log: log)
    do {
        try await body(site)
        site.sendEverybodyHome()
        await server.stop()
    } catch {
        site.sendEverybodyHome()
        await server.stop()
        throw error
    }
}

/// A folder with pages and room for data, gone with the value.
final class SiteFolder: Sendable {
    let path: String
    var data: String { path + "/data" }
    var web: String { path + "/web" }

    static let script = "console.log('bonjour')\n"
    private static let page = """
        <!doctype html><title>Atelier</title>
        <script type="application/json" id="boot">null</script>

        """

    init() throws {
        path = NSTemporaryDirectory() + "atelier-" + UUID().uuidString
        let files = FileManager.default
        try files.createDirectory(atPath: web + "/assets", withIntermediateDirectories: true)
        for name in ["index", "participant", "facilitate", "display", "guest"] {
            try Self.page.write(toFile: "\(web)/\(name).html", atomically: true, encoding: .utf8)
        }
        let asset = web + "/assets/page.js"
        try Self.script.write(toFile: asset, atomically: true, encoding: .utf8)
        // The server hands these out as they are: the test tells them by their content.
        try "brotli".write(toFile: asset + ".br", atomically: true, encoding: .utf8)
        try "gzip".write(toFile: asset + ".gz", atomically: true, encoding: .utf8)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Every file below the data folder, by its path, as it is on the disk now.
    func dataFiles() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        let names = FileManager.default.enumerator(atPath: data)?.compactMap { $0 as? String }
        for name in names ?? [] {
            var isFolder: ObjCBool = false
            let file = data + "/" + name
            _ = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
            if isFolder.boolValue { continue }
            files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        }
        return files
    }
}

/// All that a server logged.
final class LogPage: Sendable {
    private let content = Mutex<[String]>([])

    var lines: [String] { content.withLock { $0 } }

    func write(_ line: String) {
        content.withLock { $0.append(line) }
    }
}

/// Writes every line, whatever its level, to a ``LogPage``.
private struct LogPageWriter: LogHandler {
    let page: LogPage
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        page.write("\(event.level) \(event.message) \(event.metadata ?? [:])")
    }
}
