import Workshop

extension ClientCommand {
    /// Reads the fields of `verb`.
    ///
    /// - Throws: `DecodingError` when a field is missing or of the wrong type; ``Refusal`` when the
    ///   content is well-formed and no room could accept it.
    init(_ verb: CommandVerb, from decoder: any Decoder) throws {
        switch verb {
        case .ping: self = .ping
        case .roomEnd: self = .endRoom
        case .roomOpen: self = .plain(.open)
        case .pollVote, .pollWithdraw:
            self = try Self.aboutBallot(verb, from: decoder)
        case .notePost, .noteEdit, .noteWithdraw, .noteHide, .noteRestore:
            self = try Self.aboutNote(verb, from: decoder)
        case .activityAdd, .activityEdit, .activityRemove, .activityMove, .activityLaunch,
            .activityReveal, .activityClose, .activityFocus:
            self = .plain(try Self.aboutActivity(verb, from: decoder))
        case .screenShow:
            self = .plain(.show(try ScreenFields(from: decoder).screen))
        }
    }

    private static func aboutBallot(
        _ verb: CommandVerb,
        from decoder: any Decoder
    ) throws -> ClientCommand {
        let fields = try BallotFields(from: decoder)
        guard verb == .pollVote else { return .withdrawBallot(in: fields.poll) }
        if fields.abstain == true { return .vote(.abstention, in: fields.poll) }
        guard let numbers = fields.choices else { throw ClientMessage.Violation() }
        guard let choices = Choices(numbers) else { throw Refusal.unknownOption }
        return .vote(.choices(choices), in: fields.poll)
    }

    private static func aboutNote(
        _ verb: CommandVerb,
        from decoder: any Decoder
    ) throws -> ClientCommand {
        let fields = try NoteFields(from: decoder)
        let (note, wall) = (fields.note, fields.wall)
        switch verb {
        case .notePost, .noteEdit:
            guard let section = fields.section, let text = fields.text else {
                throw ClientMessage.Violation()
            }
            return verb == .notePost
                ? .postNote(note, on: wall, section: section, text: text)
                : .editNote(note, on: wall, section: section, text: text)
        case .noteHide:
            return .plain(.hideNote(note, on: wall, reason: fields.reason ?? ""))
        case .noteRestore:
            return .plain(.restoreNote(note, on: wall, reason: fields.reason ?? ""))
        default:
            return .withdrawNote(note, on: wall)
        }
    }

    private static func aboutActivity(
        _ verb: CommandVerb,
        from decoder: any Decoder
    ) throws -> RoomCommand {
        let fields = try ActivityFields(from: decoder)
        if verb == .activityFocus { return .focus(fields.activity) }
        guard let id = fields.activity else { throw ClientMessage.Violation() }
        switch verb {
        case .activityAdd: return .addActivity(try fields.design, id: id, at: fields.at)
        case .activityEdit: return .editActivity(try fields.design, id: id)
        case .activityRemove: return .removeActivity(id)
        case .activityLaunch: return .launch(id)
        case .activityReveal: return .reveal(id)
        case .activityClose: return .close(id)
        default:
            guard let index = fields.to else { throw ClientMessage.Violation() }
            return .moveActivity(id, to: index)
        }
    }
}

private struct BallotFields: Decodable {
    let poll: Activity.ID
    let choices: [Int]?
    let abstain: Bool?
}

private struct NoteFields: Decodable {
    let wall: Activity.ID
    let note: Note.ID
    let section: Int?
    let text: String?
    let reason: String?
}

private struct ActivityFields: Decodable {
    let activity: Activity.ID?
    let at: Int?
    let to: Int?
    let `as`: DesignFields?

    var design: Activity.Design {
        get throws {
            guard let fields = `as` else { throw ClientMessage.Violation() }
            return try fields.design()
        }
    }
}

private struct ScreenFields: Decodable {
    enum Show: String, Decodable {
        case follow, welcome, activity
    }

    let show: Show
    let activity: Activity.ID?

    var screen: Screen {
        get throws {
            switch show {
            case .follow: return .follow
            case .welcome: return .welcome
            case .activity:
                guard let activity else { throw ClientMessage.Violation() }
                return .activity(activity)
            }
        }
    }
}
