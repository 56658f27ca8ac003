import { plural, type Words } from "../core/i18n.ts";
import type { Kind } from "../core/guess.ts";
import type { Language } from "../core/protocol.ts";
import type { Trouble } from "../core/trouble.ts";

type Kinds = Readonly<Record<Kind, string>>;
type Troubles = Readonly<Record<Trouble["what"], (n: number) => string>>;

/** Writing a poll: one box, what is understood, what can be set. */
const en = {
  box: "Question, then one answer per line",
  boxExample: "How far are you?\nNot started\nUnder way\nDone",
  understood: "Understood as:",
  kind: "Kind of vote",
  kinds: {
    single: "One answer",
    multiple: "Several answers",
    scale: "Scale",
    ranking: "Ranking",
    points: "Points",
    judgement: "Judgement",
    estimate: "Number",
    text: "Short text",
    consent: "Consent",
  } as Kinds,
  guessAgain: "Guess from the words",
  kept: "What you were writing is still here.",
  startAgain: "Start again",
  one: (n: number) => `one answer out of ${n}`,
  several: (min: number, max: number, n: number) =>
    min === max ? `${max} answers out of ${n}` : `${min} to ${max} answers out of ${n}`,
  scaleOf: (steps: number, low: string, high: string) =>
    `scale from 1 to ${steps}, “${low}” to “${high}”`,
  rankingOf: (max: number, n: number) =>
    max < n ? `ranking of the first ${max} of ${n} options` : `ranking of ${n} options`,
  pointsOf: (points: number, n: number) =>
    plural("en", points, { one: "# point", other: "# points" }) + ` for ${n} options`,
  judgementOf: (n: number, grades: number) =>
    plural("en", n, { one: "judgement of # option", other: "judgement of # options" }) +
    ` with ${grades} grades`,
  numberOf: (from: string, to: string) => `number from ${from} to ${to}`,
  textsOf: (n: number) => plural("en", n, { one: "# short text", other: "up to # short texts" }),
  consentOf: "consent: agree, with reservations, or object with a proposal",
  spareLines: "This kind takes no answers: the lines under the question are left out.",
  min: "At least",
  max: "At most",
  other: "People may write another answer",
  steps: "Steps",
  low: "Lowest step",
  high: "Highest step",
  endsFromLines: "The first and last lines above are the ends of the scale.",
  points: "Points per person",
  most: "Most for one option",
  all: "All points must be given",
  unit: "Unit",
  unitExample: "%, €, days…",
  decimals: "Decimals",
  from: "From",
  to: "To",
  texts: "Texts per person",
  grades: "Grades",
  gradesHint: "One per line, best first: 2 to 9.",
  consentHint: "An objection is taken only with a proposal, which can go to a wall.",
  more: "More settings",
  fixed: "People have read these: they stay as they are once the vote is launched.",
  abstention: "Offer an abstention",
  timer: "Time to answer",
  minutes: "Minutes",
  seconds: "Seconds",
  timerHint: "Starts at the launch. It closes nothing by itself.",
  quorum: "Quorum, in % of the seats",
  quorumHint: "Leave empty for none.",
  breakdown: "Results by group",
  noBreakdown: "No",
  byCollege: "By “here as”",
  byOrganisation: "By organisation",
  threshold: "Fewest ballots shown in a group",
  sendKeys: "Ctrl + Enter",
  launch: "Launch now",
  quickHint: "Launched at once, right after the present step.",
  draftHint: "The room is not open yet: the question joins the agenda as a draft.",
  troubles: {
    needQuestion: () => "Write a question.",
    longQuestion: (n) => `The question is too long: ${n} characters at most.`,
    needOptions: (n) =>
      n === 1 ? "Write an answer on the next line." : "Write at least two answers, one per line.",
    manyOptions: (n) => `That is too many answers: ${n} at most.`,
    longOption: (n) => `Answer ${n} is too long: 120 characters at most.`,
    needBounds: (n) => `The numbers of answers do not fit together: there are ${n} answers.`,
    needSteps: () => "A scale has 3 to 11 steps.",
    needEnds: () => "Name both ends of the scale, in 120 characters at most.",
    needPoints: (n) => `Share 1 to ${n} points.`,
    needMost: (n) => `One option takes 1 to ${n} points.`,
    shortPoints: (n) => `The options together take ${n} points: not all can be given.`,
    longUnit: (n) => `The unit is too long: ${n} characters at most.`,
    needDecimals: () => "Numbers have 0 to 4 decimals.",
    needRange: () => "The first number has to be smaller than the second.",
    needTexts: () => "A person writes 1 to 5 texts.",
    needGrades: () => "Write 2 to 9 grades, one per line, the best first.",
    needSeconds: () => "The time goes from 5 seconds to a day.",
    needQuorum: () => "A quorum is 1 to 100 % of the seats.",
    needThreshold: () => "The smallest group shown has 5 to 50 ballots.",
  } as Troubles,
  /** Written on ballots, in the room's language. */
  room: {
    low: "Not at all",
    high: "Completely",
    grades: ["Excellent", "Very good", "Good", "Fairly good", "Fair", "Poor", "Reject"],
  } as { readonly low: string; readonly high: string; readonly grades: readonly string[] },
};

export type ComposerWords = Words<typeof en>;

