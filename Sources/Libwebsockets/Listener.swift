import CLibwebsockets
import Glibc

/// Accepts connections and hands them to libwebsockets, on the loop's thread only.
///
/// The pointers: `watcher` is allocated in `init` and freed by ``close()``, which its owner calls
/// before the vhost ends; while it runs, libev holds the listener unretained.
final class Listener {
    /// Most connections accepted in one turn, so that a storm of them starves nobody.
    private static let acceptsPerTurn = 64

    private let endpoint: ListeningSocket
    private let vhost: OpaquePointer
    private unowned let context: ListeningContext
    private let loop: OpaquePointer
    private let watcher = UnsafeMutablePointer<ev_io>.allocate(capacity: 1)
    private var isPaused = true

    init(
        _ endpoint: ListeningSocket,
        vhost: OpaquePointer,
        context: ListeningContext,
        on loop: OpaquePointer
    ) {
        self.endpoint = endpoint
        self.vhost = vhost
        self.context = context
        self.loop = loop
        watcher.initialize(to: ev_io())
        resume()
    }

    /// Accepts again, after a pause for want of descriptors.
    func resume() {
        guard isPaused else { return }
        isPaused = false
        let owner = Unmanaged.passUnretained(self).toOpaque()
        clws_io_start(loop, watcher, owner, endpoint.descriptor) { _, watcher, _ in
            guard let data = watcher?.pointee.data else { return }
            Unmanaged<Listener>.fromOpaque(data).takeUnretainedValue().acceptSome()
        }
    }

    /// Stops listening, once: new clients are refused by the kernel.
    func close() {
        ev_io_stop(loop, watcher)
        watcher.deallocate()
        endpoint.close()
    }

    private func acceptSome() {
        for _ in 0..<Self.acceptsPerTurn {
            let descriptor = accept(endpoint.descriptor, nil, nil)
            guard descriptor >= 0 else {
                if errno == EMFILE || errno == ENFILE || errno == ENOMEM { pause() }
                return
            }
            guard context.assumeIsolated({ $0.hasRoom }) else {
                _ = Glibc.close(descriptor)
                continue
            }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            var on: CInt = 1
            setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, 4)
            _ = clws_adopt(vhost, descriptor)
        }
    }

    /// Until the next second: the connection stays in the kernel's queue meanwhile.
    private func pause() {
        isPaused = true
        ev_io_stop(loop, watcher)
    }
}
