import Workshop

/// The stored form of a ``Note`` as it is posted: not yet moderated.
struct StoredNote: Codable {
    let id: HexNumber
    let author: StoredAuthor
    let section: Int
    let text: String
    let place: Int

    init(_ note: Note) {
        id = HexNumber(note.id)
        author = StoredAuthor(note.author)
        section = note.section
        text = note.text
        place = note.place
    }

    func note() throws(StoredFormError) -> Note {
        Note(id: id.id(), author: try author.key(), section: section, text: text, place: place)
    }
}

/// The stored form of an ``AuthorKey``: one number for a seat, two for an anonymous key, three (the
/// second and third being zero) for a poll.
struct StoredAuthor: Codable {
    private let numbers: [HexNumber]

    init(_ key: AuthorKey) {
        numbers =
            switch key {
            case .anonymous(let high, let low): [HexNumber(high), HexNumber(low)]
            case .seat(let seat): [HexNumber(seat)]
            case .poll(let poll): [HexNumber(poll), HexNumber(0), HexNumber(0)]
            }
    }

    init(from decoder: any Decoder) throws {
        numbers = try decoder.singleValueContainer().decode([HexNumber].self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(numbers)
    }

    func key() throws(StoredFormError) -> AuthorKey {
        switch numbers.count {
        case 1: .seat(numbers[0].id())
        case 2: .anonymous(numbers[0].rawValue, numbers[1].rawValue)
        case 3: .poll(numbers[0].id())
        case _: throw StoredFormError(reason: "an author is one number, two or three")
        }
    }
}

/// The stored form of a ``Screen``: `activity` goes with the show of that name, and no other.
struct StoredScreen: Codable {
    private let show: Show
    private let activity: HexNumber?

    private enum Show: String, Codable {
        case follow, welcome, activity
    }

    init(_ screen: Screen) {
        switch screen {
        case .follow: (show, activity) = (.follow, nil)
        case .welcome: (show, activity) = (.welcome, nil)
        case .activity(let id): (show, activity) = (.activity, HexNumber(id))
        }
    }

    func screen() throws(StoredFormError) -> Screen {
        switch show {
        case .follow: return .follow
        case .welcome: return .welcome
        case .activity:
            guard let activity else { throw StoredFormError(reason: "a screen without activity") }
            return .activity(activity.id())
        }
    }
}
