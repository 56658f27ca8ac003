import type { Poll, Tally } from "./protocol.ts";
import type { EntityStore } from "./store.ts";

/** One round of a question: a poll whose result is visible. */
export interface Round {
  readonly id: string;
  readonly poll: Poll;
  readonly tally: Tally;
  /** Its number, from 1, also among rounds whose results are not visible. */
  readonly number: number;
}

/** Longest chain of rounds that is followed: as many as a room has activities. */
const mostRounds = 100;

/** A poll and those it follows, the first round first. */
export function chainOf(store: EntityStore, id: string): readonly string[] {
  const chain: string[] = [];
  let next: string | undefined = id;
  while (next !== undefined && chain.length < mostRounds && !chain.includes(next)) {
    const activity = store.entity(`activity/${next}`).value as Poll | undefined;
    if (activity?.kind !== "poll") break;
    chain.unshift(next);
    next = activity.follows;
  }
  return chain;
}

/** The rounds of a question whose results may be seen, the first round first. */
export function roundsOf(store: EntityStore, id: string): readonly Round[] {
  return chainOf(store, id).flatMap((round, index): Round[] => {
    const poll = store.entity(`activity/${round}`).value;
    const tally = store.entity(`tally/${round}`).value;
    return poll?.kind !== "poll" || tally === undefined
      ? []
      : [{ id: round, poll, tally, number: index + 1 }];
  });
}
