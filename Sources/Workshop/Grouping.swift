/// What a group of people has in common, for the breakdown of a result.
package enum Grouping: Hashable, Sendable, CaseIterable {
    case college
    case organisation
}

extension Grouping {
    /// The group of `seat`, an index into the room's list; `nil` when the person gave none.
    func group(of seat: Seat) -> Int? {
        switch self {
        case .college: seat.college
        case .organisation: seat.organisation
        }
    }

    /// How many groups there are.
    func count(in design: RoomDesign) -> Int {
        switch self {
        case .college: design.colleges.count
        case .organisation: design.organisations.count
        }
    }
}

/// Who is behind each key of an anonymous poll, known for the moment of its close and never kept.
package typealias Roll = [AuthorKey: Seat.ID]
