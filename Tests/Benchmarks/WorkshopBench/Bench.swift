import Glibc
import Rehearsal
import Synchronization

/// Measures a running server from outside: a crowd that joins, then votes; one person among many.
struct Bench {
    let port: UInt16
    let process: Int
    let crowd = Crowd()

    /// Everybody joins within `joining` seconds and votes within `voting` seconds.
    func vote(seats count: Int, joining: Double, voting: Double) async throws {
        let room = try BenchRoom(port: port)
        let watch = Watch()
        let lead = try await connect(room, .facilitator(room.facilitator), watch, number: -1)
        let display = try await connect(room, .display(room.display), watch, number: -2)
        lead.send(#"{"id":"o","do":"room.open"}"#)
        let before = try Usage(of: process)
        let sockets = try await join(count, within: joining, room, watch)
        report("join (connect to first update)", watch.joinTimes, unit: "ms")
        let joined = try Usage(of: process)
        let perSeat = Double(joined.residentKilobytes - before.residentKilobytes) / Double(count)
        print(
            "memory: \(rounded(perSeat)) kB per joined seat, \(joined.residentKilobytes) kB in all"
        )

        lead.send(BenchRoom.pollCommand)
        lead.send(#"{"id":"l","do":"activity.launch","activity":"\#(BenchRoom.poll)"}"#)
        try await watch.launched(everybody: count)
        let start = try Usage(of: process)
        let clock = ContinuousClock.now
        for (number, socket) in sockets.enumerated() {
            let due = clock + .seconds(voting * Double(number) / Double(count))
            try await Task.sleep(until: due)
            watch.votes(number)
            socket.send(BenchRoom.vote(number % 4))
        }
        try await watch.allSeen(count)
        let end = try Usage(of: process)
        report("vote (sent to acknowledged after disk)", watch.ackTimes, unit: "ms")
        report("display (ballot sent to shown)", watch.displayTimes, unit: "ms")
        let cpu = Double(end.microseconds - start.microseconds) / 1_000
        let messages = watch.updateCount
        print("server CPU while voting: \(rounded(cpu)) ms, \(messages) updates delivered")
        _ = display
        crowd.stop()
    }

    /// One person among `count` that do nothing: how long a round trip takes.
    func idle(seats count: Int, roundTrips: Int) async throws {
        let full = try BenchRoom(port: port)
        let quiet = try BenchRoom(port: port)
        let watch = Watch()
        _ = try await join(count, within: Double(count) / 1_000, full, watch)
        let socket = try await crowd.connect(port: port, quiet.handshake)
        socket.send(BenchRoom.join(.participant(0)))
        _ = try await socket.next()
        _ = try await socket.next()
        // Presence of the room of idle people settles within its beat.
        try await Task.sleep(for: .seconds(3))
        var times: [Double] = []
        let start = try Usage(of: process)
        while times.count < roundTrips {
            let sent = ContinuousClock.now
            socket.send(#"{"id":"p","do":"ping"}"#)
            while try await !socket.next().contains("pong") {}
            times.append((ContinuousClock.now - sent) / .milliseconds(1))
        }
        let cpu = Double(try Usage(of: process).microseconds - start.microseconds)
        report("ping among \(count) idle", times, unit: "ms")
        print("server CPU per round trip: \(rounded(cpu / Double(roundTrips))) us")
        crowd.stop()
    }

    private func join(
        _ count: Int,
        within seconds: Double,
        _ room: BenchRoom,
        _ watch: Watch
    ) async throws -> [CrowdSocket] {
        let start = ContinuousClock.now
        return try await withThrowingTaskGroup { group in
            for number in 0..<count {
                let due = start + .seconds(seconds * Double(number) / Double(count))
                group.addTask {
                    try await Task.sleep(until: due)
                    return (
                        number,
                        try await connect(room, .participant(number), watch, number: number)
                    )
                }
            }
            var sockets: [(Int, CrowdSocket)] = []
            for try await socket in group { sockets.append(socket) }
            try await watch.joined(count)
            return sockets.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func connect(
        _ room: BenchRoom,
        _ who: BenchRoom.Who,
        _ watch: Watch,
        number: Int
    ) async throws -> CrowdSocket {
        watch.comes(number)
        let socket = try await crowd.connect(port: port, room.handshake) { _, event in
            if case .text(let bytes) = event { watch.heard(bytes, by: number) }
        }
        socket.send(BenchRoom.join(who))
        return socket
    }

    private func report(_ what: String, _ values: [Double], unit: String) {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return print("\(what): nothing measured") }
        func at(_ share: Double) -> Double { sorted[Int(Double(sorted.count - 1) * share)] }
        print(
            "\(what): p50 \(rounded(at(0.5))), p95 \(rounded(at(0.95))), "
                + "p99 \(rounded(at(0.99))), max \(rounded(at(1))) \(unit), n \(sorted.count)"
        )
    }

    private func rounded(_ value: Double) -> Double {
        (value * 100).rounded() / 100
    }
}

/// What a process has used so far (proc(5), clock_getcpuclockid(3)).
struct Usage {
    let microseconds: Int
    let residentKilobytes: Int

    struct Missing: Error {}

    init(of process: Int) throws {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(pid_t(process), &clock) == 0, clock_gettime(clock, &time) == 0,
            let file = fopen("/proc/\(process)/statm", "r")
        else { throw Missing() }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = fread(&buffer, 1, buffer.count, file)
        let pages = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
        guard pages.count > 1, let resident = Int(pages[1]) else { throw Missing() }
        microseconds = time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
        residentKilobytes = resident * Int(getpagesize()) / 1_024
    }
}
