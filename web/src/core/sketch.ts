import type { Grouping, Identity, PollDesign, ResultsPolicy } from "./protocol.ts";
import { isOther, type Kind } from "./guess.ts";
import { listedLine } from "./lines.ts";

/** Everything that can be set beside the words, for whatever kind the poll becomes. */
export interface Settings {
  /** Answers or ranked options of a ballot. */
  readonly min: number;
  readonly max: number;
  readonly other: boolean;
  readonly steps: number;
  readonly low: string;
  readonly high: string;
  readonly points: number;
  readonly most: number;
  readonly all: boolean;
  readonly unit: string;
  readonly decimals: number;
  /** Bounds as people read them: 12.5, not 125. */
  readonly from: number;
  readonly to: number;
  readonly texts: number;
  /** One a line, from best to worst. */
  readonly grades: string;
  readonly abstention: boolean;
  readonly results: ResultsPolicy;
  readonly identity: Identity;
  readonly seconds: number | null;
  readonly quorum: number | null;
  readonly breakdown: Grouping | null;
  readonly threshold: number;
}

/** A poll being written: its words, and what was set by hand. */
export interface Sketch {
  /** The question, then an answer a line. */
  readonly text: string;
  /** The kind chosen by hand; null while it is guessed from the words. */
  readonly kind: Kind | null;
  readonly set: Partial<Settings>;
  readonly follows?: string;
}

export const blankSketch: Sketch = { text: "", kind: null, set: {} };

export function kindOf(design: PollDesign): Kind {
  if (design.ask !== undefined && design.ask !== "choice") return design.ask;
  return design.max === 1 ? "single" : "multiple";
}

/** A poll as it is written again: composing the sketch gives the same poll. */
export function sketchOf(design: PollDesign): Sketch {
  const { question, abstention, results, identity, seconds, quorum, breakdown, threshold } = design;
  const options = "options" in design ? design.options : [];
  return {
    text: [question, ...options.map(listedLine)].join("\n"),
    kind: kindOf(design),
    set: {
      abstention,
      results,
      identity,
      seconds: seconds ?? null,
      quorum: quorum ?? null,
      breakdown: breakdown ?? null,
      threshold: threshold ?? 5,
      ...ownSettings(design),
    },
    ...(design.follows === undefined ? {} : { follows: design.follows }),
  };
}

function ownSettings(design: PollDesign): Partial<Settings> {
  switch (design.ask) {
    case "scale": {
      const { steps, low, high } = design;
      return { steps, low, high };
    }
    case "ranking":
      return { min: design.min, max: design.max };
    case "points": {
      const { points, most, all } = design;
      return { points, most, all };
    }
    case "estimate": {
      const { unit, decimals } = design;
      const whole = 10 ** decimals;
      return { unit, decimals, from: design.from / whole, to: design.to / whole };
    }
    case "text":
      return { texts: design.most };
    case "judgement":
      return { grades: design.grades.join("\n") };
    case "consent":
      return {};
    default: {
      const bounds = design.max === 1 ? {} : { min: design.min, max: design.max };
      // An option that merely reads "Other" stays one.
      const isSaid = design.other === true || design.options.some(isOther);
      return { ...bounds, ...(isSaid ? { other: design.other === true } : {}) };
    }
  }
}
