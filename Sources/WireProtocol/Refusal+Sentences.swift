import Workshop

extension Refusal {
    /// The code on the wire.
    var code: String {
        switch self {
        case .notAllowed: "not-allowed"
        case .roomNotOpen: "room-not-open"
        case .roomEnded: "room-ended"
        case .roomFull: "room-full"
        case .invalidRoom: "invalid-room"
        case .invalidJoin: "invalid-join"
        case .unknownActivity: "unknown-activity"
        case .activityExists: "activity-exists"
        case .tooManyActivities: "too-many-activities"
        case .notADraft: "not-a-draft"
        case .invalidActivity: "invalid-activity"
        case .pollNotOpen: "poll-not-open"
        case .pollClosed: "poll-closed"
        case .notClosed: "not-closed"
        case .wrongNumberOfChoices: "wrong-number-of-choices"
        case .unknownOption: "unknown-option"
        case .wrongKindOfBallot: "wrong-kind-of-ballot"
        case .rankedTwice: "ranked-twice"
        case .wrongPoints: "wrong-points"
        case .outOfBounds: "out-of-bounds"
        case .entryEmpty: "entry-empty"
        case .entryTooLong: "entry-too-long"
        case .entryExists: "entry-exists"
        case .tooManyTexts: "too-many-texts"
        case .proposalMissing: "proposal-missing"
        case .pollChanged: "poll-changed"
        case .unknownEntry: "unknown-entry"
        case .notDue: "not-due"
        case .invalidHands: "invalid-hands"
        case .invalidTimer: "invalid-timer"
        case .unknownSeat: "unknown-seat"
        case .wallNotOpen: "wall-not-open"
        case .wallClosed: "wall-closed"
        case .noteEmpty: "note-empty"
        case .noteTooLong: "note-too-long"
        case .unknownNote: "unknown-note"
        case .notYourNote: "not-your-note"
        case .noteExists: "note-exists"
        case .unknownSection: "unknown-section"
        case .tooManyNotes: "too-many-notes"
        case .wallFull: "wall-full"
        case .reasonTooLong: "reason-too-long"
        }
    }

    /// The sentence in French and in English.
    var sentences: (String, String) {
        switch self {
        case .notAllowed, .roomNotOpen, .roomEnded, .roomFull, .invalidRoom, .invalidJoin:
            roomSentences
        case .unknownActivity, .activityExists, .tooManyActivities, .notADraft, .invalidActivity:
            agendaSentences
        case .pollNotOpen, .pollClosed, .notClosed, .pollChanged, .notDue, .invalidHands,
            .invalidTimer, .unknownSeat:
            pollSentences
        case .wrongNumberOfChoices, .unknownOption, .wrongKindOfBallot, .rankedTwice, .wrongPoints,
            .outOfBounds, .entryEmpty, .entryTooLong, .entryExists, .tooManyTexts,
            .proposalMissing, .unknownEntry:
            ballotSentences
        case .wallNotOpen, .wallClosed, .noteEmpty, .noteTooLong, .unknownNote, .notYourNote,
            .noteExists, .unknownSection, .tooManyNotes, .wallFull, .reasonTooLong:
            wallSentences
        }
    }

    private var roomSentences: (String, String) {
        switch self {
        case .notAllowed:
            ("Votre rôle ne permet pas cela.", "Your role does not allow this.")
        case .roomNotOpen:
            ("La salle n'est pas encore ouverte.", "The room is not open yet.")
        case .roomEnded:
            (
                "La séance est terminée : on peut lire, plus répondre.",
                "The session has ended: you can read, not answer."
            )
        case .roomFull:
            ("La salle est pleine.", "The room is full.")
        case .invalidRoom:
            (
                "Il faut un titre (120 caractères au plus) et des listes raisonnables.",
                "A title (at most 120 characters) and reasonable lists are needed."
            )
        default:
            (
                "Ce nom ou ce choix ne convient pas : vérifiez-le.",
                "This name or choice does not fit: please check it."
            )
        }
    }

