/// Words too common to mean anything in a cloud, in French and English.
///
/// A room speaks one language and its people often both, so both lists apply, except where a small
/// word of one language is a word with a meaning in the other ("but", "an", "thé" keeps its
/// accent).
enum StopWords {
    /// Whether `lower` means too little to be counted, in a room of this language.
    ///
    /// French words also count as typed on a keyboard without accents.
    static func contain(_ lower: String, in language: RoomDesign.Language) -> Bool {
        switch language {
        case .french: inFrenchRooms.contains(lower)
        case .english: inEnglishRooms.contains(lower)
        }
    }

    private static let inFrenchRooms = french.union(french.map(WordFolding.withoutAccents))
        .union(english.subtracting(frenchToo))
    private static let inEnglishRooms = english.union(french.subtracting(englishToo))

    /// English stop words that mean something in French.
    private static let frenchToo: Set<String> = ["but", "an", "or", "if", "do", "were", "as"]

    /// French stop words that mean something in English.
    private static let englishToo: Set<String> = [
        "car", "son", "pour", "plus", "tous", "sur", "sans", "sous", "dans", "chez", "bien", "fait",
        "comment", "point", "est", "ton", "tout",
    ]

    private static let french = words(
        """
        à afin ai ailleurs ainsi alors après as assez au aucun aucune aussi autant autre autres
        aux avait avant avec avoir ayant beaucoup bien car ce ceci cela celle celles celui ces cet
        cette ceux chaque chez comme comment ça dans de déjà depuis des dès deux devrait doit donc
        dont du elle elles en encore entre es est et étaient était étant été être eu eux fait
        faire fais faut font fut hors ici il ils je la là le les leur leurs lors lorsque lui ma
        mais me même mêmes mes moi moins mon ne ni nos notre nôtre nous on ont ou où par parce pas
        peu peut peuvent plus plutôt point pour pourquoi presque puis puisque quand que quel
        quelle quelles quels quelque quelques qui quoi sa sans se sera serait ses seulement si soi
        soit son sont sous suis sur ta tandis te tel telle tels tes toi ton toujours tous tout
        toute toutes très trop tu un une va vers vont vos votre vôtre vous y
        """
    )

    /// What is left of "isn't" and its like.
    private static let negations = words(
        "ain aren couldn didn doesn hadn hasn haven isn mustn shouldn wasn weren wouldn"
    )

    private static let english = negations.union(englishWords)

    private static let englishWords = words(
        """
        a about after again all also am an and any are as at be because been before being between
        both but by can could did do does doing don down during each either else ever every few
        for from had has have having he her here hers him his how i if in into is it its itself
        just like me might more most much must my no nor not now of off on once only or other our
        ours out over own same shall she should so some such than that the their theirs them then
        there these they this those through to too under until up us very was we were what when
        where which while who whom why will with without would you your yours
        """
    )

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
