import HTTPTypes
import WireProtocol
import Workshop

/// Why a request is not answered as asked: section 7 of `Docs/Protocol.md`.
enum HTTPError: Error, Hashable, CaseIterable {
    case notFound, methodNotAllowed, foreignOrigin, roomUnknown, tooManyTries
    case invalidRoom, tooManyRooms, unauthorised, unavailable, bodyTooLarge

    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .roomUnknown: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .foreignOrigin: .forbidden
        case .tooManyTries, .tooManyRooms: .tooManyRequests
        case .invalidRoom: .badRequest
        case .unauthorised: .unauthorized
        case .unavailable: .serviceUnavailable
        case .bodyTooLarge: .contentTooLarge
        }
    }

    var code: String {
        switch self {
        case .notFound: "not-found"
        case .methodNotAllowed: "method-not-allowed"
        case .foreignOrigin: "foreign-origin"
        case .roomUnknown: "room-unknown"
        case .tooManyTries: "too-many-tries"
        case .invalidRoom: "invalid-room"
        case .tooManyRooms: "too-many-rooms"
        case .unauthorised: "unauthorised"
        case .unavailable: "unavailable"
        case .bodyTooLarge: "body-too-large"
        }
    }

    var sentences: (String, String) {
        switch self {
        case .notFound: ("Il n'y a rien ici.", "There is nothing here.")
        case .methodNotAllowed:
            ("Cette adresse ne répond pas à cela.", "This address does not answer that.")
        case .foreignOrigin:
            ("Cette demande vient d'un autre site.", "This request comes from another site.")
        case .roomUnknown: ("Aucune salle ne porte ce code.", "No room has this code.")
        case .tooManyTries:
            ("Trop d'essais : attendez une minute.", "Too many tries: wait a minute.")
        case .invalidRoom:
            (
                "Il faut un titre (120 caractères au plus) et des listes raisonnables.",
                "A title (at most 120 characters) and reasonable lists are needed."
            )
        case .tooManyRooms:
            (
                "Trop de salles d'un coup : attendez une minute.",
                "Too many rooms at once: wait a minute."
            )
        case .unauthorised:
            ("Il faut le lien de facilitation.", "The facilitator's link is needed.")
        case .unavailable:
            ("Le serveur n'y arrive pas en ce moment.", "The server cannot do this right now.")
        case .bodyTooLarge:
            ("C'est trop long.", "This is too long.")
        }
    }

    func reply(in language: RoomDesign.Language) -> Reply {
        Reply(
            status,
            type: "application/json",
            bytes: JSON.bytes(HTTPRefusal(code: code, say: language.choose(sentences)))
        )
    }
}
