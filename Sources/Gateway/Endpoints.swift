package import HTTPTypes
import LiveRooms
import QRCode
import Reports
import WireProtocol
package import Workshop

/// The HTTP side: functions from request to reply; section 7 of `Docs/Protocol.md`.
package struct Endpoints: Sendable {
    let reception: Reception
    private let web: WebFiles
    private let trust: Visit.Trust

    package init(_ reception: Reception, web: WebFiles, trusting trust: Visit.Trust) {
        self.reception = reception
        self.web = web
        self.trust = trust
    }

    /// Answers `request`, which came from the IP address `peer`; HEAD is asked as GET.
    package func respond(
        to request: HTTPRequest,
        body: [UInt8],
        from peer: String
    ) async -> Reply {
        reception.counters.requests.add(1)
        let visit = Visit(request, from: peer, trusting: trust)
        let language = request.headerFields[.acceptLanguage].preferredLanguage
        var reply: Reply
        do throws(HTTPError) {
            reply = try await answer(request, body, visit)
        } catch {
            reply = error.reply(in: language)
            if error == .methodNotAllowed, let route = Route(path: request.path ?? "/") {
                reply.head.headerFields[.allow] = route.allowed
            }
            if error == .unauthorised { reply.head.headerFields[.wwwAuthenticate] = "Bearer" }
        }
        SecurityHeaders.apply(to: &reply.head)
        return reply
    }

    /// Whether somebody may open a WebSocket, and into which room.
    package func session(
        for request: HTTPRequest,
        from peer: String
    ) -> Doorway {
        let visit = Visit(request, from: peer, trusting: trust)
        let parts = (request.path ?? "").prefix { $0 != "?" }.split(separator: "/")
        guard parts.first == "live", parts.count == 2 else { return .nothingHere }
        guard visit.isFromOwnPage else { return .foreign }
        return .open(JoinCode(typed: parts[1]), address: visit.address)
    }

    /// What stands at a WebSocket's path.
    package enum Doorway: Hashable, Sendable {
        /// A session; the code is `nil` when the path cannot be a room's.
        case open(JoinCode?, address: String)
        case foreign
        case nothingHere
    }

    private func answer(
        _ request: HTTPRequest,
        _ body: [UInt8],
        _ visit: Visit
    ) async throws(HTTPError) -> Reply {
        guard let route = Route(path: request.path ?? "/") else { throw .notFound }
        guard route.methods.contains(request.method) else { throw .methodNotAllowed }
        switch route {
        case .home: return file(web[.home], for: request, lifetime: .revalidated)
        case .asset(let path):
            guard let file = web[path] else { throw .notFound }
            let lifetime: Lifetime = path.hasPrefix("/assets/") ? .forEver : .revalidated
            return self.file(file, for: request, lifetime: lifetime)
        case .page(let kind, let code): return try await page(kind, code, visit)
        case .noSuchRoom: return page(.participant, status: .notFound, boot: Boot.nothing)
        case .rooms: return try await createRoom(body, visit)
        case .room(let code): return try await summary(of: code, visit)
        case .qrCode(let code): return qrCode(for: code, visit)
        case .links(let code): return try await links(of: code, for: request, visit)
        case .export(let format, let code):
            return try await export(format, of: code, for: request, visit)
        case .health: return Reply(.ok, type: "text/plain", bytes: Array("ok\n".utf8))
        case .ready: return try await readiness()
        case .metrics: return try await metrics(visit)
        }
    }
}

// MARK: - Pages

extension Endpoints {
    private enum Lifetime: String {
        /// The name changes with the content.
        case forEver = "public, max-age=31536000, immutable"
        case revalidated = "no-cache"
    }

    private func file(_ file: WebFile, for request: HTTPRequest, lifetime: Lifetime) -> Reply {
        let accepted = request.headerFields[.acceptEncoding] ?? ""
        let choice = file.best(for: accepted)
        let tag = "\"\(file.tag)\(choice.suffix)\""
        let isKnown = request.headerFields[.ifNoneMatch]?.contains(tag) == true
        var reply = Reply(
            isKnown ? .notModified : .ok,
            type: file.type,
            bytes: isKnown ? [] : choice.bytes
        )
        reply.head.headerFields[.eTag] = tag
        reply.head.headerFields[.vary] = "Accept-Encoding"
        reply.head.headerFields[.cacheControl] = lifetime.rawValue
        if let name = choice.name { reply.head.headerFields[.contentEncoding] = name }
        return reply
    }

    private func page(
        _ kind: PageKind,
        _ code: JoinCode,
        _ visit: Visit
    ) async throws(HTTPError) -> Reply {
        guard reception.mayGuess(visit.address) else { throw .tooManyTries }
        guard let room = try await find(code, visit) else {
            return page(kind, status: .notFound, boot: Boot.nothing)
        }
        return page(kind, status: .ok, boot: Boot.of(code, update: await room.participantUpdate))
    }

