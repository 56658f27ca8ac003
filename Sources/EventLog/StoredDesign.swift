import Workshop

/// The stored form of an ``Activity/Design``.
enum StoredDesign: Codable {
    case poll(design: StoredPoll)
    case wall(design: StoredWall)

    init(_ design: Activity.Design) {
        switch design {
        case .poll(let design): self = .poll(design: StoredPoll(design))
        case .wall(let design): self = .wall(design: StoredWall(design))
        }
    }

    func design() throws(StoredFormError) -> Activity.Design {
        do {
            switch self {
            case .poll(let stored): return .poll(try stored.design())
            case .wall(let stored): return .wall(try stored.design())
            }
        } catch {
            throw StoredFormError(reason: "an activity beyond the limits")
        }
    }
}

/// The stored form of a ``WallDesign``.
struct StoredWall: Codable {
    let title: String
    let sections: [String]
    let writing: Writing
    let identity: StoredIdentity
    let notesPerSeat: Int

    enum Writing: String, Codable {
        case silent, shared
    }

    init(_ design: WallDesign) {
        title = design.title
        sections = design.sections
        identity = StoredIdentity(design.identity)
        notesPerSeat = design.notesPerSeat
        writing =
            switch design.writing {
            case .silent: .silent
            case .shared: .shared
            }
    }

    func design() throws(Refusal) -> WallDesign {
        let writing: WallDesign.Writing =
            switch self.writing {
            case .silent: .silent
            case .shared: .shared
            }
        return try WallDesign(
            title: title,
            sections: sections,
            writing: writing,
            identity: identity.identity,
            notesPerSeat: notesPerSeat
        )
    }
}

/// The stored form of an ``Identity``.
enum StoredIdentity: String, Codable {
    case anonymous, named

    init(_ identity: Identity) {
        switch identity {
        case .anonymous: self = .anonymous
        case .named: self = .named
        }
    }

    var identity: Identity {
        switch self {
        case .anonymous: .anonymous
        case .named: .named
        }
    }
}
