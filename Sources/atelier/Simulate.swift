import ArgumentParser
import Simulation

/// `atelier simulate`: plays whole workshops on simulated networks and disks.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play simulated workshops and check what must be true in each."
    )

    @Option(help: "The first seed.")
    var seed: UInt64 = 1

    @Option(help: "How many seeds to play.")
    var count: UInt64 = 1

    func run() throws {
        for seed in seed..<(seed + count) {
            let findings = Afternoon(seed: seed).play()
            guard findings.isEmpty else {
                print("seed \(seed):")
                findings.forEach { print("  \($0)") }
                throw ExitCode.failure
            }
        }
        print("\(count) afternoons, nothing wrong")
    }
}
