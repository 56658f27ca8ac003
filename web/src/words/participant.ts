import { plural, type Words } from "../core/i18n.ts";
import type { Language } from "../core/protocol.ts";

const en = {
  join: "Join",
  yourName: "Your name",
  optional: "optional",
  nameHint: "Leave it empty and you get a pseudonym.",
  organisation: "Organisation",
  college: "You are here as",
  choose: "Choose…",
  joinPrivacy:
    "Before each question you read who will see your answer. No tracking, nothing sent elsewhere.",
  joining: "Joining…",
  lobbyTitle: "You are in",
  lobbyText: "The facilitator will open the room soon. This page follows by itself.",
  waitTitle: "Nothing to do right now",
  waitText: "The next step appears here by itself.",
  you: "You are",
  otherOpen: "Also open",
  backToCurrent: "Back to the current step",
  whoSees: "Who sees what",
  pollAnonymous:
    "Your name is not stored with your answer. Once the vote closes nobody, not even the server, can link them.",
  pollNamed: "The facilitator will see your name with your answer once results are shown.",
  resultsLive: "Results are visible to all as answers come in.",
  resultsClose: "Nobody sees results before the vote closes.",
  resultsReveal: "Nobody sees results before the facilitator reveals them.",
  textsShown: "What you write is shown to all, without your name.",
  byGroup: (least: number, organisation: boolean) =>
    `Results are also shown by ${
      organisation ? "organisation" : "kind of participant"
    }; groups under ${least} are never shown.`,
  earlierSent: "Your answer of the round before comes from this device and is not kept.",
  wallAnonymous:
    "Your name is not stored with your notes. Once the wall closes nobody, not even the server, can link them.",
  wallNamed: "Everybody sees your name on your notes.",
  wallSilent: "While everyone writes, only you see your notes. They are shown all at once later.",
  wallShared: "Notes are visible to all as soon as they are posted.",
  chooseOne: "Choose one answer.",
  chooseUpTo: (max: number) => `Choose up to ${max} answers.`,
  chooseExactly: (n: number) =>
    plural("en", n, { one: "Choose # answer.", other: "Choose # answers." }),
  chooseBetween: (min: number, max: number) => `Choose ${min} to ${max} answers.`,
  chosen: (n: number, max: number) => `${n} of ${max} chosen`,
  full: (max: number) =>
    plural("en", max, {
      one: "That is the most: unselect it to choose another.",
      other: "That is the most (#): unselect one to choose another.",
    }),
  abstain: "I abstain",
  abstainHint: "Counted as an answer, for no option.",
  send: "Send my answer",
  change: "Send the change",
  withdrawShort: "Withdraw",
  withdraw: "Withdraw my answer",
  sending: "Sending…",
  saved: "Recorded. You can change it while the vote is open.",
  waitingNetwork: "Waiting for the network: your answer is kept here and will be sent by itself.",
  withdrawing: "Withdrawing…",
  notAnswered: "You have not answered yet.",
  refusedVote: (why: string) => `Your answer was not recorded: ${why}`,
  otherText: "Your own answer",
  otherHint: (max: number) => `In your words, up to ${max} characters.`,
  pollChanged:
    "The question was changed meanwhile. What still fits is kept: check your answer and send it.",
  notSent: "Written but not sent before the close",
  yourAnswer: "Your answer",
  yourAnswerHere: "Your answer, remembered by this device only",
  noAnswerGiven: "You did not answer this vote.",
  voteClosed: "The vote is closed.",
  charactersLeft: (n: number) =>
    plural("en", n, { one: "# character left", other: "# characters left" }),
  charactersOver: (n: number) =>
    plural("en", n, { one: "# character too many", other: "# characters too many" }),
  moveSeat: "Continue on another device",
  moveSeatText: "Open this personal link on your other device. It is your seat: do not share it.",
  copy: "Copy the link",
  copied: "Copied",
  endedLook: "Look back at the steps",
  storageOff: "This browser keeps nothing: closing this page will give up your seat.",
};

export type ParticipantWords = Words<typeof en>;

