/// What is decided when a room is made.
package struct RoomDesign: Hashable, Sendable {
    package let title: String
    package let language: Language
    /// Organisations to choose from when joining; empty when the room does not ask.
    package let organisations: [String]
    /// Colleges (kinds of participant) to choose from when joining; empty when not asked.
    package let colleges: [String]

    /// The languages that people are spoken to in.
    package enum Language: Hashable, Sendable, CaseIterable {
        case french, english
    }

    /// A room whose texts and lists are within ``Limits``.
    ///
    /// - Throws: ``Refusal/invalidRoom`` otherwise.
    package init(
        title: String,
        language: Language,
        organisations: [String],
        colleges: [String]
    ) throws(Refusal) {
        guard
            Text.fits(title, within: Limits.titleCharacters),
            organisations.count <= Limits.groups, colleges.count <= Limits.groups,
            (organisations + colleges).allSatisfy({ Text.fits($0, within: Limits.labelCharacters) })
        else { throw .invalidRoom }
        self.title = title
        self.language = language
        self.organisations = organisations
        self.colleges = colleges
    }
}

/// Digests of the secrets that open a room to anybody but participants.
package struct RoomKeys: Hashable, Sendable {
    package let facilitator: SecretDigest
    package let display: SecretDigest
    package let guest: SecretDigest

    package init(facilitator: SecretDigest, display: SecretDigest, guest: SecretDigest) {
        self.facilitator = facilitator
        self.display = display
        self.guest = guest
    }
}
