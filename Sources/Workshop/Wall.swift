/// A wall in a room: its design, where it stands, and its notes.
package struct Wall: Hashable, Sendable {
    package private(set) var design: WallDesign
    package private(set) var phase = Phase.draft
    package private(set) var notes: [Note.ID: Note] = [:]
    /// Ids of notes that their authors took back, so that a late copy of the post changes nothing.
    package private(set) var withdrawn: Set<Note.ID> = []
    package private(set) var moderationLog: [ModerationLine] = []
    /// Always equal to a recount of ``notes``; kept so that a post costs O(1).
    private var countByAuthor: [AuthorKey: Int] = [:]
    /// One more than the greatest place in use.
    package private(set) var nextPlace = 1

    /// Where a wall stands; it only ever moves forward.
    package enum Phase: Hashable, Sendable, Comparable {
        /// Being prepared.
        case draft
        /// People write, each seeing only their own notes.
        case silent
        /// Everybody sees the notes and may write.
        case open
        /// Nobody writes any more.
        case closed
    }

    init(_ design: WallDesign) {
        self.design = design
    }

    /// Whether anybody but its author may see a note now; the one place where this is decided.
    package var notesAreShown: Bool {
        switch phase {
        case .draft, .silent: false
        case .open, .closed: true
        }
    }

    /// The notes in the order of the wall.
    package var placedNotes: [Note] {
        notes.values.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
    }

    /// How many notes `author` has on the wall, hidden ones included.
    package func noteCount(of author: AuthorKey) -> Int {
        countByAuthor[author, default: 0]
    }

    /// Refuses unless notes are taken at this moment.
    func checkIsOpen() throws(Refusal) {
        switch phase {
        case .draft: throw .wallNotOpen
        case .silent, .open: return
        case .closed: throw .wallClosed
        }
    }

    /// Refuses unless `count` more notes fit.
    func checkHasRoom(for count: Int) throws(Refusal) {
        guard
            notes.count + count <= Limits.notesPerWall,
            notes.count + withdrawn.count + count <= Limits.notesEverPerWall
        else { throw .wallFull }
    }

    /// The phase that a launch leads to.
    var firstPhase: Phase {
        switch design.writing {
        case .silent: .silent
        case .shared: .open
        }
    }

    /// The place that a note posted now receives.
    var placeForNewNote: Int {
        phase == .silent ? Note.unplaced : nextPlace
    }
}

// MARK: - Moving on

extension Wall {
    mutating func redesign(_ design: WallDesign) {
        precondition(phase == .draft, "A wall was edited after its launch")
        self = Wall(design)
    }

    /// Moves on; the end of a silent phase gives the notes an order unrelated to their arrival.
    mutating func advance(to next: Phase) {
        precondition(next > phase, "A wall moved backwards")
        if phase == .silent {
            for (index, id) in notes.keys.sorted().enumerated() {
                notes[id]!.place = index + 1
            }
            nextPlace = notes.count + 1
        }
        phase = next
    }

    mutating func post(_ note: Note) {
        if case .poll = note.author {
            // A proposal out of a poll belongs to nobody, on any wall.
        } else {
            precondition(design.identity.accepts(note.author), "A note has the wrong author")
        }
        precondition(notes[note.id] == nil, "A note was posted twice")
        notes[note.id] = note
        countByAuthor[note.author, default: 0] += 1
        nextPlace = max(nextPlace, note.place + 1)
    }

    mutating func edit(_ id: Note.ID, section: Int, text: String) {
        notes[id]!.section = section
        notes[id]!.text = text
    }

    mutating func withdraw(_ id: Note.ID) {
        withdrawn.insert(id)
        guard let note = notes.removeValue(forKey: id) else { return }
        let left = countByAuthor[note.author]! - 1
        countByAuthor[note.author] = left == 0 ? nil : left
        if note.place == nextPlace - 1 {
            nextPlace = (notes.values.map(\.place).max() ?? 0) + 1
        }
    }

    mutating func moderate(_ line: ModerationLine) {
        moderationLog.append(line)
        // The note may have been withdrawn since; the log keeps its line all the same.
        switch line.deed {
        case .hide: notes[line.note]?.hiddenBecause = line.reason
        case .restore: notes[line.note]?.hiddenBecause = nil
        }
    }
}
