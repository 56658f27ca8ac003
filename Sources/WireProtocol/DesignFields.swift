package import Workshop

/// A poll or a wall as it is written on the wire, without its phase.
package struct DesignFields: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case poll, wall
    }

    package var kind: Kind
    /// What a poll asks for; a choice when absent.
    package var ask: AskName?
    package var question: String?
    package var options: [String]?
    package var min: Int?
    package var max: Int?
    package var other: Bool?
    package var steps: Int?
    package var low: String?
    package var high: String?
    package var points: Int?
    package var most: Int?
    package var all: Bool?
    package var unit: String?
    package var decimals: Int?
    package var from: Int?
    package var to: Int?
    package var grades: [String]?
    package var follows: Activity.ID?
    package var seconds: Int?
    package var quorum: Int?
    package var breakdown: GroupingName?
    package var threshold: Int?
    package var abstention: Bool?
    package var results: ResultsName?
    package var title: String?
    package var sections: [String]?
    package var writing: WritingName?
    package var notesPerSeat: Int?
    package var identity: IdentityName?

    package enum AskName: String, Codable, Sendable {
        case choice, scale, ranking, points, estimate, text, judgement, consent
    }

    package enum GroupingName: String, Codable, Sendable {
        case college, organisation
    }

    package enum ResultsName: String, Codable, Sendable {
        case live, close, reveal
    }

    package enum WritingName: String, Codable, Sendable {
        case silent, shared
    }

    package enum IdentityName: String, Codable, Sendable {
        case anonymous, named
    }

    /// The design that the fields describe.
    ///
    /// - Throws: ``Refusal/invalidActivity`` when a field is missing or out of limits.
    package func design() throws(Refusal) -> Activity.Design {
        switch kind {
        case .poll: .poll(try pollDesign())
        case .wall: .wall(try wallDesign())
        }
    }

    private func wallDesign() throws(Refusal) -> WallDesign {
        guard let title, let sections else { throw .invalidActivity }
        return try WallDesign(
            title: title,
            sections: sections,
            writing: writing == .shared ? .shared : .silent,
            identity: identity == .named ? .named : .anonymous,
            notesPerSeat: notesPerSeat ?? Self.usualNotesPerSeat
        )
    }

    /// Notes per seat when the facilitator gives no number.
    package static let usualNotesPerSeat = 10
}

extension DesignFields {
    /// The fields of `design`.
    package init(_ design: WallDesign) {
        kind = .wall
        title = design.title
        sections = design.sections
        writing =
            switch design.writing {
            case .silent: .silent
            case .shared: .shared
            }
        notesPerSeat = design.notesPerSeat
        identity = IdentityName(design.identity)
    }
}

extension DesignFields.IdentityName {
    init(_ identity: Identity) {
        switch identity {
        case .anonymous: self = .anonymous
        case .named: self = .named
        }
    }
}
