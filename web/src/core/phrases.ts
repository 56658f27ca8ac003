/** One expression for many phrases, each as whole words of a text without accents. */
export function anyOf(...phrases: readonly string[]): RegExp {
  return new RegExp(`(?<!\\w)(?:${phrases.join("|")})(?!\\w)`);
}

/** What questions say, in French and English, of the kind of answer they want. */
export const says = {
  degree: anyOf(
    "a quel point",
    "dans quelle mesure",
    "echelle (?:de|allant)",
    "sur une echelle",
    "scale (?:of|from)",
    "on a scale",
    "to what extent",
    "how (?:strongly|likely|confident|satisfied|useful|clear|ready|well)",
    "how much do you (?:agree|like|trust)",
  ),
  estimate: anyOf(
    "combien",
    "how (?:many|much|long|often|old|far)",
    "quel(?:le)?s? (?:(?:est|sont|serait) )?(?:(?:le|la|les|votre) )?" +
      "(?:pourcentage|part|proportion|montant|nombre|budget|cout|duree|prix|taux|delai)",
    "(?:what|which) (?:is (?:the|your) )?" +
      "(?:percentage|percent|share|number|amount|proportion|budget|price|cost|rate|delay)",
    "estim(?:ez|ation|ate)",
  ),
  consent: anyOf(
    "(?:etes|sommes|seriez)[- ](?:vous|nous) (?:(?:tous|toutes|tout a fait) )?d'accord",
    "d'accord (?:pour|avec|sur)",
    "consent(?:ement|ez|ir|ons)?",
    "objections?",
    "(?:adopt|valid|approuv)(?:ons|ez|e|es)?[- ](?:nous|vous|t[- ]on)",
    "soutenez[- ]vous",
    "(?:do|shall|should|can|may) we (?:all )?(?:adopt|agree|approve)",
    "are we agreed",
    "do you (?:agree|consent|approve|support)",
  ),
  ranking: anyOf(
    "class(?:ez|er|ons|ement)",
    "par ordre",
    "dans l'ordre",
    "ordonn(?:ez|er)",
    "hierarchis\\w*",
    "prioris(?:ez|er)",
    "rank(?:ing)?",
    "prioriti[sz]e",
    "in order(?! to\\b)",
    "by order",
    "order (?:these|the following|of (?:preference|priority|importance))",
  ),
  points: anyOf(
    "gommettes?",
    "dots?",
    "jetons?",
    "tokens?",
    "repart(?:issez|issons|ir)",
    "(?:vos|des|your|in|en) points",
    "\\d+ ?(?:points?|pts)",
    "(?:allocate|distribute|distribuez|spread) .*(?:points?|euros?|budget)",
    "share (?:out )?\\d+",
  ),
  judgement: anyOf(
    "jugements?",
    "judge?ments?",
    "mentions?",
    "grades?",
    "(?:evalu|appreci)(?:ez|er|ons) (?:chaque|chacune?|tou(?:te)?s)",
    "(?:rate|grade|judge|evaluate|assess|score) (?:each|every|all)",
  ),
  several: anyOf(
    "plusieurs",
    "several",
    "(?:all|any) that apply",
    "tout ce qui",
    "tou(?:te)?s cel(?:les|ui|le) qui",
    "tous ceux qui",
    "cochez tou\\w*",
    "multiple (?:choice|answers)",
    "choix multiples?",
    "cumulables?",
  ),
  note: anyOf("note[rz]?", "notation", "rate", "score"),
  severalWords: anyOf("quels mots", "(?:which|what) words", "en quelques mots"),
  dots: anyOf("gommettes?", "dots?", "jetons?", "tokens?"),
} as const;
