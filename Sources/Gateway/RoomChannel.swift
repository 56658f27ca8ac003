import Frames
package import LiveRooms
import WireProtocol
package import Workshop

/// Shows one room to its sessions: encodes every change once per audience and hands the same bytes
/// to everybody in it.
///
/// Owned by the room and used on the room's loop; sessions on other loops are reached by one job
/// per loop and change, however many they are.
package final class RoomChannel: RoomOutlet {
    private let code: JoinCode
    private var pictures: [Audience: AudiencePicture] = [:]
    private var crowds: [Audience: Crowd] = [:]
    private var places: [ObjectIdentifier: Place] = [:]
    private var tabs: [Tab: Session] = [:]
    private var seated: [Seat.ID: [Session]] = [:]
    private var presence = PresenceBoard()

    /// Where a session stands, so that it can be found when it goes.
    private struct Place {
        let sender: Sender
        let tab: Tab
    }

    /// One browser tab of one sender (P6).
    private struct Tab: Hashable {
        let sender: Sender
        let client: String
    }

    package init(code: JoinCode) {
        self.code = code
    }

    package var visitorCount: Int { places.count }

    /// The whole map for participants, for the page that carries it.
    package func participantUpdate(of room: Room) -> [UInt8] {
        withPicture(for: .participants, of: room) { $0.update(since: nil, own: []) }
    }

    private func withPicture<Result>(
        for audience: Audience,
        of room: Room,
        _ body: (inout AudiencePicture) -> Result
    ) -> Result {
        if pictures[audience] == nil {
            pictures[audience] = AudiencePicture(
                of: room,
                for: audience,
                presence: presence.view(of: room, for: audience),
                code: code
            )
        }
        return body(&pictures[audience]!)
    }
}

// MARK: - Coming and going

extension RoomChannel {
    package func admit(_ visitor: Visitor, as admission: Admission) {
        presence = admission.presence
        let session = visitor.session
        let tab = Tab(sender: admission.sender, client: visitor.client)
        if let older = tabs.updateValue(session, forKey: tab) {
            older.perform { $0.leave(because: .replaced) }
        }
        places[ObjectIdentifier(session)] = Place(sender: admission.sender, tab: tab)
        crowds[admission.sender.audience, default: Crowd()].insert(session)
        if case .participant(let seat) = admission.sender {
            seated[seat, default: []].append(session)
        }
        greet(session, as: admission)
    }

    private func greet(_ session: Session, as admission: Admission) {
        let own = admission.own.map { ServerMessage.fragment($0.0, $0.1, in: code) }
        let (update, revision) = withPicture(
            for: admission.sender.audience,
            of: admission.room
        ) { picture in
            (ServerFrame(.text, picture.update(since: admission.since, own: own)), picture.revision)
        }
        let welcome = ServerFrame(
            .text,
            ServerMessage.welcome(
                Role(admission.sender),
                seat: admission.seat,
                revision: revision,
                now: admission.today
            )
        )
        session.perform { $0.greeted(with: welcome, update, revision: revision) }
    }

    package func dismiss(_ visitor: Visitor) {
        let session = visitor.session
        guard let place = places.removeValue(forKey: ObjectIdentifier(session)) else { return }
        crowds[place.sender.audience]?.remove(session)
        if tabs[place.tab] === session { tabs[place.tab] = nil }
        if case .participant(let seat) = place.sender {
            seated[seat]?.removeAll { $0 === session }
            if seated[seat]?.isEmpty == true { seated[seat] = nil }
        }
    }

    package func dismissAll(because departure: Departure) {
        let reason: ByeReason =
            switch departure {
            case .restart: .restart
            case .notSaved: .notSaved
            }
        for audience in Audience.allCases {
            let crowd = crowds[audience] ?? Crowd()
            crowd.forEach { $0.leave(because: reason) }
        }
    }
}

// MARK: - Showing

extension RoomChannel {
    package func publish(_ publication: Publication) {
        let room = publication.room
        if let presence = publication.presence { self.presence = presence }
        var published = PublishedEntities(of: room)
        for audience in Audience.allCases {
            guard pictures[audience] != nil else { continue }
            if !publication.keys.isEmpty {
                send(pictures[audience]!.absorb(publication.keys, of: &published), to: audience)
            }
            if let presence = publication.presence {
                let view = presence.view(of: room, for: audience)
                send(pictures[audience]!.absorb(view), to: audience)
            }
        }
    }

    private func send(_ change: AudiencePicture.Change?, to audience: Audience) {
        guard let change, let crowd = crowds[audience] else { return }
        let revision = pictures[audience]!.revision
        let message = ServerMessage.update(
            revision: revision,
            completeness: .changes,
            put: change.put,
            del: change.del
        )
        let frame = ServerFrame(.text, message)
        crowd.forEach { $0.deliver(frame, revision: revision) }
    }

    package func tell(_ seat: Seat.ID, _ key: EntityKey, _ entity: Entity?) {
        let fragment = entity.map { ServerMessage.fragment(key, $0, in: code) }
        for session in seated[seat] ?? [] {
            session.perform { $0.told(fragment, of: key) }
        }
    }

    /// Brings a session that skipped values up to date.
    func catchUp(_ session: Session, since revision: Int) {
        guard
            let place = places[ObjectIdentifier(session)],
            pictures[place.sender.audience] != nil
        else { return }
        let update = pictures[place.sender.audience]!.update(since: revision, own: [])
        let now = pictures[place.sender.audience]!.revision
        session.perform { $0.caughtUp(with: ServerFrame(.text, update), revision: now) }
    }
}

extension Role {
    fileprivate init(_ sender: Sender) {
        switch sender {
        case .participant: self = .participant
        case .facilitator: self = .facilitator
        case .display: self = .display
        case .guest: self = .guest
        }
    }
}
