import Libwebsockets

/// The command line of `echo-server`.
struct EchoOptions {
    static let usage = """
        usage: echo-server [--port N] [--loops N] [--cert FILE --key FILE] [--broadcast PER_SECOND]
          --port       0, the default, takes any free one
          --loops      service threads, 1 by default
          --cert/key   PEM files; serves wss and https
          --broadcast  sends 300 bytes to every WebSocket this often; instead of echoing
        """

    var port: UInt16 = 0
    var loops = 1
    var tls: TLSFiles?
    /// Broadcasts per second; 0 echoes.
    var broadcastsPerSecond = 0

    /// Why a command line was not understood.
    struct Misuse: Error {
        let text: String
    }

    init(_ arguments: some Sequence<String>) throws(Misuse) {
        var certificate: String?
        var key: String?
        var rest = Array(arguments)[...]
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst() else { throw Misuse(text: Self.usage) }
            switch flag {
            case "--port": port = try Self.number(value)
            case "--loops": loops = try Self.number(value)
            case "--cert": certificate = value
            case "--key": key = value
            case "--broadcast": broadcastsPerSecond = try Self.number(value)
            case _: throw Misuse(text: Self.usage)
            }
        }
        guard (certificate == nil) == (key == nil), loops >= 1, broadcastsPerSecond >= 0 else {
            throw Misuse(text: Self.usage)
        }
        if let certificate, let key {
            tls = TLSFiles(certificateChain: certificate, privateKey: key)
        }
    }

    private static func number<Number: FixedWidthInteger>(
        _ text: String
    ) throws(Misuse) -> Number {
        guard let number = Number(text) else { throw Misuse(text: usage) }
        return number
    }
}
