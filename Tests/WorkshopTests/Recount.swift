import Workshop

/// The ballots of a poll counted anew, from what each kind means.
struct Recount {
    private(set) var ballots = 0
    private(set) var abstentions = 0
    private(set) var counts: [Int]
    private(set) var numbers: [Int: Int] = [:]
    private var entries: [Note.ID: AuthorKey] = [:]

    init(of poll: Poll) {
        counts = Self.empty(poll.design.form)
        for (author, ballot) in poll.ballots {
            ballots += 1
            add(ballot, of: poll.design.form)
            for entry in ballot.entries { entries[entry.id] = author }
        }
    }

    func holdsEntries(of poll: Poll) -> Bool {
        poll.entryAuthors == entries
    }

    private static func empty(_ form: BallotForm) -> [Int] {
        let size =
            switch form {
            case .choice, .scale, .consent: form.lineCount!
            case .points(let form): form.options.count
            case .ranking(let form): form.options.count * form.options.count
            case .judgement(let form): form.options.count * form.grades.count
            case .estimate, .texts: 0
            }
        return Array(repeating: 0, count: size)
    }

    private mutating func add(_ ballot: Ballot, of form: BallotForm) {
        switch (ballot, form) {
        case (.abstention, _): abstentions += 1
        case (.choices(let choices, _), _): choices.numbers.forEach { counts[$0] += 1 }
        case (.step(let step), _): counts[step] += 1
        case (.consent(let answer, _), _):
            counts[[Consent.agree, .reservations, .object].firstIndex(of: answer)!] += 1
        case (.number(let number), _): numbers[number, default: 0] += 1
        case (.points(let points), _):
            for (option, some) in points.enumerated() { counts[option] += some }
        case (.grades(let grades), .judgement(let form)):
            for (option, grade) in grades.enumerated() {
                counts[option * form.grades.count + grade] += 1
            }
        case (.ranking(let order), .ranking(let form)):
            let count = form.options.count
            let place = (0..<count).map { order.firstIndex(of: $0) ?? count }
            for one in 0..<count {
                for other in 0..<count where place[one] < place[other] {
                    counts[one * count + other] += 1
                }
            }
        case (.texts, _): break
        case (.grades, _), (.ranking, _): preconditionFailure("A ballot of another kind")
        }
    }
}
