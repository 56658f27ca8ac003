/// The name under which a ballot or a note is kept.
///
/// In an anonymous activity it is a keyed digest of the seat: the same seat gives the same key, so
/// a second ballot replaces the first, and without the activity's secret the key leads to nobody.
/// The domain only ever sees the key.
package enum AuthorKey: Hashable, Sendable {
    /// 128 bits of an HMAC of the seat under the activity's secret.
    case anonymous(UInt64, UInt64)
    case seat(Seat.ID)
    /// A note that came out of a poll: a proposal, which is nobody's any more.
    case poll(Activity.ID)
}

extension AuthorKey: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.anonymous(let high, let low), .anonymous(let otherHigh, let otherLow)):
            (high, low) < (otherHigh, otherLow)
        case (.seat(let seat), .seat(let other)):
            seat < other
        case (.poll(let poll), .poll(let other)):
            poll < other
        case (.anonymous, .seat), (.anonymous, .poll), (.seat, .poll):
            true
        case (.seat, .anonymous), (.poll, .anonymous), (.poll, .seat):
            false
        }
    }
}

/// Whether an activity knows who answers.
package enum Identity: Hashable, Sendable {
    /// Ballots and notes lead to no seat once the activity is closed.
    case anonymous
    /// Ballots and notes carry the seat, and people are told before they write.
    case named
}

extension Identity {
    /// Whether `key` is of the kind that this identity asks for of those who answer.
    package func accepts(_ key: AuthorKey) -> Bool {
        switch (self, key) {
        case (.anonymous, .anonymous), (.named, .seat): true
        case (.anonymous, .seat), (.named, .anonymous), (_, .poll): false
        }
    }
}
