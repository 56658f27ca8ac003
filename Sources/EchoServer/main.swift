import Glibc
import Libwebsockets

do {
    let options = try EchoOptions(CommandLine.arguments.dropFirst())
    let server = try await EchoServer.start(options)
    print("listening on port \(server.port)")
    fflush(nil)
    await EchoServer.untilTold()
} catch let misuse as EchoOptions.Misuse {
    print(misuse.text)
    exit(64)
} catch {
    print("cannot start: \(error)")
    exit(1)
}
