import Foundation
import Testing

/// Which modules a module may import: the arrows of the architecture.
@Suite("Module boundaries")
struct ModuleBoundaries {
    static let allowed: [String: Set<String>] = [
        "Workshop": [],
        "Frames": [],
        "WireProtocol": ["Workshop", "Foundation"],
        "EventLog": ["Workshop", "Foundation", "Synchronization"],
        "SQLiteEventLog": [
            "EventLog", "Workshop", "GRDB", "Foundation", "Synchronization", "Dispatch",
        ],
        "LiveRooms": ["Workshop", "EventLog", "Crypto", "Logging", "Synchronization"],
        "Gateway": [
            "Workshop", "WireProtocol", "LiveRooms", "Reports", "QRCode", "Frames", "EventLog",
            "HTTPTypes", "Logging", "Crypto", "Synchronization",
        ],
        "Reports": ["Workshop", "Foundation"],
        "Libwebsockets": [
            "CLibwebsockets", "Frames", "HTTPTypes", "Synchronization", "Glibc", "Dispatch",
        ],
        "QRCode": ["CQRCode"],
        // A deterministic world: everything but real sockets and real disks.
        "Simulation": [
            "Workshop", "WireProtocol", "EventLog", "LiveRooms", "Gateway", "Frames",
            "Foundation", "Logging", "Synchronization",
        ],
        "CrowdLoad": ["Rehearsal", "Synchronization", "Glibc"],
        "EchoServer": ["Frames", "Libwebsockets", "HTTPTypes", "Synchronization", "Glibc"],
        "Rehearsal": ["CEpoll", "Frames", "Glibc", "Synchronization", "Foundation"],
    ]

    /// Modules that stand outside the rule: the composition root and the command see everything,
    /// and the names of C libraries import nothing.
    static let free: Set<String> = ["Server", "atelier", "CEpoll", "CLibwebsockets", "CQRCode"]

    @Test("a module imports only what the architecture allows", arguments: allowed.keys.sorted())
    func imports(of module: String) throws {
        let allowed = try #require(Self.allowed[module])
        for file in Repository.files(in: "Sources/\(module)", endings: [".swift"]) {
            let imports = /(?m)^(?:@\w+ )?(?:\w+ )?import (?<name>\w+)/
            for match in try file.text().matches(of: imports) {
                let name = String(match.name)
                #expect(allowed.contains(name), "\(file.path) imports \(name)")
            }
        }
    }

    @Test("every module has its arrows written down")
    func modulesAreKnown() throws {
        let sources = Repository.root.appendingPathComponent("Sources").path
        for module in try FileManager.default.contentsOfDirectory(atPath: sources) {
            let isKnown = Self.allowed[module] != nil || Self.free.contains(module)
            #expect(isKnown, "\(module) has no row in the table of allowed imports")
        }
    }
}
