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
        case .pollVote:
            self = try Self.vote(from: decoder)
        case .pollWithdraw:
            self = .withdrawBallot(in: try PollFields(from: decoder).poll)
        case .pollHands, .pollBring, .entryHide, .entryRestore:
            self = .plain(try Self.aboutPoll(verb, from: decoder))
        case .timerSet, .timerExtend:
            self = try Self.aboutTime(verb, from: decoder)
        case .notePost, .noteEdit, .noteWithdraw, .noteHide, .noteRestore:
            self = try Self.aboutNote(verb, from: decoder)
        case .activityLaunch:
            self = .launch(try LaunchFields(from: decoder).activity)
        case .activityAdd, .activityEdit, .activityRemove, .activityMove, .activityReveal,
            .activityClose, .activityFocus:
            self = .plain(try Self.aboutActivity(verb, from: decoder))
        case .screenShow:
            self = .plain(.show(try ScreenFields(from: decoder).screen))
        }
    }

    private static func vote(from decoder: any Decoder) throws -> ClientCommand {
        let fields = try VoteFields(from: decoder)
        return .vote(
            try BallotFields(from: decoder).ballot(),
            in: fields.poll,
            earlier: fields.earlier,
            edition: fields.edition ?? 0
        )
    }

    private static func aboutPoll(
        _ verb: CommandVerb,
        from decoder: any Decoder
    ) throws -> RoomCommand {
        let fields = try PollFields(from: decoder)
        switch verb {
        case .pollHands:
            guard let hands = fields.hands else { throw ClientMessage.Violation() }
            return .declareHands(hands, in: fields.poll)
        case .pollBring:
            guard let wall = fields.wall else { throw ClientMessage.Violation() }
            return .bringProposals(from: fields.poll, to: wall, section: fields.section ?? 0)
        default:
            guard let entry = fields.entry else { throw ClientMessage.Violation() }
            let reason = fields.reason ?? ""
            return verb == .entryHide
                ? .hideEntry(entry, in: fields.poll, reason: reason)
                : .restoreEntry(entry, in: fields.poll, reason: reason)
        }
    }

    private static func aboutTime(
        _ verb: CommandVerb,
        from decoder: any Decoder
    ) throws -> ClientCommand {
        let fields = try TimeFields(from: decoder)
        let end = fields.endsMs.map { Moment(milliseconds: $0) }
        guard verb == .timerExtend else { return .setTimer(until: end, for: fields.activity) }
        guard let seat = fields.seat, let end else { throw ClientMessage.Violation() }
        return .extendTime(seat, until: end, for: fields.activity)
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
        case .activityReveal: return .reveal(id)
        case .activityClose: return .close(id)
        default:
            guard let index = fields.to else { throw ClientMessage.Violation() }
            return .moveActivity(id, to: index)
        }
    }
}

private struct VoteFields: Decodable {
    let poll: Activity.ID
    let earlier: Int?
    let edition: Int?
}

private struct PollFields: Decodable {
    let poll: Activity.ID
    let hands: [Int]?
    let wall: Activity.ID?
    let section: Int?
    let entry: Note.ID?
    let reason: String?
}

private struct TimeFields: Decodable {
    let activity: Activity.ID
    let seat: Seat.ID?
    let endsMs: Int64?
}

private struct LaunchFields: Decodable {
    let activity: Activity.ID
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
