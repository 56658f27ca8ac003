package import Workshop

/// A poll or a wall as it is written on the wire, without its phase.
package struct DesignFields: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case poll, wall
    }

    package var kind: Kind
    package var question: String?
    package var options: [String]?
    package var min: Int?
    package var max: Int?
    package var abstention: Bool?
    package var results: ResultsName?
    package var title: String?
    package var sections: [String]?
    package var writing: WritingName?
    package var notesPerSeat: Int?
    package var identity: IdentityName?

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

    private func pollDesign() throws(Refusal) -> PollDesign {
        guard let question, let options else { throw .invalidActivity }
        let (least, most) = (min ?? 1, max ?? 1)
        guard least <= most else { throw .invalidActivity }
        return try PollDesign(
            question: question,
            options: options,
            choiceCount: least...most,
            abstention: abstention == false ? .notOffered : .offered,
            results: policy,
            identity: identity == .named ? .named : .anonymous
        )
    }

    private var policy: PollDesign.ResultsPolicy {
        switch results {
        case .live, nil: .live
        case .close: .onClose
        case .reveal: .onReveal
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
    package init(_ design: PollDesign) {
        kind = .poll
        question = design.question
        options = design.options
        min = design.choiceCount.lowerBound
        max = design.choiceCount.upperBound
        abstention = design.abstention == .offered
        results =
            switch design.results {
            case .live: .live
            case .onClose: .close
            case .onReveal: .reveal
            }
        identity = IdentityName(design.identity)
    }

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
