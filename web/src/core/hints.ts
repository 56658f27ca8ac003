import { countIn, limitIn, some } from "./counts.ts";
import type { Kind } from "./guess.ts";
import { plainOf } from "./lines.ts";
import { ranges, wordNumber } from "./numbers.ts";
import { anyOf, says } from "./phrases.ts";

/** What a question says of its own answers, where it says something. */
export interface Hints {
  readonly min?: number;
  readonly max?: number;
  readonly steps?: number;
  readonly points?: number;
  readonly most?: number;
  readonly all?: boolean;
  readonly unit?: string;
  readonly decimals?: number;
  readonly from?: number;
  readonly to?: number;
  readonly texts?: number;
}

/** What the question says of numbers, for the kind it is taken for. */
export function hintsFor(kind: Kind, question: string): Hints {
  const asked = plainOf(question);
  switch (kind) {
    case "multiple":
    case "ranking":
      return countIn(asked) ?? {};
    case "scale": {
      const steps = stepsIn(asked);
      return steps === undefined ? {} : { steps };
    }
    case "points":
      return pointsIn(asked);
    case "estimate":
      return estimateIn(asked);
    case "text":
      return textsIn(asked);
    case "single":
    case "judgement":
    case "consent":
      return {};
  }
}

/** How many steps a scale has that the question describes: "de 1 à 5", "sur 10". */
export function stepsIn(asked: string): number | undefined {
  for (const { from, to } of ranges(asked)) {
    if (from === 1 && Number.isInteger(to) && to >= 3 && to <= 11) return to;
  }
  const outOf = /(?:\bsur |\bout of |\/ ?)(5|7|10)\b/.exec(asked);
  return outOf !== null && says.note.test(asked) ? Number(outOf[1]) : undefined;
}

const pointed = anyOf(`${some} (?:points?|pts|gommettes?|dots?|jetons?|tokens?)`);
const shared = /\bshare (?:out )?(\d+)\b|\b(\d+) ?(?:pts|points|%|€)/;

function pointsIn(asked: string): Hints {
  const dots = says.dots.test(asked);
  const found = pointed.exec(asked) ?? shared.exec(asked);
  const points = found === null ? (dots ? 3 : 100) : wordNumber(found[1] ?? found[2]);
  const most = limitIn(asked);
  return { points, all: !dots, ...(most >= 1 && most < points ? { most } : {}) };
}

function estimateIn(asked: string): Hints {
  const unit = unitIn(asked);
  const range = ranges(asked).find(({ isTold, from, to }) => isTold && to > from);
  const bounds = range !== undefined
    ? { from: range.from, to: range.to, decimals: range.decimals }
    : unit === "%"
    ? { from: 0, to: 100 }
    : {};
  return { ...bounds, ...(unit === undefined ? {} : { unit }) };
}

/** Units as people write them, with what names them; kept as written when they are words. */
const units: readonly (readonly [string, RegExp])[] = [
  ["%", /%|\bpour ?cent(age)?s?\b|\bper ?cent(age)?s?\b/],
  ["k€", /\bk ?€|\bkilo-?euros?\b|\bmilliers d'euros\b/],
  ["M€", /\bm ?€|\bmillions d'euros\b/],
  ["€", /€|\beuros?\b/],
  ["$", /\$|\bdollars?\b/],
  ["£", /£|\bpounds?\b/],
];
const unitWords = anyOf(
  "(?:combien|nombre|how many|number|en|in) (?:d'|de |of )?" +
    "(minutes|heures|jours|semaines|mois|ans|annees|hours|days|weeks|months|years|km|" +
    "personnes|people|logements)",
);

function unitIn(asked: string): string | undefined {
  const sign = units.find(([, named]) => named.test(asked))?.[0];
  const word = unitWords.exec(asked)?.[1];
  return sign ?? (word === "annees" ? "années" : word);
}

const texted = anyOf(`${some} (?:mots|words|idees|ideas|propositions|proposals)`);

function textsIn(asked: string): Hints {
  const texts = wordNumber(texted.exec(asked)?.[1]);
  if (texts >= 1 && texts <= 5) return { texts };
  return says.severalWords.test(asked) ? { texts: 3 } : {};
}
