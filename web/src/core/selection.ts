import type { Ballot, Poll } from "./protocol.ts";

/** What is ticked on a ballot paper not sent yet. */
export interface Selection {
  readonly choices: readonly number[];
  readonly abstain: boolean;
}

export const nothing: Selection = { choices: [], abstain: false };

export function selectionOf(ballot: Ballot | null): Selection {
  if (ballot === null) return nothing;
  return "choices" in ballot
    ? { choices: ballot.choices, abstain: false }
    : { choices: [], abstain: true };
}

/** Ticks or unticks an option; null when the paper already has as many as allowed. */
export function toggle(poll: Poll, selection: Selection, option: number): Selection | null {
  if (poll.max === 1) return { choices: [option], abstain: false };
  const without = selection.choices.filter((choice) => choice !== option);
  if (without.length < selection.choices.length) return { choices: without, abstain: false };
  if (selection.choices.length >= poll.max) return null;
  return { choices: [...selection.choices, option].sort((a, b) => a - b), abstain: false };
}

/** True when the paper can be sent. */
export function isComplete(poll: Poll, selection: Selection): boolean {
  if (selection.abstain) return poll.abstention;
  const chosen = selection.choices.length;
  return chosen >= Math.max(1, poll.min) && chosen <= poll.max;
}

export function isSame(a: Selection, b: Selection): boolean {
  return a.abstain === b.abstain && a.choices.length === b.choices.length &&
    a.choices.every((choice) => b.choices.includes(choice));
}
