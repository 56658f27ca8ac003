package import Workshop

/// Why the server ends a connection; the table of section 6 of `Docs/Protocol.md`.
package enum ByeReason: Hashable, Sendable, CaseIterable {
    case restart, notSaved, violation, wrongSecret, roomUnknown, roomFull, invalidJoin
    case roomEnded, replaced, flood, tooSlow
}

extension ByeReason {
    /// The code in the message.
    package var code: String {
        switch self {
        case .restart: "restart"
        case .notSaved: "not-saved"
        case .violation: "violation"
        case .wrongSecret: "wrong-secret"
        case .roomUnknown: "room-unknown"
        case .roomFull: "room-full"
        case .invalidJoin: "invalid-join"
        case .roomEnded: "room-ended"
        case .replaced: "replaced"
        case .flood: "flood"
        case .tooSlow: "too-slow"
        }
    }

    /// The WebSocket close code: 4000 to 4999 are ours (RFC 6455 §7.4.2).
    package var closeCode: UInt16 {
        switch self {
        case .restart: 1012
        case .notSaved: 1011
        case .violation: 4000
        case .wrongSecret: 4003
        case .roomUnknown: 4004
        case .roomFull: 4005
        case .invalidJoin: 4006
        case .roomEnded: 4007
        case .tooSlow: 4008
        case .replaced: 4009
        case .flood: 4029
        }
    }

    /// Whether coming back has a chance to succeed without a change by the person.
    package var comesBack: Bool {
        switch self {
        case .restart, .notSaved, .flood, .tooSlow: true
        case .violation, .wrongSecret, .roomUnknown, .roomFull, .invalidJoin, .roomEnded, .replaced:
            false
        }
    }

    /// How long a client waits at least before it comes back.
    package var pauseMilliseconds: Int {
        switch self {
        case .restart: 500
        case .notSaved, .tooSlow: 1_000
        case .flood: 10_000
        case .violation, .wrongSecret, .roomUnknown, .roomFull, .invalidJoin, .roomEnded, .replaced:
            0
        }
    }

    /// A sentence for the person.
    package func sentence(in language: RoomDesign.Language) -> String {
        language.choose(sentences)
    }

    private var sentences: (String, String) {
        switch self {
        case .restart:
            ("Le serveur redémarre.", "The server is restarting.")
        case .notSaved:
            (
                "Le serveur n'a pas pu enregistrer : on recommence.",
                "The server could not save: trying again."
            )
        case .violation:
            ("Message incompris.", "Message not understood.")
        case .wrongSecret:
            ("Ce lien n'ouvre pas cette salle.", "This link does not open this room.")
        case .roomUnknown:
            ("Aucune salle ne porte ce code.", "No room has this code.")
        case .roomFull:
            ("La salle est pleine.", "The room is full.")
        case .invalidJoin:
            (
                "Ce nom ou ce choix ne convient pas : vérifiez-le.",
                "This name or choice does not fit: please check it."
            )
        case .roomEnded:
            ("La séance est terminée.", "The session has ended.")
        case .replaced:
            ("Cette page est ouverte ailleurs.", "This page is open elsewhere.")
        case .flood:
            (
                "Trop d'envois : la connexion est coupée un instant.",
                "Too much was sent: the connection is closed for a moment."
            )
        case .tooSlow:
            (
                "La connexion est trop lente : on recommence.",
                "The connection is too slow: trying again."
            )
        }
    }
}
