package import LiveRooms

/// What every session and request shares: where rooms are found, how often one may guess, what is
/// counted.
package struct Reception: Sendable {
    package let directory: RoomDirectory<RoomChannel>
    package let time: any Timekeeper
    package let counters: Counters
    private let wrongCodes: AddressLimiter
    private let newRooms: AddressLimiter

    /// Wrong codes and secrets a minute and address: a hall of 735 people behind one address
    /// mistypes, and must not be shut out; a blind guess among 10,000 open rooms needs 73,000 tries
    /// on average, which is ten hours.
    package static let wrongCodesPerMinute = 120
    /// Rooms a minute and address.
    package static let newRoomsPerMinute = 20

    package init(
        directory: RoomDirectory<RoomChannel>,
        time: any Timekeeper,
        counters: Counters = Counters()
    ) {
        self.directory = directory
        self.time = time
        self.counters = counters
        wrongCodes = AddressLimiter(perMinute: Self.wrongCodesPerMinute)
        newRooms = AddressLimiter(perMinute: Self.newRoomsPerMinute)
    }

    /// Whether `address` has not been wrong too often lately.
    func mayGuess(_ address: String) -> Bool {
        wrongCodes.allows(address, at: time.elapsed)
    }

    func noteWrongCode(from address: String) {
        counters.wrongCodes.add(1)
        _ = wrongCodes.take(address, at: time.elapsed)
    }

    /// Whether `address` may make another room now.
    func mayCreateRoom(_ address: String) -> Bool {
        newRooms.take(address, at: time.elapsed)
    }
}
