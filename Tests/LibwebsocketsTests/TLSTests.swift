import Foundation
import Frames
import HTTPTypes
import Libwebsockets
import Rehearsal
import Testing

/// TLS from certificate files, seen by OpenSSL's own client.
@Suite("TLS", .serialized)
struct TLSTests {
    @Test("pages and WebSockets are served over TLS", arguments: [1, 2])
    func serves(_ loops: Int) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try certificate(in: folder)
        var configuration = ListenConfiguration(host: "127.0.0.1", port: 0, tls: files)
        configuration.loops = loops
        configuration.limits.maxBodyBytes = 1 << 20
        let body = [UInt8](repeating: UInt8(ascii: "t"), count: 200_000)
        var service = TestService()
        service.answer = { _, _ in Response(head: HTTPResponse(status: .ok), body: .bytes(body)) }
        let server = try await Server.start(configuration, service: service)
        let page = try exchange(
            Array("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8),
            with: server.port
        )
        #expect(page.starts(with: "HTTP/1.1 200 OK\r\n".utf8))
        #expect(page.suffix(body.count).elementsEqual(body))
        let hello = ClientFrame(.text, Array("hello".utf8)).bytes
        let goodbye = ClientFrame(.close, [0x03, 0xe8]).bytes
        let talk = try exchange(HandshakeRequest().bytes + hello + goodbye, with: server.port)
        #expect(talk.starts(with: "HTTP/1.1 101 ".utf8))
        #expect(talk.suffix(11) == [0x81, 5] + Array("hello".utf8) + closeFrame(.normal))
        await server.stop(grace: .zero)
    }

    @Test("a certificate that is not there is named")
    func missing() async {
        await #expect(throws: ServerError.unreadable(path: "/nowhere.pem")) {
            let files = TLSFiles(certificateChain: "/nowhere.pem", privateKey: "/nowhere.key")
            let configuration = ListenConfiguration(port: 0, tls: files)
            _ = try await Server.start(configuration, service: TestService())
        }
    }

    private func certificate(in folder: URL) throws -> TLSFiles {
        let files = TLSFiles(
            certificateChain: folder.appending(path: "certificate.pem").path,
            privateKey: folder.appending(path: "key.pem").path
        )
        let made = try run(
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
                "-days", "1", "-out", files.certificateChain, "-keyout", files.privateKey,
            ],
            input: []
        )
        try #require(made.status == 0)
        return files
    }

    /// What the server sends in answer to `request`, up to the end of the connection.
    private func exchange(_ request: [UInt8], with port: UInt16) throws -> [UInt8] {
        try run(["s_client", "-quiet", "-connect", "127.0.0.1:\(port)"], input: request).output
    }

    private func run(
        _ arguments: [String],
        input: [UInt8]
    ) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: input)
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try stdin.fileHandleForWriting.close()
        return (process.terminationStatus, Array(output))
    }
}
