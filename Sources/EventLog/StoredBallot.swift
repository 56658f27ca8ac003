import Foundation
import Workshop

/// The stored form of a ballot: a line of fixed columns, because a room has more ballots than
/// anything else and JSON costs fifty times as much to read.
///
/// Version 1: `B1`, the poll (16 hexadecimal digits), the author (`a` and 32 digits, or `s` and the
/// 16 of a seat), the answer: `c` and the choices as a number, `-` for an abstention, `x` for a
/// ballot withdrawn.
struct StoredBallot {
    private let poll: Activity.ID
    private let author: AuthorKey
    private let answer: Answer

    private enum Answer {
        case choices(Choices), abstention, withdrawn
    }

    private static let mark = UInt8(ascii: "B")
    private static let version = UInt8(ascii: "1")

    /// `nil` for an event that is not about a ballot.
    init?(_ event: RoomEvent) {
        switch event {
        case .ballotCast(.choices(let choices), let poll, let author):
            (self.poll, self.author, answer) = (poll, author, .choices(choices))
        case .ballotCast(.abstention, let poll, let author):
            (self.poll, self.author, answer) = (poll, author, .abstention)
        case .ballotWithdrawn(let poll, let author):
            (self.poll, self.author, answer) = (poll, author, .withdrawn)
        case .created, .opened, .ended, .resumed, .seatTaken, .activityAdded, .activityEdited,
            .activityRemoved, .activityMoved, .launched, .revealed, .closed, .focused, .screenSet,
            .notePosted, .noteEdited, .noteWithdrawn, .noteModerated:
            return nil
        }
    }

    var event: RoomEvent {
        switch answer {
        case .choices(let choices): .ballotCast(.choices(choices), in: poll, by: author)
        case .abstention: .ballotCast(.abstention, in: poll, by: author)
        case .withdrawn: .ballotWithdrawn(in: poll, by: author)
        }
    }
}

// MARK: - Writing

extension StoredBallot {
    var line: Data {
        var bytes: [UInt8] = [Self.mark, Self.version]
        bytes.reserveCapacity(2 + 16 + 33 + 17)
        Hexadecimal.append(poll.rawValue, to: &bytes)
        switch author {
        case .anonymous(let high, let low):
            bytes.append(UInt8(ascii: "a"))
            Hexadecimal.append(high, to: &bytes)
            Hexadecimal.append(low, to: &bytes)
        case .seat(let seat):
            bytes.append(UInt8(ascii: "s"))
            Hexadecimal.append(seat.rawValue, to: &bytes)
        }
        switch answer {
        case .choices(let choices):
            bytes.append(UInt8(ascii: "c"))
            bytes += String(choices.bits, radix: 16).utf8
        case .abstention: bytes.append(UInt8(ascii: "-"))
        case .withdrawn: bytes.append(UInt8(ascii: "x"))
        }
        return Data(bytes)
    }
}

// MARK: - Reading

extension StoredBallot {
    /// `nil` for a line that is not about a ballot.
    init?(_ line: Data) throws(StoredFormError) {
        guard line.first == Self.mark else { return nil }
        do {
            self = try line.withUnsafeBytes { try Self(columns: $0) }
        } catch let error as StoredFormError {
            throw error
        } catch {
            preconditionFailure("Reading columns throws nothing else")
        }
    }

    private init(columns bytes: UnsafeRawBufferPointer) throws(StoredFormError) {
        guard bytes.count >= 2, bytes[1] == Self.version else {
            throw StoredFormError(reason: "a ballot of an unknown version")
        }
        guard
            let poll = Hexadecimal.number(in: bytes, 2..<18),
            let (author, end) = Self.author(in: bytes),
            let answer = Self.answer(in: bytes, from: end)
        else { throw StoredFormError(reason: "a damaged ballot") }
        self.poll = Activity.ID(rawValue: poll)
        self.author = author
        self.answer = answer
    }

    /// The author, and where its column ends.
    private static func author(in bytes: UnsafeRawBufferPointer) -> (AuthorKey, end: Int)? {
        guard bytes.count > 18 else { return nil }
        guard let first = Hexadecimal.number(in: bytes, 19..<35) else { return nil }
        switch bytes[18] {
        case UInt8(ascii: "a"):
            guard let low = Hexadecimal.number(in: bytes, 35..<51) else { return nil }
            return (.anonymous(first, low), end: 51)
        case UInt8(ascii: "s"):
            return (.seat(Seat.ID(rawValue: first)), end: 35)
        case _:
            return nil
        }
    }

    private static func answer(in bytes: UnsafeRawBufferPointer, from start: Int) -> Answer? {
        guard bytes.count > start else { return nil }
        switch (bytes[start], bytes.count - start) {
        case (UInt8(ascii: "c"), 2...17):
            return Hexadecimal.number(in: bytes, (start + 1)..<bytes.count)
                .map { .choices(Choices(bits: $0)) }
        case (UInt8(ascii: "-"), 1): return .abstention
        case (UInt8(ascii: "x"), 1): return .withdrawn
        case _: return nil
        }
    }
}
