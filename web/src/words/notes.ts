import { plural, type Words } from "../core/i18n.ts";
import type { Language } from "../core/protocol.ts";

/** Words of a participant's walls. */
const en = {
  refusedOther: (why: string) => `Not recorded: ${why}`,
  section: "Section",
  noteLabel: "Your idea",
  notePlaceholder: "One idea per note",
  post: "Post the note",
  saveNote: "Save the change",
  cancel: "Cancel",
  edit: "Edit",
  withdrawNote: "Withdraw",
  notesLeft: (n: number) => plural("en", n, { one: "# note left", other: "# notes left" }),
  noNotesLeft: "You have posted all your notes. You can still edit or withdraw them.",
  yourNotes: "Your notes",
  noOwnNotes: "Your notes will be listed here.",
  notePending: "Sending…",
  noteWaiting: "Waiting for the network",
  noteSaved: "Recorded",
  hiddenByFacilitator: (why: string) =>
    why === "" ? "Hidden by the facilitator" : `Hidden by the facilitator: ${why}`,
  refusedNote: (why: string) => `Your note was not recorded and is back in the box: ${why}`,
  silentPhase: (n: number) =>
    plural("en", n, {
      one: "Silent writing: # note so far, unseen by others.",
      other: "Silent writing: # notes so far, unseen by others.",
    }),
  allNotes: "All notes",
  wallClosed: "The wall is closed.",
};

export type NoteWords = Words<typeof en>;

const fr: NoteWords = {
  refusedOther: (why) => `Non enregistré : ${why}`,
  section: "Colonne",
  noteLabel: "Votre idée",
  notePlaceholder: "Une idée par note",
  post: "Poster la note",
  saveNote: "Enregistrer la modification",
  cancel: "Annuler",
  edit: "Modifier",
  withdrawNote: "Retirer",
  notesLeft: (n) => plural("fr", n, { one: "# note restante", other: "# notes restantes" }),
  noNotesLeft: "Vous avez posté toutes vos notes. Vous pouvez encore les modifier ou les retirer.",
  yourNotes: "Vos notes",
  noOwnNotes: "Vos notes s’afficheront ici.",
  notePending: "Envoi…",
  noteWaiting: "En attente du réseau",
  noteSaved: "Enregistrée",
  hiddenByFacilitator: (why) =>
    why === "" ? "Masquée par l’animation" : `Masquée par l’animation : ${why}`,
  refusedNote: (why) =>
    `Votre note n’a pas été enregistrée, elle est revenue dans le champ : ${why}`,
  silentPhase: (n) =>
    plural("fr", n, {
      one: "Écriture en silence : # note pour l’instant, invisible des autres.",
      other: "Écriture en silence : # notes pour l’instant, invisibles des autres.",
    }),
  allNotes: "Toutes les notes",
  wallClosed: "Le mur est clos.",
};

export const noteWords: Readonly<Record<Language, NoteWords>> = { fr, en };
