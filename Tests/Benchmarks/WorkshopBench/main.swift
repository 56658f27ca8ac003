import Glibc

let arguments = CommandLine.arguments
do {
    switch (arguments.dropFirst().first, arguments.dropFirst(2).compactMap(Double.init)) {
    case ("vote", let numbers) where numbers.count == 5:
        try await Bench(port: UInt16(numbers[0]), process: Int(numbers[1]))
            .vote(seats: Int(numbers[2]), joining: numbers[3], voting: numbers[4])
    case ("idle", let numbers) where numbers.count == 4:
        try await Bench(port: UInt16(numbers[0]), process: Int(numbers[1]))
            .idle(seats: Int(numbers[2]), roundTrips: Int(numbers[3]))
    case _:
        print("usage: workshop-bench vote PORT PID SEATS JOIN-SECONDS VOTE-SECONDS")
        print("       workshop-bench idle PORT PID SEATS ROUND-TRIPS")
        exit(64)
    }
} catch {
    print("failed: \(error)")
    exit(1)
}
