import Synchronization

/// Notes when things were sent and heard, on the crowd's thread.
final class Watch: Sendable {
    private let state = Mutex(State())

    fileprivate struct State {
        var came: [Int: ContinuousClock.Instant] = [:]
        var joinTimes: [Int: Double] = [:]
        var sentVotes: [ContinuousClock.Instant] = []
        var sentBy: [Int: ContinuousClock.Instant] = [:]
        var ackTimes: [Double] = []
        var displayTimes: [Double] = []
        var launched: Set<Int> = []
        var updates = 0
        var problems: [String] = []
    }

    struct Problem: Error {
        let text: String
    }

    var joinTimes: [Double] { state.withLock { Array($0.joinTimes.values) } }
    var ackTimes: [Double] { state.withLock { $0.ackTimes } }
    var displayTimes: [Double] { state.withLock { $0.displayTimes } }
    var updateCount: Int { state.withLock { $0.updates } }

    /// Somebody is about to connect.
    func comes(_ number: Int) {
        state.withLock { $0.came[number] = .now }
    }

    /// Somebody is about to vote.
    func votes(_ number: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            state.sentVotes.append(now)
            state.sentBy[number] = now
        }
    }

    func heard(_ bytes: [UInt8], by number: Int) {
        let now = ContinuousClock.now
        let text = String(decoding: bytes, as: UTF8.self)
        state.withLock { state in
            if text.hasPrefix(#"{"type":"update""#) {
                state.update(text, by: number, at: now)
            } else if text.hasPrefix(#"{"type":"ack","id":"v""#), let sent = state.sentBy[number] {
                state.ackTimes.append((now - sent) / .milliseconds(1))
            } else if text.contains(#""refused""#) || text.contains(#""bye""#) {
                state.problems.append(text)
            }
        }
    }

    func joined(_ count: Int) async throws {
        try await until { $0.joinTimes.keys.count { $0 >= 0 } >= count }
    }

    func launched(everybody count: Int) async throws {
        try await until { $0.launched.count { $0 >= 0 } >= count }
    }

    func allSeen(_ count: Int) async throws {
        try await until { $0.ackTimes.count >= count && $0.displayTimes.count >= count }
    }

    private func until(_ condition: (State) -> Bool) async throws {
        for _ in 0..<6_000 {
            let (isDone, problem) = state.withLock { (condition($0), $0.problems.first) }
            if let problem { throw Problem(text: problem) }
            if isDone { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw Problem(text: "nothing happened for a minute")
    }
}

extension Watch.State {
    fileprivate mutating func update(
        _ text: String,
        by number: Int,
        at now: ContinuousClock.Instant
    ) {
        updates += 1
        if joinTimes[number] == nil, let start = came[number] {
            joinTimes[number] = (now - start) / .milliseconds(1)
        }
        if text.contains("\"phase\":\"open\",\"question\"") { launched.insert(number) }
        guard number == -2, let range = text.firstRange(of: #""ballots":"#) else { return }
        let count = Int(text[range.upperBound...].prefix { $0.isNumber }) ?? 0
        while displayTimes.count < min(count, sentVotes.count) {
            displayTimes.append((now - sentVotes[displayTimes.count]) / .milliseconds(1))
        }
    }
}
