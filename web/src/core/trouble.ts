import { codePoints } from "./drafts.ts";
import type { Kind } from "./guess.ts";
import { linesOf } from "./lines.ts";
import type { Settings } from "./sketch.ts";

/** Why a sketch is no poll yet, named as in words/facilitator.ts, with the number it is about. */
export interface Trouble {
  readonly what:
    | "needQuestion"
    | "longQuestion"
    | "needOptions"
    | "manyOptions"
    | "longOption"
    | "needBounds"
    | "needSteps"
    | "needEnds"
    | "needPoints"
    | "needMost"
    | "shortPoints"
    | "longUnit"
    | "needDecimals"
    | "needRange"
    | "needTexts"
    | "needGrades"
    | "needSeconds"
    | "needQuorum"
    | "needThreshold";
  readonly number: number;
}

/** Limits of Docs/Protocol.md, section 8. */
export const limits = {
  question: 300,
  label: 120,
  unit: 20,
  points: 1_000,
  estimate: 1_000_000_000_000,
  steps: [3, 11],
  grades: [2, 9],
  decimals: [0, 4],
  texts: [1, 5],
  seconds: [5, 86_400],
  quorum: [1, 100],
  threshold: [5, 50],
} as const;

interface Sketched {
  readonly kind: Kind;
  readonly question: string;
  readonly options: readonly string[];
  readonly settings: Settings;
}

/** The first thing that keeps a sketch from being a poll; null when nothing does. */
export function troubleWith(sketch: Sketched): Trouble | null {
  return withWords(sketch) ?? withNumbers(sketch) ?? withConduct(sketch.settings);
}

function trouble(what: Trouble["what"], number = 0): Trouble {
  return { what, number };
}

/** How many answers each kind takes; scales, whose lines are optional, and the rest take any. */
function optionRange(kind: Kind, hasOther: boolean): readonly [number, number] {
  switch (kind) {
    case "single":
    case "multiple":
      return [hasOther ? 1 : 2, 60];
    case "points":
      return [2, 60];
    case "ranking":
      return [2, 24];
    case "judgement":
      return [1, 24];
    case "scale":
    case "estimate":
    case "text":
    case "consent":
      return [0, Infinity];
  }
}

function withWords({ kind, question, options, settings }: Sketched): Trouble | null {
  if (question === "") return trouble("needQuestion");
  if (codePoints(question) > limits.question) return trouble("longQuestion", limits.question);
  const [least, most] = optionRange(kind, settings.other);
  if (options.length < least) return trouble("needOptions", least);
  if (options.length > most) return trouble("manyOptions", most);
  if (most === Infinity) return null;
  const long = options.findIndex((option) => codePoints(option) > limits.label);
  return long < 0 ? null : trouble("longOption", long + 1);
}

function withNumbers({ kind, options, settings: s }: Sketched): Trouble | null {
  switch (kind) {
    case "single":
    case "consent":
      return null;
    case "multiple":
    case "ranking": {
      const lines = options.length + (s.other ? 1 : 0);
      const fits = isWithin(s.min, [1, lines]) && isWithin(s.max, [s.min, lines]);
      return fits ? null : trouble("needBounds", lines);
    }
    case "scale":
      if (!isWithin(s.steps, limits.steps)) return trouble("needSteps");
      return isLabel(s.low) && isLabel(s.high) ? null : trouble("needEnds");
    case "points":
      if (!isWithin(s.points, [1, limits.points])) return trouble("needPoints", limits.points);
      if (!isWithin(s.most, [1, s.points])) return trouble("needMost", s.points);
      return s.all && s.most * options.length < s.points
        ? trouble("shortPoints", s.most * options.length)
        : null;
    case "estimate":
      return withEstimate(s);
    case "text":
      return isWithin(s.texts, limits.texts) ? null : trouble("needTexts");
    case "judgement": {
      const grades = linesOf(s.grades);
      const fits = isWithin(grades.length, limits.grades) && grades.every(isLabel);
      return fits ? null : trouble("needGrades");
    }
  }
}

function withEstimate(s: Settings): Trouble | null {
  if (codePoints(s.unit.trim()) > limits.unit) return trouble("longUnit", limits.unit);
  if (!isWithin(s.decimals, limits.decimals)) return trouble("needDecimals");
  const [from, to] = [s.from, s.to].map((bound) => Math.round(bound * 10 ** s.decimals));
  const fits = from !== undefined && to !== undefined && from < to &&
    Math.max(Math.abs(from), Math.abs(to)) <= limits.estimate;
  return fits ? null : trouble("needRange");
}

function withConduct(s: Settings): Trouble | null {
  if (s.seconds !== null && !isWithin(s.seconds, limits.seconds)) return trouble("needSeconds");
  if (s.quorum !== null && !isWithin(s.quorum, limits.quorum)) return trouble("needQuorum");
  const counts = s.breakdown === null || isWithin(s.threshold, limits.threshold);
  return counts ? null : trouble("needThreshold");
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function isLabel(text: string): boolean {
  return text.trim() !== "" && codePoints(text.trim()) <= limits.label;
}
