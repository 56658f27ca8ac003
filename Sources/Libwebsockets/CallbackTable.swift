import CLibwebsockets

/// The one callback of every socket: libwebsockets' words in, ours out.
///
/// Runs on the loop's thread, never inside a job. A result of -1 closes the socket.
func onEvent(
    _ socket: OpaquePointer?,
    _ reason: lws_callback_reasons,
    _ user: UnsafeMutableRawPointer?,
    _ bytes: UnsafeMutableRawPointer?,
    _ count: Int
) -> CInt {
    guard let socket else { return 0 }
    switch reason {
    case LWS_CALLBACK_RAW_RX:
        guard let owner = owner(of: socket) else { return -1 }
        return result(of: owner.received(ReceivedBytes(bytes, count)))
    case LWS_CALLBACK_RAW_WRITEABLE:
        guard let owner = owner(of: socket) else { return -1 }
        return result(of: owner.writable())
    case LWS_CALLBACK_RAW_ADOPT:
        guard let context = context(of: socket) else { return -1 }
        let handle = SocketHandle(socket)
        let owner = context.assumeIsolated { $0.adopt(handle) }
        lws_set_opaque_user_data(socket, UnsafeMutableRawPointer(bitPattern: owner))
        return 0
    case LWS_CALLBACK_RAW_CLOSE:
        guard let owner = owner(of: socket), let context = context(of: socket) else { return 0 }
        lws_set_opaque_user_data(socket, nil)
        owner.ended()
        let index = owner.index
        context.assumeIsolated { $0.remove(at: index) }
        return 0
    default:
        return 0
    }
}

private func owner(of socket: OpaquePointer) -> SocketOwner? {
    lws_get_opaque_user_data(socket).map {
        Unmanaged<SocketOwner>.fromOpaque($0).takeUnretainedValue()
    }
}

private func context(of socket: OpaquePointer) -> ListeningContext? {
    lws_context_user(lws_get_context(socket)).map {
        Unmanaged<ListeningContext>.fromOpaque($0).takeUnretainedValue()
    }
}

private func result(of disposition: Disposition) -> CInt {
    switch disposition {
    case .keep, .become: 0
    case .close: -1
    }
}
