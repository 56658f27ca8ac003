package import Workshop

/// Why a command is not carried out, as the client is told: section 5 of `Docs/Protocol.md`.
package enum WireRefusal: Hashable, Sendable {
    case room(Refusal)
    case unknownCommand
    /// More commands than a person sends; resend later.
    case tooFast
    /// The log failed; nothing was recorded.
    case notSaved
}

extension WireRefusal {
    /// Every refusal there is, for the tables and the tests.
    package static var all: [WireRefusal] {
        Refusal.allCases.map { .room($0) } + [.unknownCommand, .tooFast, .notSaved]
    }

    /// The code on the wire.
    package var code: String {
        switch self {
        case .room(let refusal): refusal.code
        case .unknownCommand: "unknown-command"
        case .tooFast: "too-fast"
        case .notSaved: "not-saved"
        }
    }

    /// A sentence for the person who asked.
    package func sentence(in language: RoomDesign.Language) -> String {
        switch self {
        case .room(let refusal):
            return language.choose(refusal.sentences)
        case .unknownCommand:
            return language.choose(
                (
                    "Cette page est plus récente ou plus ancienne que le serveur : rechargez-la.",
                    "This page is newer or older than the server: reload it."
                )
            )
        case .tooFast:
            return language.choose(
                (
                    "Trop d'envois à la fois : attendez un instant.",
                    "Too much at once: wait a moment."
                )
            )
        case .notSaved:
            return language.choose(
                (
                    "Le serveur n'a pas pu enregistrer : votre envoi sera refait.",
                    "The server could not save this: it will be sent again."
                )
            )
        }
    }
}

extension RoomDesign.Language {
    /// The one of two texts that is in this language: French first, then English.
    package func choose(_ texts: (String, String)) -> String {
        switch self {
        case .french: texts.0
        case .english: texts.1
        }
    }

    /// The language's name on the wire (BCP 47).
    package var tag: String { choose(("fr", "en")) }
}
