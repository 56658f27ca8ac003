import Gateway
import HTTPTypes
import Libwebsockets

/// The gateway as libwebsockets wants it.
struct GatewayService: Service {
    let endpoints: Endpoints
    let reception: Reception

    func upgrade(_ request: UpgradeRequest, on loop: ServiceLoop) -> UpgradeDecision {
        switch endpoints.session(for: request.head, from: request.peer.ip) {
        case .nothingHere:
            return .refuse(.notFound)
        case .foreign:
            return .refuse(.forbidden)
        case .open(let code, let address):
            guard request.subprotocol != nil else { return .refuse(.badRequest) }
            let reception = reception
            return .accept(
                SessionReceiver(on: loop) { connection in
                    Session(connection, code: code, address: address, reception: reception)
                }
            )
        }
    }

    func respond(
        to request: HTTPRequest,
        body: [UInt8],
        from peer: PeerAddress
    ) async -> Response {
        let reply = await endpoints.respond(to: request, body: body, from: peer.ip)
        switch reply.body {
        case .bytes(let bytes): return Response(head: reply.head, body: .bytes(bytes))
        case .pieces(let pieces): return Response(head: reply.head, body: .stream(pieces))
        }
    }
}
