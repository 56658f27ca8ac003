import type { Ballot, ChoiceDesign, Entry, Poll, PollOf } from "./protocol.ts";

/** What stands on a ballot paper that is not sent yet: an answer that may still be incomplete. */
export interface Paper {
  readonly abstain: boolean;
  /** By number: ticked options, ranked options in their order, the step, the answer of consent. */
  readonly picked: readonly number[];
  /** Points or grades, one per option; -1 where none is given. */
  readonly given: readonly number[];
  /** A number, as it is being typed. */
  readonly typed: string;
  /** The free option, the proposal, the texts. */
  readonly texts: readonly Entry[];
}

export const blank: Paper = { abstain: false, picked: [], given: [], typed: "", texts: [] };
export const abstaining: Paper = { ...blank, abstain: true };

/** How a kind of poll fills in its paper and reads it. */
export interface PaperRules<P extends Poll> {
  /** The paper as a ballot that was sent filled it in. */
  fill(poll: P, ballot: Exclude<Ballot, { abstain: true }>): Paper;
  /** The ballot on the paper; null while something is missing or too much. */
  read(poll: P, paper: Paper): Ballot | null;
  /** What still fits after the question was changed. */
  fit(poll: P, paper: Paper): Paper;
}

/** Longest text on a ballot in code points, and longest proposal (Protocol.md section 5). */
export const entryLimit = 140;
export const proposalLimit = 500;

export function filled<P extends Poll>(
  rules: PaperRules<P>,
  poll: P,
  ballot: Ballot | null,
): Paper {
  if (ballot === null) return blank;
  return "abstain" in ballot ? abstaining : rules.fill(poll, ballot);
}

export function readPaper<P extends Poll>(
  rules: PaperRules<P>,
  poll: P,
  paper: Paper,
): Ballot | null {
  if (paper.abstain) return poll.abstention ? { abstain: true } : null;
  return rules.read(poll, paper);
}

/** True when two papers say the same. */
export function isSame(a: Paper, b: Paper): boolean {
  return JSON.stringify(withoutEmpty(a)) === JSON.stringify(withoutEmpty(b));
}

function withoutEmpty({ abstain, picked, given, typed, texts }: Paper): unknown {
  const written = texts.filter(({ text }) => text.trim() !== "");
  const isGiven = given.some((value) => value > 0) || given.includes(0);
  return abstain ? true : [picked, isGiven ? given : [], typed.trim(), written];
}

/** True when somebody's own words or numbers are on the paper. */
export function holdsWriting(paper: Paper): boolean {
  return paper.typed.trim() !== "" || paper.texts.some(({ text }) => text.trim() !== "");
}

/** A text as it is sent, null when it is empty or too long. */
export function sendable(entry: Entry | undefined, limit: number): Entry | null {
  const text = entry?.text.trim() ?? "";
  return entry === undefined || text === "" || [...text].length > limit ? null : { ...entry, text };
}

/** The number of the free option; -1 where there is none. */
export function otherLine(poll: ChoiceDesign): number {
  return poll.other === true ? poll.options.length : -1;
}

/** Ticks or unticks an option; null when the paper already has as many as allowed. */
export function toggle(poll: ChoiceDesign, paper: Paper, option: number): Paper | null {
  const { texts } = paper;
  if (poll.max === 1) return { ...blank, picked: [option], texts };
  const without = paper.picked.filter((choice) => choice !== option);
  if (without.length < paper.picked.length) return { ...blank, picked: without, texts };
  if (paper.picked.length >= poll.max) return null;
  return { ...blank, picked: [...paper.picked, option].sort((a, b) => a - b), texts };
}

export const choiceRules: PaperRules<PollOf<ChoiceDesign>> = {
  fill: (_poll, ballot) =>
    "choices" in ballot
      ? {
        ...blank,
        picked: ballot.choices,
        texts: ballot.other === undefined ? [] : [ballot.other],
      }
      : blank,
  read: (poll, { picked, texts }) => {
    if (picked.length < Math.max(1, poll.min) || picked.length > poll.max) return null;
    if (!picked.includes(otherLine(poll))) return { choices: picked };
    const other = sendable(texts[0], entryLimit);
    return other === null ? null : { choices: picked, other };
  },
  fit: (poll, paper) => {
    const lines = poll.options.length + (poll.other === true ? 1 : 0);
    const picked = paper.picked.filter((choice) => choice < lines);
    return { ...paper, picked: picked.slice(0, poll.max), given: [], typed: "" };
  },
};
