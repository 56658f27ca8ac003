/** Numbers as questions write them, in figures or words, French or English, without accents. */
const words: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  neuf: 9,
  nine: 9,
  dix: 10,
  ten: 10,
};

/** The number that a word or figures say; 0 for none. */
export function wordNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  return words[text] ?? (/^\d+$/.test(text) ? Number(text) : 0);
}

/** From one number to another, and how many decimals they were written with. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  readonly decimals: number;
  /** True after "de", "entre", "from" or "between": a year range is not. */
  readonly isTold: boolean;
}

const figure = "(-?\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?|-?\\d+(?:[.,]\\d+)?)";
const range = new RegExp(
  `(\\b(?:de|entre|from|between) )?(?<![\\d.,/])${figure} ?(?:%|€|k€|\\$)? ?` +
    `(?:a|et|and|to|-|–) ?${figure}(?![\\d/])`,
  "g",
);

/** The ranges written in a text: "de 1 à 5", "entre 0 et 1 000", "from 0 to 2.5". */
export function ranges(asked: string): NumberRange[] {
  return [...asked.matchAll(range)].map(([, told, from = "", to = ""]) => ({
    from: valueOf(from),
    to: valueOf(to),
    decimals: Math.min(4, Math.max(decimalsOf(from), decimalsOf(to))),
    isTold: told !== undefined,
  }));
}

function valueOf(text: string): number {
  return Number(text.replaceAll(" ", "").replace(",", "."));
}

function decimalsOf(text: string): number {
  return /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
}
