import { plural, type Words } from "../core/i18n.ts";
import type { Language } from "../core/protocol.ts";

/** Words of the ballot papers of every kind but the choice. */
const en = {
  rankAsk: (min: number, max: number) =>
    min === max
      ? `Rank ${max} of them, the preferred one first.`
      : `Rank ${min} to ${max} of them, the preferred one first.`,
  ranked: "Your order",
  notRanked: "Not ranked yet: tap to place",
  nothingRanked: "Nothing is ranked yet.",
  place: (option: string) => `Place ${option}`,
  moveUp: (option: string) => `Move ${option} up`,
  moveDown: (option: string) => `Move ${option} down`,
  takeOut: (option: string) => `Take ${option} out of your order`,
  placed: (option: string, at: number, of: number) => `${option}: number ${at} of ${of}.`,
  takenOut: (option: string) => `${option}: not ranked.`,
  rankedCount: (n: number, of: number) => `${n} of ${of} ranked`,
  pointsAsk: (points: number, all: boolean) =>
    plural("en", points, {
      one: all ? "Give the # point." : "Share up to # point.",
      other: all ? "Share all # points." : "Share up to # points.",
    }),
  pointsMost: (most: number) => `At most ${most} for one answer.`,
  pointsFor: (option: string) => `Points for ${option}`,
  more: (n: number, option: string) => `${n} more for ${option}`,
  less: (n: number, option: string) => `${n} less for ${option}`,
  pointsLeft: (n: number) => plural("en", n, { one: "# point left", other: "# points left" }),
  pointsOver: (n: number) =>
    plural("en", n, { one: "# point too many", other: "# points too many" }),
  estimateAsk: "Your estimate",
  bounds: (from: string, to: string) => `From ${from} to ${to}.`,
  notANumber: (from: string, to: string) =>
    `A number from ${from} to ${to}, without separators between thousands.`,
  textAsk: (most: number) =>
    plural("en", most, { one: "Write your answer.", other: "Write up to # answers." }),
  textLabel: (n: number) => `Answer ${n}`,
  judgementAsk: "Give each answer a grade.",
  graded: (n: number, of: number) => `${n} of ${of} graded`,
  proposal: "What do you propose instead?",
  proposalWhy: "An objection needs a proposal: the group works on it next. It is shown to all.",
  proposalMissing: "Write your proposal to send the objection.",
  remark: "Your reservations",
  remarkWhy: "If you wish: they are shown to all.",
};

export type PaperWords = Words<typeof en>;

const fr: PaperWords = {
  rankAsk: (min, max) =>
    min === max
      ? `Classez-en ${max}, en commençant par votre préférence.`
      : `Classez-en de ${min} à ${max}, en commençant par votre préférence.`,
  ranked: "Votre classement",
  notRanked: "Pas encore classé : touchez pour placer",
  nothingRanked: "Rien n’est classé pour l’instant.",
  place: (option) => `Placer ${option}`,
  moveUp: (option) => `Monter ${option}`,
  moveDown: (option) => `Descendre ${option}`,
  takeOut: (option) => `Retirer ${option} du classement`,
  placed: (option, at, of) => `${option} : numéro ${at} sur ${of}.`,
  takenOut: (option) => `${option} : retiré du classement.`,
  rankedCount: (n, of) =>
    plural("fr", n, { one: `# classée sur ${of}`, other: `# classées sur ${of}` }),
  pointsAsk: (points, all) =>
    plural("fr", points, {
      one: all ? "Donnez le point." : "Donnez jusqu’à # point.",
      other: all ? "Répartissez les # points." : "Répartissez jusqu’à # points.",
    }),
  pointsMost: (most) => `Au plus ${most} par réponse.`,
  pointsFor: (option) => `Points pour ${option}`,
  more: (n, option) => `${n} de plus pour ${option}`,
  less: (n, option) => `${n} de moins pour ${option}`,
  pointsLeft: (n) => plural("fr", n, { one: "# point restant", other: "# points restants" }),
  pointsOver: (n) => plural("fr", n, { one: "# point de trop", other: "# points de trop" }),
  estimateAsk: "Votre estimation",
  bounds: (from, to) => `De ${from} à ${to}.`,
  notANumber: (from, to) => `Un nombre de ${from} à ${to}, sans séparateur de milliers.`,
  textAsk: (most) =>
    plural("fr", most, {
      one: "Écrivez votre réponse.",
      other: "Écrivez jusqu’à # réponses.",
    }),
  textLabel: (n) => `Réponse ${n}`,
  judgementAsk: "Donnez une mention à chaque réponse.",
  graded: (n, of) => plural("fr", n, { one: `# mention sur ${of}`, other: `# mentions sur ${of}` }),
  proposal: "Que proposez-vous à la place ?",
  proposalWhy:
    "Une objection s’accompagne d’une proposition : c’est d’elle que le groupe repart. Elle est montrée à tous.",
  proposalMissing: "Écrivez votre proposition pour envoyer l’objection.",
  remark: "Vos réserves",
  remarkWhy: "Si vous le souhaitez : elles sont montrées à tous.",
};

export const paperWords: Readonly<Record<Language, PaperWords>> = { fr, en };