    private func page(
        _ kind: PageKind,
        status: HTTPResponse.Status,
        boot: [UInt8]
    ) -> Reply {
        Reply(status, type: web[kind].type, bytes: Boot.insert(boot, into: web[kind].plain))
    }

    /// The room with this code; a wrong one counts against the address.
    private func find(
        _ code: JoinCode,
        _ visit: Visit
    ) async throws(HTTPError) -> LiveRoom<RoomChannel>? {
        do throws(RoomFault) {
            let room = try await reception.directory.room(with: code)
            if room == nil { reception.noteWrongCode(from: visit.address) }
            return room
        } catch {
            throw .unavailable
        }
    }
}

// MARK: - Rooms

extension Endpoints {
    private func createRoom(_ body: [UInt8], _ visit: Visit) async throws(HTTPError) -> Reply {
        guard visit.isFromOwnPage else { throw .foreignOrigin }
        guard body.count <= WireLimits.bodyBytes else { throw .bodyTooLarge }
        guard
            let creation = RoomCreation(body),
            let design = try? creation.design()
        else { throw .invalidRoom }
        guard reception.mayCreateRoom(visit.address) else { throw .tooManyRooms }
        var chance = reception.directory.chance
        let secrets = LeadSecrets(facilitator: Secret(using: &chance))
        do throws(RoomFault) {
            let code = try await reception.directory.createRoom(design, keys: secrets.keys)
            let links = secrets.links(of: code, origin: visit.origin)
            return Reply(.created, type: "application/json", bytes: JSON.bytes(links))
        } catch {
            throw error == .tooManyRooms ? .tooManyRooms : .unavailable
        }
    }

    private func known(
        _ code: JoinCode,
        _ visit: Visit
    ) async throws(HTTPError) -> LiveRoom<RoomChannel> {
        guard reception.mayGuess(visit.address) else { throw .tooManyTries }
        guard let room = try await find(code, visit) else { throw .roomUnknown }
        return room
    }

    private func summary(of code: JoinCode, _ visit: Visit) async throws(HTTPError) -> Reply {
        let room = await (try known(code, visit)).durable
        return Reply(
            .ok,
            type: "application/json",
            bytes: JSON.bytes(RoomSummary(room, code: code))
        )
    }

    /// The participant link as a picture: it tells nothing that whoever asks did not say.
    private func qrCode(for code: JoinCode, _ visit: Visit) -> Reply {
        let link = "\(visit.origin)/\(code.text)"
        guard let picture = QRCode(link) else {
            preconditionFailure("A link of at most 263 characters fits a QR code")
        }
        return Reply(.ok, type: "image/svg+xml", bytes: Array(picture.svg.utf8))
    }

    /// The room, and the secret of whoever proves to lead it.
    private func ledRoom(
        _ code: JoinCode,
        for request: HTTPRequest,
        _ visit: Visit
    ) async throws(HTTPError) -> (Room, Secret) {
        let room = await (try known(code, visit)).durable
        let bearer = request.headerFields[.authorization]?.split(separator: " ") ?? []
        guard
            bearer.count == 2, bearer[0].lowercased() == "bearer",
            let secret = Secret(text: String(bearer[1])),
            SecretDigest(of: secret.bytes) == room.keys.facilitator
        else {
            reception.noteWrongCode(from: visit.address)
            throw .unauthorised
        }
        return (room, secret)
    }

    /// All links of the room, for a facilitator who opens the console on another machine.
    private func links(
        of code: JoinCode,
        for request: HTTPRequest,
        _ visit: Visit
    ) async throws(HTTPError) -> Reply {
        let (_, secret) = try await ledRoom(code, for: request, visit)
        let links = LeadSecrets(facilitator: secret).links(of: code, origin: visit.origin)
        return Reply(.ok, type: "application/json", bytes: JSON.bytes(links))
    }

    private func export(
        _ format: Route.ExportFormat,
        of code: JoinCode,
        for request: HTTPRequest,
        _ visit: Visit
    ) async throws(HTTPError) -> Reply {
        let (room, _) = try await ledRoom(code, for: request, visit)
        let report = RoomReport(room, code: code)
        var reply =
            switch format {
            case .json: Reply(.ok, type: "application/json", long: report.json)
            case .csv: Reply(.ok, type: "text/csv; charset=utf-8", long: report.csv)
            }
        let name = "atelier-\(code.text).\(format == .json ? "json" : "csv")"
        reply.head.headerFields[.contentDisposition] = "attachment; filename=\"\(name)\""
        return reply
    }
}

// MARK: - For the people who run it

extension Endpoints {
    private func readiness() async throws(HTTPError) -> Reply {
        guard await reception.directory.isReady else { throw .unavailable }
        return Reply(.ok, type: "text/plain", bytes: Array("ready\n".utf8))
    }

    private func metrics(_ visit: Visit) async throws(HTTPError) -> Reply {
        guard visit.isLocal else { throw .notFound }
        let count = await reception.directory.liveRoomCount
        return Reply(
            .ok,
            type: "text/plain; version=0.0.4",
            bytes: Array(reception.counters.prometheusText(liveRooms: count).utf8)
        )
    }
}
