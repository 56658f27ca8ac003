import Workshop

/// Rooms at a particular moment.
extension Stage {
    /// An open room with a poll and a wall, neither launched.
    static let drafting: Self = {
        var stage = Self(seats: 2)
        stage.apply(.opened)
        stage.apply(.activityAdded(.poll(pollDesign()), id: poll, at: 0))
        stage.apply(.activityAdded(.wall(wallDesign()), id: wall, at: 1))
        return stage
    }()

    /// Seat 0 has voted for option 0, seat 1 not.
    static let answered: Self = {
        var stage = Self.voting()
        try! stage.vote(0, .of(0))
        return stage
    }()

    /// Seat 0 has voted for option 0, seat 1 not; closed.
    static let closedPoll: Self = {
        var stage = Self.voting()
        try! stage.vote(0, .of(0))
        stage.apply(.closed(poll))
        return stage
    }()

    /// Seat 0 has one note, number 1.
    static let noted: Self = {
        var stage = Self.writing()
        try! stage.post(0, note: 1)
        return stage
    }()

    static let closedWall: Self = {
        var stage = noted
        stage.apply(.closed(wall))
        return stage
    }()

    /// Seat 0 has one note, number 1, that only it may see.
    static let silentWall: Self = {
        var stage = Self.writing(wallDesign(writing: .silent))
        try! stage.post(0, note: 1)
        return stage
    }()

    static let fourNotes: Self = {
        var stage = Self.writing()
        for note in 1...4 { try! stage.post(0, note: note) }
        return stage
    }()

    /// As many notes as a wall takes, of twenty seats.
    static let fullWall: Self = {
        var stage = Self.writing(wallDesign(notesPerSeat: 100), seats: 60)
        for note in 0..<Limits.notesPerWall { try! stage.post(note % 20, note: note) }
        return stage
    }()

    static let fullAgenda: Self = {
        var stage = Self()
        for index in 0..<Limits.activities {
            let id = Activity.ID(rawValue: UInt64(index))
            stage.apply(.activityAdded(.poll(pollDesign()), id: id, at: index))
        }
        return stage
    }()
}
