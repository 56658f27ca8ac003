import Testing
import Workshop

@Suite("Words of a cloud")
struct WordCloudTests {
    /// The words of `texts`, one text a ballot, with how many ballots they are on.
    private static func cloud(
        _ texts: [String],
        in language: RoomDesign.Language = .french
    ) -> [WordCount.Word] {
        let room = try! RoomDesign(title: "R", language: language, organisations: [], colleges: [])
        var stage = Stage(seats: texts.count, design: room)
        stage.apply(.opened)
        stage.apply(.activityAdded(.poll(Stage.design(.texts(2))), id: Stage.poll, at: 0))
        stage.apply(.launched(Stage.poll))
        for (seat, text) in texts.enumerated() {
            try! stage.vote(seat, .texts([.of(seat, text)]))
        }
        guard case .texts(let words)? = stage.result()?.outcome else { return [] }
        return words
    }

    private static func words(
        _ text: String,
        in language: RoomDesign.Language = .french
    ) -> Set<String> {
        Set(cloud([text], in: language).map(\.text))
    }

    @Test(
        "forms of a French word are counted together",
        arguments: [
            ["Équipe", "équipes", "l’équipe", "l'ÉQUIPE", "d’équipe", "EQUIPES"],
            ["re\u{301}seau", "réseau", "réseaux", "Réseau"],
            ["cheval", "chevaux", "un cheval"],
            ["travail", "travaux", "le travail"],
            ["détail", "détails"],
            ["bureau", "bureaux"],
            ["noyau", "noyaux"],
            ["jeu", "jeux"],
            ["canal", "canaux"],
            ["œuvre", "oeuvres", "qu’œuvre"],
            ["aujourd’hui", "Aujourd'hui"],
            ["prud’homme", "prud'hommes"],
            ["donnée", "données", "les données !", "«données»"],
            ["clé", "clés", "la clé"],
            ["co-construction", "-co-construction-", "Co-constructions"],
        ]
    )
    func french(_ texts: [String]) {
        let cloud = Self.cloud(texts)
        #expect(cloud.map(\.count) == [texts.count], "\(cloud)")
    }

    @Test(
        "forms of an English word are counted together",
        arguments: [
            ["policy", "policies", "Policies"],
            ["box", "boxes", "the box"],
            ["process", "processes"],
            ["size", "sizes"],
            ["match", "matches"],
            ["wish", "wishes"],
            ["movie", "movies"],
            ["team", "teams", "team’s", "the team's"],
            ["house", "houses"],
            ["access", "Access"],
        ]
    )
    func english(_ texts: [String]) {
        let cloud = Self.cloud(texts, in: .english)
        #expect(cloud.map(\.count) == [texts.count], "\(cloud)")
    }

    @Test("words that differ are kept apart")
    func apart() {
        #expect(Self.cloud(["former", "formation", "forme"]).count == 3)
        #expect(Self.cloud(["accès", "excès"]).count == 2)
        #expect(Self.cloud(["process", "progress"], in: .english).count == 2)
    }

    @Test("small words mean nothing, in either language, also without their accents")
    func stopWords() {
        #expect(
            Self.words("Il faut que nous ayons plus de temps, et c’est tout") == ["ayons", "temps"]
        )
        #expect(Self.words("the data are in the cloud") == ["data", "cloud"])
        #expect(Self.words("deja tres bien, meme apres") == [])
        #expect(
            Self.words("We don’t share the data, it isn't ours", in: .english) == ["share", "data"]
        )
    }

    @Test("a small word of one language that means something in the other is kept")
    func falseFriends() {
        #expect(Self.words("un thé, le but, l’or") == ["thé", "but", "or"])
        #expect(Self.words("my car, my son, a point", in: .english) == ["car", "son", "point"])
        #expect(Self.words("the car", in: .french) == [])
    }

    @Test("single letters, dashes and signs are no words; numbers are")
    func noWords() {
        #expect(Self.words("a - b / c … 🐙 !") == [])
        #expect(Self.words("2026 : 15 %") == ["2026", "15"])
        #expect(Self.words("' ’ --") == [])
    }

    @Test("a word counts once a ballot, and is shown as it was typed most often")
    func oncePerBallot() throws {
        let cloud = Self.cloud(["Temps temps temps", "temps", "du temps"])
        #expect(cloud == [WordCount.Word(text: "temps", count: 3)])
        var stage = Stage.asking(.texts(2))
        try stage.vote(0, .texts([.of(1, "écoute"), .of(2, "plus d’écoute")]))
        #expect(stage.result()?.outcome == .texts([WordCount.Word(text: "écoute", count: 1)]))
    }

    @Test("the most frequent first, then by alphabet without accents")
    func order() {
        let cloud = Self.cloud(["zèle", "zèle", "étude", "écoute", "eau"])
        #expect(cloud.map(\.text) == ["zèle", "eau", "écoute", "étude"])
    }

    @Test("[P15] a hidden text is not in the cloud, and is again when restored")
    func hidden() throws {
        var stage = Stage.asking(.texts(2))
        try stage.vote(0, .texts([.of(1, "injure"), .of(2, "écoute")]))
        try stage.vote(1, .texts([.of(3, "injure")]))
        let all = stage.result()
        try stage.send(.hideEntry(Stage.note(1), in: Stage.poll, reason: "injure"))
        let word = WordCount.Word(text: "injure", count: 1)
        #expect(
            stage.result()?.outcome == .texts([WordCount.Word(text: "écoute", count: 1), word])
        )
        let key = EntityKey.entry(Stage.note(1), of: Stage.poll)
        #expect(stage.room.entity(key, for: .guests) == nil)
        #expect(stage.room.entity(key, for: .facilitators) != nil)
        let line = ModerationLine(note: Stage.note(1), deed: .hide, reason: "injure")
        #expect(stage.room.entity(.moderation(of: Stage.poll), for: .guests) == .moderation([line]))
        try stage.send(.restoreEntry(Stage.note(1), in: Stage.poll, reason: ""))
        #expect(stage.result() == all)
    }

    @Test("texts that are changed or taken back leave no word behind")
    func takenBack() throws {
        var stage = Stage.asking(.texts(2))
        let empty = stage.room.polls[Stage.poll]?.tally
        try stage.vote(0, .texts([.of(1, "Réseau réseaux"), .of(2, "temps")]))
        try stage.vote(0, .texts([.of(1, "réseaux")]))
        #expect(stage.result()?.outcome == .texts([WordCount.Word(text: "réseaux", count: 1)]))
        try stage.withdraw(0)
        #expect(stage.room.polls[Stage.poll]?.tally == empty)
    }
}
