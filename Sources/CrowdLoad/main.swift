import Glibc

do {
    switch CommandLine.arguments.dropFirst().first {
    case "fanout": try await Measurement(arguments: CommandLine.arguments).fanOut()
    case "idle": try await Measurement(arguments: CommandLine.arguments).idle()
    case _:
        print("usage: crowd-load fanout|idle PORT SERVER-PID SOCKETS SECONDS-OR-ROUND-TRIPS")
        exit(64)
    }
} catch {
    print("failed: \(error)")
    exit(1)
}