    private var agendaSentences: (String, String) {
        switch self {
        case .unknownActivity:
            (
                "Cette activité n'existe pas ou n'est pas lancée.",
                "This activity does not exist or has not been launched."
            )
        case .activityExists:
            ("Une autre activité porte déjà ce numéro.", "Another activity has this id already.")
        case .tooManyActivities:
            ("L'ordre du jour est plein : 100 activités.", "The agenda is full: 100 activities.")
        case .notADraft:
            (
                "Cette activité ne se modifie plus : dupliquez-la.",
                "This activity can no longer be changed: duplicate it."
            )
        default:
            (
                "Il manque un texte, ou un nombre ne convient pas.",
                "A text is missing, or a number does not fit."
            )
        }
    }

    private var pollSentences: (String, String) {
        switch self {
        case .pollNotOpen:
            ("Ce vote n'est pas ouvert.", "This poll is not open.")
        case .pollClosed:
            (
                "Ce vote est clos. Une réponse partie avant la clôture a pu être comptée.",
                "This poll is closed. An answer that left before it closed may have been counted."
            )
        case .notClosed:
            ("Clôturez d'abord le vote.", "Close the poll first.")
        case .pollChanged:
            (
                "La question a été modifiée entre-temps : relisez-la et répondez à nouveau.",
                "The question was changed meanwhile: read it again and answer again."
            )
        case .notDue:
            ("Les résultats ne sont pas encore visibles.", "Results cannot be seen yet.")
        case .invalidHands:
            (
                "Il faut un nombre de mains pour chaque ligne, et ce vote doit en avoir.",
                "A number of hands is needed for each line, and this poll must have lines."
            )
        case .invalidTimer:
            (
                "Cette heure ne convient pas, ou aucun minuteur n'est en marche.",
                "This time does not fit, or no timer is running."
            )
        default:
            ("Cette place n'existe pas.", "This seat does not exist.")
        }
    }

    private var ballotSentences: (String, String) {
        switch self {
        case .wrongNumberOfChoices:
            ("Le nombre de choix ne convient pas.", "The number of choices does not fit.")
        case .wrongKindOfBallot:
            (
                "Ce vote attend une autre sorte de réponse : rechargez la page.",
                "This poll asks for another kind of answer: reload the page."
            )
        case .rankedTwice:
            ("Une option figure deux fois dans l'ordre.", "An option stands twice in the order.")
        case .wrongPoints:
            (
                "Le nombre de points ne convient pas, au total ou sur une option.",
                "The number of points does not fit, in all or on one option."
            )
        case .outOfBounds:
            ("Ce nombre est hors des bornes.", "This number is out of bounds.")
        case .entryEmpty:
            ("Écrivez quelque chose.", "Write something.")
        case .entryTooLong:
            ("Ce texte est trop long.", "This text is too long.")
        case .entryExists:
            ("Ce texte porte le numéro d'un autre.", "This text has the id of another one.")
        case .tooManyTexts:
            ("Vous avez écrit plus de textes que permis.", "You wrote more texts than allowed.")
        case .proposalMissing:
            (
                "Une objection s'accompagne d'une proposition : écrivez ce qui vous conviendrait.",
                "An objection comes with a proposal: write what would suit you."
            )
        case .unknownEntry:
            ("Ce texte n'existe plus.", "This text no longer exists.")
        default:
            ("Cette réponse n'est pas proposée.", "This answer is not offered.")
        }
    }

    private var wallSentences: (String, String) {
        switch self {
        case .wallNotOpen:
            ("Ce mur n'est pas ouvert.", "This wall is not open.")
        case .wallClosed:
            ("Ce mur est fermé.", "This wall is closed.")
        case .noteEmpty:
            ("Écrivez quelque chose.", "Write something.")
        case .noteTooLong:
            ("500 caractères au plus.", "At most 500 characters.")
        case .unknownNote:
            ("Cette note n'existe plus.", "This note no longer exists.")
        case .notYourNote:
            ("Cette note est à quelqu'un d'autre.", "This note is somebody else's.")
        case .noteExists:
            ("Une autre note porte déjà ce numéro.", "Another note has this id already.")
        case .unknownSection:
            ("Cette colonne n'existe pas.", "This section does not exist.")
        case .tooManyNotes:
            (
                "Vous avez atteint le nombre de notes permis : retirez-en une d'abord.",
                "You have reached the number of notes allowed: withdraw one first."
            )
        case .wallFull:
            ("Le mur est plein.", "The wall is full.")
        default:
            ("Motif : 200 caractères au plus.", "Reason: at most 200 characters.")
        }
    }
}
