import Frames
import Glibc
import HTTPTypes
import Rehearsal
import Synchronization
import Testing

@testable import Libwebsockets

/// The loop as an executor.
@Suite("Service loops", .serialized)
struct ServiceLoopTests {
    private actor Counter {
        let loop: ServiceLoop
        private(set) var count = 0

        nonisolated var unownedExecutor: UnownedSerialExecutor {
            loop.asUnownedSerialExecutor()
        }

        init(on loop: ServiceLoop) {
            self.loop = loop
        }

        func increment() -> Bool {
            count += 1
            return loop.isCurrent
        }
    }

    @Test("jobs run on the loop's thread, in the order they were submitted")
    func order() async {
        let loop = ServiceLoop()
        let seen = Mutex<[Int]>([])
        await withCheckedContinuation { continuation in
            for number in 0..<1_000 {
                loop.perform { seen.withLock { $0.append(loop.isCurrent ? number : -1) } }
            }
            loop.perform { continuation.resume() }
        }
        #expect(!loop.isCurrent)
        #expect(seen.withLock { $0 } == Array(0..<1_000))
    }

    @Test("an actor on the loop stays on its thread, and lets jobs in without a hop")
    func actors() async {
        let loop = ServiceLoop()
        let counter = Counter(on: loop)
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<500 { #expect(await counter.increment()) }
                }
            }
        }
        await withCheckedContinuation { continuation in
            loop.perform {
                counter.assumeIsolated { _ = $0.increment() }
                continuation.resume()
            }
        }
        #expect(await counter.count == 4_001)
    }

    @Test("a task that prefers the loop runs on its thread")
    func tasks() async {
        let loop = ServiceLoop()
        let isOnLoop = await Task(executorPreference: loop) {
            await Task.yield()
            return loop.isCurrent
        }.value
        #expect(isOnLoop)
    }

    @Test("a delayed job runs after one with a shorter delay")
    func timers() async {
        let loop = ServiceLoop()
        let (stream, sink) = AsyncStream<Int>.makeStream()
        loop.after(.milliseconds(60)) { sink.yield(2) }
        loop.after(.milliseconds(5)) { sink.yield(1) }
        var iterator = stream.makeAsyncIterator()
        #expect(await iterator.next() == 1)
        #expect(await iterator.next() == 2)
    }

    @Test("a server on a port that is taken says so")
    func portTaken() async throws {
        try await withServer { server in
            await #expect(throws: ServerError.self) {
                let configuration = ListenConfiguration(host: "127.0.0.1", port: server.port)
                _ = try await Server.start(configuration, service: TestService())
            }
        }
    }

    @Test("a server on an address that is not ours says so")
    func foreignAddress() async {
        await #expect(throws: ServerError.self) {
            let configuration = ListenConfiguration(host: "192.0.2.1", port: 0)
            _ = try await Server.start(configuration, service: TestService())
        }
    }

    @Test("starting and stopping again and again leaves no descriptor behind")
    func leaks() async throws {
        let before = try eventLoops()
        for round in 0..<100 {
            try await withServer(loops: 2) { server in
                try await withCrowd { crowd in
                    let socket = try await crowd.connect(port: server.port)
                    #expect(try eventLoops() > 2)
                    socket.send("round \(round)")
                    #expect(try await socket.next() == "round \(round)")
                    #expect(try HTTPClient.request("GET", "/", port: server.port).status == 200)
                }
            }
        }
        // 300 were opened here; other tests, which run meanwhile, have some dozens of their own.
        #expect(try eventLoops() < before + 150)
    }

    /// How many epoll instances the process has open: one for each loop and each crowd.
    private func eventLoops() throws -> Int {
        let folder = try #require(opendir("/proc/self/fd"))
        defer { closedir(folder) }
        let descriptors = dirfd(folder)
        var count = 0
        while let entry = readdir(folder) {
            var link = [UInt8](repeating: 0, count: 64)
            let length = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                    link.withUnsafeMutableBytes { link in
                        readlinkat(
                            descriptors,
                            name,
                            link.baseAddress!.assumingMemoryBound(to: CChar.self),
                            link.count
                        )
                    }
                }
            }
            let target = String(decoding: link.prefix(max(0, length)), as: UTF8.self)
            if target == "anon_inode:[eventpoll]" { count += 1 }
        }
        return count
    }

    @Test("stopping closes WebSockets with 1012 and lets an exchange finish")
    func stop() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let (releases, release) = AsyncStream<Void>.makeStream()
        var service = TestService()
        service.answer = { _, _ in
            arrived.yield()
            for await _ in releases { break }
            return Response(head: HTTPResponse(status: .ok), body: .bytes([1, 2, 3]))
        }
        let configuration = ListenConfiguration(host: "127.0.0.1", port: 0, loops: 2)
        let server = try await Server.start(configuration, service: service)
        try await withCrowd { crowd in
            let socket = try await crowd.connect(port: server.port)
            async let reply = HTTPClient.request("GET", "/", port: server.port)
            for await _ in arrivals { break }
            async let stopped: Void = server.stop(grace: .seconds(20))
            #expect(try await socket.closeCode() == .serviceRestart)
            release.yield()
            #expect(try await reply.body == [1, 2, 3])
            await stopped
        }
        #expect(throws: CrowdError.self) {
            _ = try HTTPClient.request("GET", "/", port: server.port)
        }
    }
}
