import type { Words } from "../core/i18n.ts";
import type { Language } from "../core/protocol.ts";

const en = {
  headline: "Workshops where everyone gets a say",
  promise:
    "Votes and walls of notes, live, on every phone. No account, nothing to install, nobody tracked.",
  joinTitle: "Join a workshop",
  codeLabel: "The code you were given",
  codeExample: "For example K7PM 2X",
  joinButton: "Join",
  codeOdd: "A code has letters and digits only, for example K7PM2X.",
  codeUnknown: "No room has this code. Check it with your facilitator.",
  codeTooMany: "Too many tries. Wait a minute, then try again.",
  createTitle: "Prepare a workshop",
  createHint: "You get a code, a link for your participants and a secret link for yourself.",
  titleLabel: "Title",
  titleExample: "Towards a shared roadmap",
  languageLabel: "Language of the room",
  groups: "Organisations and kinds of participants",
  organisationsLabel: "Organisations",
  collegesLabel: "Kinds of participants",
  onePerLine: "One per line. Leave empty not to ask.",
  createButton: "Create the room",
  creating: "Creating…",
  titleMissing: "Give the room a title.",
  noNetwork: "The server cannot be reached. Check your connection and try again.",
  promises: [
    "Anonymous means anonymous: once a vote closes, nobody can link an answer to a name.",
    "Made for the quiet ones too: write in silence, reveal together.",
    "Runs on your own server: nothing is sent elsewhere.",
  ],
};

export type HomeWords = Omit<Words<typeof en>, "promises"> & {
  readonly promises: readonly string[];
};

const fr: HomeWords = {
  headline: "Des ateliers où chacun a la parole",
  promise:
    "Votes et murs de notes, en direct, sur chaque téléphone. Sans compte, sans rien installer, sans pistage.",
  joinTitle: "Rejoindre un atelier",
  codeLabel: "Le code qu’on vous a donné",
  codeExample: "Par exemple K7PM 2X",
  joinButton: "Rejoindre",
  codeOdd: "Un code n’a que des lettres et des chiffres, par exemple K7PM2X.",
  codeUnknown: "Aucune salle ne porte ce code. Vérifiez-le auprès de l’animation.",
  codeTooMany: "Trop d’essais. Attendez une minute, puis réessayez.",
  createTitle: "Préparer un atelier",
  createHint: "Vous recevez un code, un lien pour vos participants et un lien secret pour vous.",
  titleLabel: "Titre",
  titleExample: "Vers une feuille de route commune",
  languageLabel: "Langue de la salle",
  groups: "Organismes et types de participants",
  organisationsLabel: "Organismes",
  collegesLabel: "Types de participants",
  onePerLine: "Un par ligne. Laissez vide pour ne pas demander.",
  createButton: "Créer la salle",
  creating: "Création…",
  titleMissing: "Donnez un titre à la salle.",
  noNetwork: "Le serveur est injoignable. Vérifiez votre connexion et réessayez.",
  promises: [
    "Anonyme veut dire anonyme : une fois le vote clos, personne ne peut relier une réponse à un nom.",
    "Pensé aussi pour les discrets : on écrit en silence, on découvre ensemble.",
    "Installé sur votre propre serveur : rien n’est envoyé ailleurs.",
  ],
};

export const homeWords: Readonly<Record<Language, HomeWords>> = { fr, en };