const fr: ComposerWords = {
  box: "Question, puis une réponse par ligne",
  boxExample: "Où en êtes-vous ?\nPas commencé\nEn cours\nTerminé",
  understood: "Compris comme :",
  kind: "Type de vote",
  kinds: {
    single: "Une réponse",
    multiple: "Plusieurs réponses",
    scale: "Échelle",
    ranking: "Classement",
    points: "Points",
    judgement: "Jugement",
    estimate: "Nombre",
    text: "Texte court",
    consent: "Consentement",
  },
  guessAgain: "Deviner d’après les mots",
  kept: "Ce que vous écriviez est toujours là.",
  startAgain: "Recommencer",
  one: (n) => `une réponse sur ${n}`,
  several: (min, max, n) =>
    min === max ? `${max} réponses sur ${n}` : `${min} à ${max} réponses sur ${n}`,
  scaleOf: (steps, low, high) => `échelle de 1 à ${steps}, de « ${low} » à « ${high} »`,
  rankingOf: (max, n) =>
    max < n
      ? plural("fr", max, { one: "choix du premier", other: "classement des # premières" }) +
        ` de ${n} réponses`
      : `classement de ${n} réponses`,
  pointsOf: (points, n) =>
    plural("fr", points, { one: "# point", other: "# points" }) + ` pour ${n} réponses`,
  judgementOf: (n, grades) =>
    plural("fr", n, { one: "jugement de # réponse", other: "jugement de # réponses" }) +
    ` avec ${grades} mentions`,
  numberOf: (from, to) => `nombre de ${from} à ${to}`,
  textsOf: (n) => plural("fr", n, { one: "# texte court", other: "jusqu’à # textes courts" }),
  consentOf: "consentement : d’accord, avec réserves, ou objection avec une proposition",
  spareLines:
    "Ce type de vote ne prend pas de réponses : les lignes sous la question sont ignorées.",
  min: "Au moins",
  max: "Au plus",
  other: "On peut écrire une autre réponse",
  steps: "Échelons",
  low: "Tout en bas",
  high: "Tout en haut",
  endsFromLines: "La première et la dernière ligne ci-dessus sont les bouts de l’échelle.",
  points: "Points par personne",
  most: "Au plus pour une réponse",
  all: "Tous les points doivent être donnés",
  unit: "Unité",
  unitExample: "%, €, jours…",
  decimals: "Décimales",
  from: "De",
  to: "À",
  texts: "Textes par personne",
  grades: "Mentions",
  gradesHint: "Une par ligne, la meilleure d’abord : de 2 à 9.",
  consentHint: "Une objection demande une proposition, qui peut rejoindre un mur.",
  more: "Autres réglages",
  fixed: "Les participants l’ont lu : cela ne change plus une fois le vote lancé.",
  abstention: "Proposer l’abstention",
  timer: "Temps pour répondre",
  minutes: "Minutes",
  seconds: "Secondes",
  timerHint: "Il part au lancement et ne clôt rien de lui-même.",
  quorum: "Quorum, en % des places",
  quorumHint: "Laissez vide s’il n’y en a pas.",
  breakdown: "Résultats par groupe",
  noBreakdown: "Non",
  byCollege: "Par « au titre de »",
  byOrganisation: "Par organisme",
  threshold: "Bulletins au moins pour montrer un groupe",
  sendKeys: "Ctrl + Entrée",
  launch: "Lancer maintenant",
  quickHint: "Lancée aussitôt, juste après l’étape en cours.",
  draftHint: "La salle n’est pas encore ouverte : la question rejoint le déroulé, en brouillon.",
  troubles: {
    needQuestion: () => "Écrivez une question.",
    longQuestion: (n) => `La question est trop longue : ${n} caractères au plus.`,
    needOptions: (n) =>
      n === 1
        ? "Écrivez une réponse à la ligne suivante."
        : "Écrivez au moins deux réponses, une par ligne.",
    manyOptions: (n) => `Il y a trop de réponses : ${n} au plus.`,
    longOption: (n) => `La réponse ${n} est trop longue : 120 caractères au plus.`,
    needBounds: (n) => `Les nombres de réponses ne vont pas ensemble : il y a ${n} réponses.`,
    needSteps: () => "Une échelle a de 3 à 11 échelons.",
    needEnds: () => "Nommez les deux bouts de l’échelle, en 120 caractères au plus.",
    needPoints: (n) => `Donnez de 1 à ${n} points à répartir.`,
    needMost: (n) => `Une réponse prend de 1 à ${n} points.`,
    shortPoints: (n) =>
      `Les réponses prennent ${n} points en tout : tous ne pourront pas être donnés.`,
    longUnit: (n) => `L’unité est trop longue : ${n} caractères au plus.`,
    needDecimals: () => "Les nombres ont de 0 à 4 décimales.",
    needRange: () => "Le premier nombre doit être plus petit que le second.",
    needTexts: () => "Une personne écrit de 1 à 5 textes.",
    needGrades: () => "Écrivez de 2 à 9 mentions, une par ligne, la meilleure d’abord.",
    needSeconds: () => "Le temps va de 5 secondes à un jour.",
    needQuorum: () => "Un quorum va de 1 à 100 % des places.",
    needThreshold: () => "Le plus petit groupe montré a de 5 à 50 bulletins.",
  },
  room: {
    low: "Pas du tout",
    high: "Tout à fait",
    grades: [
      "Excellent",
      "Très bien",
      "Bien",
      "Assez bien",
      "Passable",
      "Insuffisant",
      "À rejeter",
    ],
  },
};

export const composerWords: Readonly<Record<Language, ComposerWords>> = { fr, en };
