import Synchronization

/// What is counted, for the Prometheus page: sums only, nothing about a person or a room.
package final class Counters: Sendable {
    package let connections = Counter()
    package let commands = Counter()
    package let refusals = Counter()
    package let wrongCodes = Counter()
    package let requests = Counter()

    package init() {}

    /// One number that several threads may change.
    package final class Counter: Sendable {
        private let count = Atomic<Int>(0)

        package var value: Int { count.load(ordering: .relaxed) }

        package func add(_ step: Int) {
            count.add(step, ordering: .relaxed)
        }
    }

    /// The text format of Prometheus, version 0.0.4.
    package func prometheusText(liveRooms: Int) -> String {
        let lines: [(name: String, kind: String, meaning: String, value: Int)] = [
            ("connections", "gauge", "Open WebSockets", connections.value),
            ("rooms_live", "gauge", "Rooms in memory", liveRooms),
            ("commands_total", "counter", "Commands carried out and durable", commands.value),
            ("refusals_total", "counter", "Commands refused", refusals.value),
            (
                "wrong_codes_total", "counter", "Join codes and secrets that open no room",
                wrongCodes.value
            ),
            ("http_requests_total", "counter", "HTTP requests answered", requests.value),
        ]
        return lines.map { line in
            """
            # HELP atelier_\(line.name) \(line.meaning)
            # TYPE atelier_\(line.name) \(line.kind)
            atelier_\(line.name) \(line.value)

            """
        }.joined()
    }
}
