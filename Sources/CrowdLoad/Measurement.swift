import Glibc
import Rehearsal
import Synchronization

/// Measures a server on this machine from outside, by what its process uses.
struct Measurement {
    struct Misuse: Error {}

    private let port: UInt16
    private let process: Int
    private let socketCount: Int
    /// Seconds of `fanout`, round trips of `idle`.
    private let length: Int

    init(arguments: [String]) throws {
        guard arguments.count == 6, let port = UInt16(arguments[2]),
            let process = Int(arguments[3]), let socketCount = Int(arguments[4]),
            let length = Int(arguments[5])
        else { throw Misuse() }
        self.port = port
        self.process = process
        self.socketCount = socketCount
        self.length = length
    }

    /// Prints the server's CPU time per message delivered by its broadcasts.
    func fanOut() async throws {
        let received = DeliveryCount()
        let crowd = Crowd()
        for _ in 0..<socketCount {
            _ = try await crowd.connect(port: port) { _, event in
                if case .text = event { received.count.add(1, ordering: .relaxed) }
            }
        }
        try await Task.sleep(for: .seconds(1))
        let (before, start) = (received.count.load(ordering: .relaxed), try usage())
        try await Task.sleep(for: .seconds(length))
        let (after, end) = (received.count.load(ordering: .relaxed), try usage())
        let messages = after - before
        let perMessage = Double(end.microseconds - start.microseconds) / Double(max(1, messages))
        print("\(perMessage) us/delivery \(messages) messages \(end.residentKilobytes) kB resident")
        crowd.stop()
    }

    /// Prints the time and the server's CPU of one round trip among idle connections.
    func idle() async throws {
        let crowd = Crowd()
        let before = try usage()
        for _ in 1..<max(2, socketCount) {
            _ = try await crowd.connect(port: port) { _, _ in }
        }
        let after = try usage()
        let active = try await crowd.connect(port: port)
        for _ in 0..<100 { try await roundTrip(on: active) }
        let (start, startTime) = (try usage(), ContinuousClock.now)
        for _ in 0..<length { try await roundTrip(on: active) }
        let (end, time) = (try usage(), ContinuousClock.now - startTime)
        let cpu = Double(end.microseconds - start.microseconds) / Double(length)
        let wall = time / .microseconds(1) / Double(length)
        let memory = Double(after.residentKilobytes - before.residentKilobytes)
        let perSocket = memory / Double(socketCount)
        print("\(wall) us/round-trip \(cpu) us-cpu/message \(perSocket) kB/socket")
        crowd.stop()
    }

    private func roundTrip(on socket: CrowdSocket) async throws {
        socket.send("ping")
        _ = try await socket.next()
    }

    /// What the server's process has used so far: CPU of all its threads, and memory (proc(5)).
    private func usage() throws -> (microseconds: Int, residentKilobytes: Int) {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(pid_t(process), &clock) == 0, clock_gettime(clock, &time) == 0
        else { throw Misuse() }
        let pages = try contents(of: "/proc/\(process)/statm").split(separator: " ")
        guard pages.count > 1, let resident = Int(pages[1]) else { throw Misuse() }
        let microseconds = time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
        return (microseconds, resident * Int(getpagesize()) / 1_024)
    }

    private func contents(of path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw Misuse() }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}

/// Counts deliveries on the crowd's thread, read by the measurement.
final class DeliveryCount: Sendable {
    let count = Atomic<Int>(0)
}
