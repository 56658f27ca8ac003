import Workshop

extension LiveRoom {
    /// Something durable has changed: shows it now or when it is due (P11).
    func showSoon() {
        guard !touched.isEmpty else { return }
        let interval = UpdatePacing.interval(forSeats: outlet.visitorCount)
        switch pacing.changed(at: surroundings.time.elapsed, interval: interval) {
        case .showNow:
            show()
        case .showAfter(let pause):
            after(pause) { room in
                room.pacing.shown(at: room.surroundings.time.elapsed)
                room.show()
            }
        case .wait:
            return
        }
    }

    /// Shows everything that has changed.
    func show() {
        guard !touched.isEmpty else { return }
        outlet.publish(Publication(room: durable, keys: touched.take(), presence: nil))
    }

    /// Somebody came or went: shows it on the beat of presence.
    func showPresenceSoon() {
        let now = surroundings.time.elapsed
        switch presencePacing.changed(at: now, interval: UpdatePacing.presenceInterval) {
        case .showNow:
            showPresence()
        case .showAfter(let pause):
            after(pause) { room in
                room.presencePacing.shown(at: room.surroundings.time.elapsed)
                room.showPresence()
            }
        case .wait:
            return
        }
    }

    private func showPresence() {
        guard isOpen else { return }
        outlet.publish(Publication(room: durable, keys: [], presence: presence))
    }
}

// MARK: - What only one seat may see

extension LiveRoom {
    /// The key under which `sender`'s ballot or notes in `activity` are kept.
    ///
    /// Where an activity takes nothing, or keeps names, the seat itself is the key: the domain
    /// refuses, or wants just that.
    func authorKey(of sender: Sender, in activity: Activity.ID) -> AuthorKey {
        guard case .participant(let seat) = sender else {
            return .seat(Seat.ID(rawValue: 0))
        }
        guard decided.isTaking(activity), decided.identity(of: activity) == .anonymous else {
            return .seat(seat)
        }
        guard let secret = secrets[activity] else {
            preconditionFailure("An anonymous activity is open without its secret")
        }
        return secret.key(for: seat)
    }

    /// Tells the seat's devices what it has now in `activity`.
    func tellOwn(_ activity: Activity.ID, of sender: Sender) {
        guard case .participant(let seat) = sender, decided.isTaking(activity) else { return }
        let key = authorKey(of: sender, in: activity)
        outlet.tell(seat, .own(activity), durable.ownEntity(activity, of: key))
    }

    /// Tells the seats that were given longer, and them alone.
    func tellTimes(changedBy events: [RoomEvent]) {
        for event in events {
            switch event {
            case .timeExtended(let seat, _, let id):
                outlet.tell(seat, .ownTime(id), durable.ownTime(id, of: seat))
            case .timerSet(_, let id):
                for seat in durable.timers[id]?.ends.keys.sorted() ?? [] {
                    outlet.tell(seat, .ownTime(id), durable.ownTime(id, of: seat))
                }
            case .created, .opened, .ended, .resumed, .seatTaken, .activityAdded, .activityEdited,
                .activityRemoved, .activityMoved, .launched, .revealed, .closed, .focused,
                .screenSet, .ballotCast, .ballotWithdrawn, .handsDeclared, .tablesCounted,
                .entryModerated, .notePosted, .noteEdited, .noteWithdrawn, .noteModerated:
                continue
            }
        }
    }

    /// All that `sender` has in the activities that still know it.
    func ownEntities(of sender: Sender) -> [(EntityKey, Entity)] {
        guard case .participant(let seat) = sender else { return [] }
        return durable.agenda.flatMap { id -> [(EntityKey, Entity)] in
            let key = authorKey(of: sender, in: id)
            let own: (EntityKey, Entity)? = durable.ownEntity(id, of: key).map { (.own(id), $0) }
            let time: (EntityKey, Entity)? = durable.ownTime(id, of: seat)
                .map { (.ownTime(id), $0) }
            return [own, time].compactMap { $0 }
        }
    }
}
