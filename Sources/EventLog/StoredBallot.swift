import Foundation
import Workshop

/// The stored form of a ballot: a line of columns, because a room has more ballots than anything
/// else and JSON costs fifty times as much to read.
///
/// `B`, the version, the poll (16 hexadecimal digits), the author (`a` and 32 digits, or `s` and
/// the
/// 16 of a seat), the answer. Version 1 knows `c` and the choices as a hexadecimal number, `-` for
/// an abstention, `x` for a ballot withdrawn. Version 2 is written for what version 1 cannot say:
/// ``StoredAnswer``.
struct StoredBallot {
    private let poll: Activity.ID
    private let author: AuthorKey
    private let answer: Answer

    private enum Answer {
        case cast(StoredAnswer), withdrawn
    }

    private static let mark = UInt8(ascii: "B")
    private static let simple = UInt8(ascii: "1")
    private static let full = UInt8(ascii: "2")

    /// `nil` for an event that is not about a ballot.
    init?(_ event: RoomEvent) {
        switch event {
        case .ballotCast(let ballot, let poll, let author, let earlier):
            (self.poll, self.author) = (poll, author)
            answer = .cast(StoredAnswer(ballot: ballot, earlier: earlier))
        case .ballotWithdrawn(let poll, let author):
            (self.poll, self.author, answer) = (poll, author, .withdrawn)
        case .created, .opened, .ended, .resumed, .seatTaken, .activityAdded, .activityEdited,
            .activityRemoved, .activityMoved, .launched, .revealed, .closed, .focused, .screenSet,
            .timerSet, .timeExtended, .handsDeclared, .tablesCounted, .entryModerated,
            .notePosted, .noteEdited, .noteWithdrawn, .noteModerated:
            return nil
        }
    }

    var event: RoomEvent {
        switch answer {
        case .cast(let answer):
            .ballotCast(answer.ballot, in: poll, by: author, earlier: answer.earlier)
        case .withdrawn: .ballotWithdrawn(in: poll, by: author)
        }
    }
}

// MARK: - Writing

extension StoredBallot {
    var line: Data {
        let version =
            switch answer {
            case .cast(let answer): answer.isSimple ? Self.simple : Self.full
            case .withdrawn: Self.simple
            }
        var bytes: [UInt8] = [Self.mark, version]
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
        case .poll:
            preconditionFailure("A poll casts no ballot")
        }
        switch answer {
        case .cast(let answer): bytes += answer.columns
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
        guard bytes.count >= 2, bytes[1] == Self.simple || bytes[1] == Self.full else {
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
        case (UInt8(ascii: "x"), 1): return .withdrawn
        case _: return StoredAnswer(columns: bytes, from: start).map { .cast($0) }
        }
    }
}
