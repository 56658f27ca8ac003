import { countIn } from "./counts.ts";
import { stepsIn } from "./hints.ts";
import { plainOf } from "./lines.ts";
import { ranges } from "./numbers.ts";
import { says } from "./phrases.ts";

/** The kinds of polls a facilitator chooses from: what polls ask, single and multiple apart. */
export const kinds = [
  "single",
  "multiple",
  "scale",
  "ranking",
  "points",
  "judgement",
  "estimate",
  "text",
  "consent",
] as const;

export type Kind = (typeof kinds)[number];

/** The kind of poll that these words ask for, in French or English; always changeable. */
export function guessKind(question: string, options: readonly string[]): Kind {
  if (question === "") return "single";
  const asked = plainOf(question);
  const scaled = says.degree.test(asked) || stepsIn(asked) !== undefined;
  if (options.length === 0) {
    // Steps are numbered from 1: who asks from 0 wants the number itself.
    if (ranges(asked).some(({ from, to, isTold }) => isTold && from === 0 && to > 0)) {
      return "estimate";
    }
    if (scaled) return "scale";
    if (says.estimate.test(asked)) return "estimate";
    return says.consent.test(asked) ? "consent" : "text";
  }
  if (says.ranking.test(asked)) return "ranking";
  if (says.points.test(asked)) return "points";
  if (says.judgement.test(asked)) return "judgement";
  if (countIn(asked) !== undefined || says.several.test(asked)) return "multiple";
  if (stepsIn(asked) !== undefined && options.length > 2) return "judgement";
  // Two lines under a scale are its ends.
  return scaled && options.length === 2 && !isYesNo(options) ? "scale" : "single";
}

const otherLine = new RegExp(
  "^(?:une? |an )?(?:autres?|others?)(?: reponses?| choix| idees?| answers?)?" +
    "(?: ?\\(.*\\))?[ .…:?_]*$",
);

/** "Other…": the line on which people write an answer of their own. */
export function isOther(line: string): boolean {
  return otherLine.test(plainOf(line));
}

function isYesNo(options: readonly string[]): boolean {
  return options.some((option) => /^(oui|non|yes|no)\b/.test(plainOf(option)));
}
