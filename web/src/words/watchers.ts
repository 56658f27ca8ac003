import type { Words } from "../core/i18n.ts";
import type { Language } from "../core/protocol.ts";

/** Words of those who watch and do not answer: the display and guests. */
const en = {
  hiddenUntilClose: "Results are shown when the vote closes.",
  hiddenUntilReveal: "Results are shown when the facilitator reveals them.",
  writingSilently: "Everyone is writing silently.",
  joinAt: "Join at",
  startingSoon: "We start soon.",
  showCode: "Join the room",
};

export type WatcherWords = Words<typeof en>;

const fr: WatcherWords = {
  hiddenUntilClose: "Les résultats s’afficheront à la clôture du vote.",
  hiddenUntilReveal: "Les résultats s’afficheront quand l’animation les dévoilera.",
  writingSilently: "Chacun écrit en silence.",
  joinAt: "Rejoindre sur",
  startingSoon: "Nous commençons bientôt.",
  showCode: "Rejoindre la salle",
};

export const watcherWords: Readonly<Record<Language, WatcherWords>> = { fr, en };
