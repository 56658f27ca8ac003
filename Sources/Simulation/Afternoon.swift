import Gateway
import LiveRooms
import Synchronization
import WireProtocol
package import Workshop

/// One simulated workshop from the first join to the last check.
///
/// A facilitator runs two polls and a wall; people vote, change their minds, write and withdraw
/// notes, lose their network and come back; the log hesitates and fails; the server is killed and
/// started again.
package final class Afternoon: Sendable {
    let place: SimulatedPlace
    private let state: Mutex<State>

    private struct State {
        var reception: Reception?
        var code: JoinCode?
        var sockets: [SimulatedSocket] = []
        var phones: [Phone] = []
        var participants: [(phone: Phone, seat: Seat.ID)] = []
    }

    /// How many participants there are.
    private static let participants = 9
    /// When everything that was begun must have come to its end.
    private static let end = Duration.seconds(160)
    /// From here on the network and the disk work.
    private static let calm = Duration.seconds(75)

    package init(seed: UInt64, bug: PlantedBug? = nil) {
        place = SimulatedPlace(seed: seed, bug: bug)
        state = Mutex(State())
    }

    /// Plays the afternoon and returns everything that was wrong; nothing, if all is well.
    package func play() -> [String] {
        let reception = place.startServer()
        state.withLock { $0.reception = reception }
        let secrets = SimulatedSecrets(world: place.world)
        Task(executorPreference: place.socketLoop) {
            let design = try RoomDesign(
                title: "Simulation",
                language: .french,
                organisations: [],
                colleges: []
            )
            let code = try await reception.directory.createRoom(design, keys: secrets.keys)
            self.place.outside.perform { self.begin(in: code, secrets) }
        }
        place.world.run(until: Self.end)
        check()
        return place.auditor.findings
    }

    /// The room as the log has it at the end, for whoever wants to compare runs.
    package var room: Room? { place.auditor.room }

    /// Opens a socket to the server that is up; `nil` while none is.
    func open(_ phone: Phone, as audience: Audience, bandwidth: Int) -> SimulatedSocket? {
        let socket = SimulatedSocket(from: phone, as: audience, at: place, bandwidth: bandwidth)
        let (reception, code) = state.withLock { state in
            if state.reception != nil { state.sockets.append(socket) }
            return (state.reception, state.code)
        }
        guard let reception else { return nil }
        socket.open(Session(socket, code: code, address: phone.name, reception: reception))
        return socket
    }
}

// MARK: - What happens

extension Afternoon {
    private func begin(in code: JoinCode, _ secrets: SimulatedSecrets) {
        state.withLock { $0.code = code }
        let clumsy = place.world.draw { $0.happens(80) }
        let facilitator = add(
            "facilitator",
            as: .facilitators,
            join: #""role":"facilitator","secret":"\#(secrets.facilitator.text)""#,
            isClumsy: clumsy
        )
        let script = FacilitatorScript(phone: facilitator, world: place.world)
        script.begin()
        _ = add(
            "display",
            as: .displays,
            join: #""role":"display","secret":"\#(secrets.display.text)""#,
            isClumsy: clumsy
        )
        for number in 0..<Self.participants {
            let token = place.world.draw { Secret(using: &$0) }
            let phone = add(
                "phone\(number)",
                as: .participants,
                join: #""role":"participant","token":"\#(token.text)""#,
                isClumsy: clumsy
            )
            let seat = SecretDigest(of: token.bytes).seat
            state.withLock { $0.participants.append((phone, seat)) }
        }
        planTroubles()
    }

    private func add(
        _ name: String,
        as audience: Audience,
        join: String,
        isClumsy: Bool
    ) -> Phone {
        let phone = Phone(name, as: audience, join: join, isClumsy: isClumsy, in: self)
        state.withLock { $0.phones.append(phone) }
        phone.after(place.world.draw { $0.pause(upTo: 5_000) }) { $0.connect() }
        return phone
    }

    /// Something new is on a participant's screen.
    func looked(_ phone: isolated Phone) {
        guard phone.audience == .participants else { return }
        ParticipantScript(world: place.world).react(phone)
    }

