import type { Words } from "../core/i18n.ts";
import type { Language } from "../core/protocol.ts";

const en = {
  guest: "Guest: you read, you do not vote",
  between: "Between two steps",
  otherSteps: "Other steps",
};

const fr: Words<typeof en> = {
  guest: "Invité : vous lisez, vous ne votez pas",
  between: "Entre deux étapes",
  otherSteps: "Les autres étapes",
};

export const guestWords: Readonly<Record<Language, Words<typeof en>>> = { fr, en };