const fr: ParticipantWords = {
  join: "Rejoindre",
  yourName: "Votre nom",
  optional: "facultatif",
  nameHint: "Laissez vide pour recevoir un pseudonyme.",
  organisation: "Organisme",
  college: "Vous êtes ici au titre de",
  choose: "Choisir…",
  joinPrivacy:
    "Avant chaque question, vous lisez qui verra votre réponse. Aucun pistage, rien n’est envoyé ailleurs.",
  joining: "Connexion…",
  lobbyTitle: "Vous y êtes",
  lobbyText: "L’animation ouvrira bientôt la salle. Cette page suit toute seule.",
  waitTitle: "Rien à faire pour l’instant",
  waitText: "La prochaine étape s’affichera ici toute seule.",
  you: "Vous êtes",
  otherOpen: "Également ouvert",
  backToCurrent: "Revenir à l’étape en cours",
  whoSees: "Qui voit quoi",
  pollAnonymous:
    "Votre nom n’est pas enregistré avec votre réponse. Une fois le vote clos, personne, pas même le serveur, ne peut les relier.",
  pollNamed: "L’animation verra votre nom avec votre réponse quand les résultats s’afficheront.",
  resultsLive: "Les résultats sont visibles de tous au fil des réponses.",
  resultsClose: "Personne ne voit les résultats avant la clôture du vote.",
  resultsReveal: "Personne ne voit les résultats avant que l’animation les dévoile.",
  textsShown: "Ce que vous écrivez est montré à tous, sans votre nom.",
  byGroup: (least, organisation) =>
    `Les résultats sont aussi montrés par ${
      organisation ? "organisme" : "catégorie de participants"
    }, jamais pour moins de ${least} personnes.`,
  earlierSent: "Votre réponse du tour précédent vient de cet appareil et n’est pas gardée.",
  wallAnonymous:
    "Votre nom n’est pas enregistré avec vos notes. Une fois le mur clos, personne, pas même le serveur, ne peut les relier.",
  wallNamed: "Tout le monde voit votre nom sur vos notes.",
  wallSilent: "Pendant l’écriture, vous seul voyez vos notes. Elles s’afficheront toutes ensemble.",
  wallShared: "Les notes sont visibles de tous dès qu’elles sont postées.",
  chooseOne: "Choisissez une réponse.",
  chooseUpTo: (max) => `Choisissez jusqu’à ${max} réponses.`,
  chooseExactly: (n) =>
    plural("fr", n, { one: "Choisissez # réponse.", other: "Choisissez # réponses." }),
  chooseBetween: (min, max) => `Choisissez de ${min} à ${max} réponses.`,
  chosen: (n, max) => plural("fr", n, { one: `# choix sur ${max}`, other: `# choix sur ${max}` }),
  full: (max) =>
    plural("fr", max, {
      one: "C’est le maximum : retirez-la pour en choisir une autre.",
      other: "C’est le maximum (#) : retirez-en une pour en choisir une autre.",
    }),
  abstain: "Je m’abstiens",
  abstainHint: "Compte comme une réponse, pour aucune option.",
  send: "Envoyer ma réponse",
  change: "Envoyer la modification",
  withdrawShort: "Retirer",
  withdraw: "Retirer ma réponse",
  sending: "Envoi…",
  saved: "Réponse enregistrée, modifiable tant que le vote est ouvert.",
  waitingNetwork: "En attente du réseau : votre réponse est gardée ici et partira toute seule.",
  withdrawing: "Retrait…",
  notAnswered: "Vous n’avez pas encore répondu.",
  refusedVote: (why) => `Votre réponse n’a pas été enregistrée : ${why}`,
  otherText: "Votre propre réponse",
  otherHint: (max) => `Avec vos mots, ${max} caractères au plus.`,
  pollChanged:
    "La question a été modifiée entre-temps. Ce qui convient encore est gardé : vérifiez votre réponse puis envoyez-la.",
  notSent: "Écrit mais pas envoyé avant la clôture",
  yourAnswer: "Votre réponse",
  yourAnswerHere: "Votre réponse, gardée par cet appareil seulement",
  noAnswerGiven: "Vous n’avez pas répondu à ce vote.",
  voteClosed: "Le vote est clos.",
  charactersLeft: (n) =>
    plural("fr", n, { one: "# caractère restant", other: "# caractères restants" }),
  charactersOver: (n) =>
    plural("fr", n, { one: "# caractère de trop", other: "# caractères de trop" }),
  moveSeat: "Continuer sur un autre appareil",
  moveSeatText:
    "Ouvrez ce lien personnel sur votre autre appareil. C’est votre place : ne le partagez pas.",
  copy: "Copier le lien",
  copied: "Copié",
  endedLook: "Revoir les étapes",
  storageOff: "Ce navigateur ne garde rien : fermer cette page abandonne votre place.",
};

export const participantWords: Readonly<Record<Language, ParticipantWords>> = { fr, en };