    private func planTroubles() {
        let world = place.world
        let (kills, failures) = world.draw { chance in
            (Int.random(in: 0...2, using: &chance), chance.happens(40) ? 3 : 0)
        }
        place.log.fail(failures)
        for _ in 0..<kills {
            let when = world.draw { $0.pause(upTo: 70_000) }
            world.after(when, on: place.outside) { self.kill() }
        }
        world.after(Self.calm, on: place.outside) {
            self.place.log.fail(0)
            for phone in self.state.withLock({ $0.phones }) {
                phone.assumeIsolated { $0.isClumsy = false }
            }
        }
    }

    /// Ends the server at once: every socket breaks.
    ///
    /// What it had handed to the log may still be written, also after the next server has read it:
    /// only the expected revision keeps the two apart.
    private func kill() {
        let sockets = state.withLock { state in
            defer { state.sockets.removeAll() }
            state.reception = nil
            return state.sockets
        }
        for socket in sockets { socket.cut() }
        let pause = place.world.draw { $0.pause(upTo: 2_000) }
        place.world.after(pause, on: place.outside) {
            // Killed again before it was up: the other restart brings it back.
            guard self.state.withLock({ $0.reception == nil }) else { return }
            let reception = self.place.startServer()
            self.state.withLock { $0.reception = reception }
        }
    }
}

// MARK: - What must be true

extension Afternoon {
    private func check() {
        let (phones, participants) = state.withLock { ($0.phones, $0.participants) }
        let done = Mutex(false)
        place.outside.perform {
            for phone in phones {
                phone.assumeIsolated { self.checkScreen(of: $0) }
            }
            for (phone, seat) in participants {
                phone.assumeIsolated { self.checkAnswers(of: $0, seat) }
            }
            done.withLock { $0 = true }
        }
        place.world.run(until: Self.end)
        if !done.withLock({ $0 }) { place.auditor.find("the check did not run") }
        checkRoom(seats: participants.map(\.seat))
    }

    /// The phone is there, has an answer to everything, and shows what a fresh one would show.
    private func checkScreen(of phone: isolated Phone) {
        let auditor = place.auditor
        if !phone.isConnected { auditor.find("\(phone.name) is not back") }
        if phone.hasUnanswered { auditor.find("\(phone.name) has unanswered commands [P17]") }
        guard let room = auditor.room, let code = state.withLock({ $0.code }) else {
            return auditor.find("there is no room")
        }
        let fresh = Screens.entities(of: room, for: phone.audience, code: code)
        // What only one seat sees is checked by what the seat was told.
        let shown = phone.entities.filter { key, _ in
            key != "presence" && !key.hasPrefix("mine/") && !key.hasPrefix("time/")
        }
        for key in Set(fresh.keys).union(shown.keys).sorted() where fresh[key] != shown[key] {
            auditor.find(
                "\(phone.name) shows \(key) = \(shown[key] ?? "nothing") [P7, P8], "
                    + "not \(fresh[key] ?? "nothing")"
            )
        }
    }

    /// What a seat was told is what the log has.
    private func checkAnswers(of phone: isolated Phone, _ seat: Seat.ID) {
        guard let room = place.auditor.room else { return }
        for (slot, meanings) in phone.believed.sorted(by: { $0.key < $1.key }) {
            let found = Screens.content(of: slot, in: room) { activity in
                self.place.vault.auditKeys(of: seat, in: activity) + [.seat(seat)]
            }
            if !meanings.contains(found) {
                place.auditor.find(
                    "\(phone.name) has \(found) in \(slot), was told \(meanings.sorted()) [P18]"
                )
            }
        }
    }

    private func checkRoom(seats: [Seat.ID]) {
        guard let room = place.auditor.room else { return }
        if Room(replaying: room.condensed, revision: room.revision) != room {
            place.auditor.find("the room is not what its ballots and notes make")
        }
        for (id, poll) in room.polls {
            let known = seats.flatMap { place.vault.auditKeys(of: $0, in: id) + [.seat($0)] }
            for key in poll.ballots.keys where !known.contains(key) {
                place.auditor.find("a ballot belongs to nobody: counted twice [P18]")
            }
        }
        for activity in place.vault.activities where !room.isTaking(activity) {
            place.auditor.find("the secret of a closed activity was kept [P16]")
        }
        if room.seats.count != seats.count {
            place.auditor.find("\(room.seats.count) seats, not \(seats.count) [P5]")
        }
    }
}
