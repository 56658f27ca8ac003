import Foundation
import Testing

/// The real `atelier serve` in a process of its own, beside the tests in the build folder.
final class ServerProcess {
    let port: UInt16
    private let process = Process()
    private let output = Pipe()

    /// Starts it and waits until it listens; port 0 takes any free one.
    init(port: UInt16 = 0, folder: SiteFolder) throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent()
            .appendingPathComponent("atelier")
        process.arguments = [
            "serve", "--host", "127.0.0.1", "--port", "\(port)", "--data", folder.data,
            "--web", folder.web,
        ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("Stop with") {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the server did not start: \(text)")
            text += String(decoding: more, as: UTF8.self)
        }
        let match = try #require(text.firstMatch(of: /localhost:(?<port>\d+)\//))
        self.port = try #require(UInt16(match.port))
    }

    deinit {
        if process.isRunning { kill() }
    }

    /// Ends it with a signal that it cannot see.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks it to end and waits; returns its exit status.
    func terminate() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
