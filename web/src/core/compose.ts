import { guessKind, isOther, type Kind } from "./guess.ts";
import { hintsFor } from "./hints.ts";
import { bareLine, linesOf } from "./lines.ts";
import type { PollDesign } from "./protocol.ts";
import type { Settings, Sketch } from "./sketch.ts";
import { type Trouble, troubleWith } from "./trouble.ts";

/** What stands on a ballot unless something else is written, in the room's language. */
export interface RoomTexts {
  readonly low: string;
  readonly high: string;
  /** From best to worst. */
  readonly grades: readonly string[];
}

/** A sketch as it is understood. */
export interface Composed {
  readonly kind: Kind;
  readonly question: string;
  readonly options: readonly string[];
  /** What was set by hand, else what the words say, else what is usual. */
  readonly settings: Settings;
  /** True when lines stand under a question that takes none. */
  readonly hasSpareLines: boolean;
  /** What keeps it from being a poll; null when it is one. */
  readonly trouble: Trouble | null;
  readonly design: PollDesign | null;
}

const takesLines: readonly Kind[] = [
  "single",
  "multiple",
  "scale",
  "ranking",
  "points",
  "judgement",
];
const takesOther: readonly Kind[] = ["single", "multiple"];
/** Kinds whose ballots are counted by line. */
const hasLines: readonly Kind[] = ["single", "multiple", "scale", "consent"];

export function canHaveOther(kind: Kind): boolean {
  return takesOther.includes(kind);
}

export function canBeBrokenDown(kind: Kind): boolean {
  return hasLines.includes(kind);
}

/** Reads a sketch: first line the question, each further line an answer, the kind as guessed. */
export function compose(sketch: Sketch, texts: RoomTexts): Composed {
  const [question = "", ...rest] = sketch.text.split(/\r?\n/)
    .map((line) => line.trim()).filter((line) => line !== "");
  const lines = linesOf(rest.map(bareLine).join("\n"));
  const answers = lines.filter((line) => !isOther(line));
  const kind = sketch.kind ?? guessKind(question, lines);
  const other = canHaveOther(kind) &&
    (sketch.set.other ?? answers.length < lines.length);
  const options = other ? answers : lines;
  const settings: Settings = {
    ...usual(kind, options, other, texts),
    ...sketch.set,
    other,
    ...endsOf(kind, options),
  };
  const settled = { ...settings, ...fitting(kind, question, options, settings, sketch.set) };
  const composed = { kind, question, options, settings: settled };
  const trouble = troubleWith(composed);
  return {
    ...composed,
    hasSpareLines: lines.length > 0 && !takesLines.includes(kind),
    trouble,
    design: trouble === null ? designOf(composed, sketch.follows) : null,
  };
}

function usual(
  kind: Kind,
  options: readonly string[],
  other: boolean,
  texts: RoomTexts,
): Settings {
  return {
    min: 1,
    max: Math.max(2, options.length + (other ? 1 : 0)),
    other,
    steps: kind === "scale" && options.length > 2 ? options.length : 5,
    low: texts.low,
    high: texts.high,
    points: 100,
    most: 100,
    all: true,
    unit: "",
    decimals: 0,
    from: 0,
    to: 1_000_000,
    texts: 1,
    grades: texts.grades.join("\n"),
    abstention: true,
    results: "live",
    identity: "anonymous",
    seconds: null,
    quorum: null,
    breakdown: null,
    threshold: 5,
  };
}

/** Lines under a scale are its ends. */
function endsOf(kind: Kind, options: readonly string[]): Partial<Settings> {
  const [low] = options;
  const high = options.at(-1);
  if (kind !== "scale" || options.length < 2 || low === undefined || high === undefined) return {};
  return { low, high };
}

/** What the question says itself, cut to what the answers allow, where nothing was set by hand. */
function fitting(
  kind: Kind,
  question: string,
  options: readonly string[],
  settings: Settings,
  set: Partial<Settings>,
): Partial<Settings> {
  const hints = { ...hintsFor(kind, question) };
  const lines = options.length + (settings.other ? 1 : 0);
  const max = set.max ?? (hints.max === undefined ? settings.max : Math.min(hints.max, lines));
  const min = set.min ?? Math.min(hints.min ?? 1, max);
  const points = set.points ?? hints.points ?? settings.points;
  const most = set.most ?? Math.min(hints.most ?? points, points);
  return {
    ...hints,
    ...set,
    other: settings.other,
    max,
    min,
    points,
    most,
    ...endsOf(kind, options),
  };
}

/** A composed sketch without trouble, as the protocol has it. */
function designOf(
  { kind, question, options, settings: s }: Pick<
    Composed,
    "kind" | "question" | "options" | "settings"
  >,
  follows: string | undefined,
): PollDesign {
  const common = {
    kind: "poll",
    question,
    abstention: s.abstention,
    results: s.results,
    identity: s.identity,
    ...(follows === undefined ? {} : { follows }),
    ...(s.seconds === null ? {} : { seconds: s.seconds }),
    ...(s.quorum === null ? {} : { quorum: s.quorum }),
    ...(s.breakdown === null || !canBeBrokenDown(kind)
      ? {}
      : { breakdown: s.breakdown, threshold: s.threshold }),
  } as const;
  switch (kind) {
    case "single":
    case "multiple": {
      const bounds = kind === "single" ? { min: 1, max: 1 } : { min: s.min, max: s.max };
      return { ...common, options, ...bounds, ...(s.other ? { other: true } : {}) };
    }
    case "scale":
      return { ...common, ask: kind, steps: s.steps, low: s.low.trim(), high: s.high.trim() };
    case "ranking":
      return { ...common, ask: kind, options, min: s.min, max: s.max };
    case "points":
      return { ...common, ask: kind, options, points: s.points, most: s.most, all: s.all };
    case "estimate": {
      const [from, to] = [smallest(s.from, s.decimals), smallest(s.to, s.decimals)];
      return { ...common, ask: kind, unit: s.unit.trim(), decimals: s.decimals, from, to };
    }
    case "text":
      return { ...common, ask: kind, most: s.texts };
    case "judgement":
      return { ...common, ask: kind, options, grades: linesOf(s.grades) };
    case "consent":
      return { ...common, ask: kind };
  }
}

/** A number in units of its last decimal, as the protocol carries it. */
export function smallest(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals);
}
