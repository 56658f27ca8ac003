import { plural, type Words } from "../core/i18n.ts";
import type { Language } from "../core/protocol.ts";

/** Running a step: time, hands, rounds, proposals, texts on ballots. */
const en = {
  notYet: (n: number) => plural("en", n, { one: "# not yet", other: "# not yet" }),
  round: (n: number) => `Round ${n}`,
  anotherRound: "Another round",
  anotherRoundHint: "The same question again, launched at once, beside this one in the agenda.",
  editedNoMore: "Cannot be edited any more: somebody has answered",
  moveKeys: "Alt + ↑ or ↓ moves this step",
  time: "Time to answer",
  timeHint: "It closes nothing: answers count until you close.",
  minutes: (n: number) => plural("en", n, { one: "# minute", other: "# minutes" }),
  minutesField: "Minutes",
  startTime: "Start",
  oneMore: "+ 1 minute for all",
  stopTime: "Stop the timer",
  extraTime: "More for one person…",
  extraTitle: "More time for one person",
  extraText:
    "Only this person’s own page says so. It is shown nowhere else, here neither, and nobody can tell afterwards.",
  person: "Person",
  choosePerson: "Choose…",
  noSeats: "Nobody has a seat yet.",
  give: (n: number) => plural("en", n, { one: "+ # minute", other: "+ # minutes" }),
  given: (n: number) =>
    plural("en", n, { one: "# minute more was given.", other: "# minutes more were given." }),
  hands: "By show of hands",
  handsText:
    "For people without a device. Shown apart from the ballots, never added to them. All zeros takes it back.",
  handsSave: "Record the hands",
  handsSaved: "The show of hands is recorded.",
  needHands: "Write a whole number from 0 to 100,000 on each line.",
  bringProposals: (n: number) =>
    plural("en", n, {
      one: "Bring the proposal to a wall",
      other: "Bring the # proposals to a wall",
    }),
  bringText: "Each proposal of an objection becomes a note, with where it came from.",
  wall: "Wall",
  section: "Column",
  newProposalWall: "A new wall “Proposals”",
  bringNow: "Bring them",
  brought: (n: number) =>
    plural("en", n, { one: "# proposal is on its way.", other: "# proposals are on their way." }),
  hideTextTitle: "Hide this text?",
  hideTextText: "Its author still sees it, with your reason. The room reads the reason in the log.",
  restoreTextTitle: "Show this text again?",
  ownSeat: "Vote from my own seat",
  ownSeatText:
    "Opens the participants’ page in a new tab. There you join like anybody else: your seat counts, and your answer is as secret as theirs. You see what they see.",
  seconds: (n: number) => {
    const [minutes, rest] = [Math.floor(n / 60), n % 60];
    return rest === 0 ? `${minutes} min` : minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
  },
  quorum: (n: number) => `quorum ${n}%`,
  byCollege: "also by “here as”",
  byOrganisation: "also by organisation",
  /** Written in the agenda and on the wall, in the room's language. */
  proposals: "Proposals",
};

export type ConductWords = Words<typeof en>;

const fr: ConductWords = {
  notYet: (n) => plural("fr", n, { one: "# pas encore", other: "# pas encore" }),
  round: (n) => `Tour ${n}`,
  anotherRound: "Un autre tour",
  anotherRoundHint: "La même question encore, lancée aussitôt, à côté de celle-ci dans le déroulé.",
  editedNoMore: "Ne se modifie plus : quelqu’un a répondu",
  moveKeys: "Alt + ↑ ou ↓ déplace cette étape",
  time: "Temps pour répondre",
  timeHint: "Il ne clôt rien : les réponses comptent jusqu’à ce que vous fermiez.",
  minutes: (n) => plural("fr", n, { one: "# minute", other: "# minutes" }),
  minutesField: "Minutes",
  startTime: "Démarrer",
  oneMore: "+ 1 minute pour tous",
  stopTime: "Arrêter le minuteur",
  extraTime: "Plus pour une personne…",
  extraTitle: "Du temps en plus pour une personne",
  extraText:
    "Seule sa propre page le dit. Cela ne s’affiche nulle part ailleurs, ici non plus, et personne ne peut le savoir ensuite.",
  person: "Personne",
  choosePerson: "Choisir…",
  noSeats: "Personne n’a encore de place.",
  give: (n) => plural("fr", n, { one: "+ # minute", other: "+ # minutes" }),
  given: (n) =>
    plural("fr", n, {
      one: "# minute de plus a été donnée.",
      other: "# minutes de plus ont été données.",
    }),
  hands: "À main levée",
  handsText:
    "Pour les personnes sans appareil. Montré à part des bulletins, jamais ajouté. Des zéros partout l’annulent.",
  handsSave: "Noter les mains levées",
  handsSaved: "Le compte à main levée est noté.",
  needHands: "Écrivez sur chaque ligne un nombre entier de 0 à 100 000.",
  bringProposals: (n) =>
    plural("fr", n, {
      one: "Porter la proposition sur un mur",
      other: "Porter les # propositions sur un mur",
    }),
  bringText: "Chaque proposition d’une objection devient une note, avec son origine.",
  wall: "Mur",
  section: "Colonne",
  newProposalWall: "Un nouveau mur « Propositions »",
  bringNow: "Les porter",
  brought: (n) =>
    plural("fr", n, { one: "# proposition est en route.", other: "# propositions sont en route." }),
  hideTextTitle: "Masquer ce texte ?",
  hideTextText:
    "Son auteur le voit encore, avec votre motif. La salle lit le motif dans le journal.",
  restoreTextTitle: "Rétablir ce texte ?",
  ownSeat: "Voter depuis ma propre place",
  ownSeatText:
    "Ouvre la page des participants dans un nouvel onglet. Vous y entrez comme tout le monde : votre place compte, et votre réponse est aussi secrète que les autres. Vous voyez ce qu’ils voient.",
  seconds: (n) => {
    const [minutes, rest] = [Math.floor(n / 60), n % 60];
    return rest === 0 ? `${minutes} min` : minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
  },
  quorum: (n) => `quorum ${n} %`,
  byCollege: "aussi par « au titre de »",
  byOrganisation: "aussi par organisme",
  proposals: "Propositions",
};

export const conductWords: Readonly<Record<Language, ConductWords>> = { fr, en };
