import { linesOfBallot } from "../core/ballot.ts";
import { list } from "../core/i18n.ts";
import type { Ballot, ChoiceDesign, Language, Poll, Tally } from "../core/protocol.ts";
import { percentages, shareOf } from "../core/share.ts";
import type { RoomWords } from "../words/room.ts";
import type { Row } from "./Bars.tsx";

/** The lines of a choice: the options, then the free one. */
export function choiceLabels(poll: ChoiceDesign, words: RoomWords): readonly string[] {
  return poll.other === true ? [...poll.options, words.freeOption] : poll.options;
}

/** The lines of a tally that counts ballots by line: labels in their order, abstentions last. */
export function tallyRows(
  poll: Poll,
  tally: Tally,
  labels: readonly string[],
  abstention: string,
  mine: Ballot | null,
): readonly Row[] {
  const all = poll.abstention ? [...labels, abstention] : labels;
  const own = mine === null ? [] : linesOfBallot(poll, mine);
  const counts = all.map((_, index) =>
    index < labels.length ? tally.counts?.[index] ?? 0 : tally.abstentions
  );
  const several = "max" in poll && poll.max > 1;
  const shares = several
    ? counts.map((count) => shareOf(count, tally.ballots))
    : percentages(counts);
  return all.map((label, index): Row => ({
    label,
    count: counts[index] ?? 0,
    share: shares[index] ?? 0,
    isMine: own.includes(index),
    isAbstention: index >= labels.length,
    hands: tally.hands?.[index] ?? 0,
  }));
}

/** Lines with the most votes; none while nobody voted. */
export function leaders(rows: readonly Row[]): readonly Row[] {
  const options = rows.filter((row) => !row.isAbstention);
  const most = Math.max(0, ...options.map((row) => row.count));
  return most === 0 ? [] : options.filter((row) => row.count === most);
}

/** Who leads, or who is tied, in a sentence. */
export function leading(
  rows: readonly Row[],
  ballots: number,
  words: RoomWords,
  lang: Language,
): string {
  const first = leaders(rows);
  const [only] = first;
  if (only === undefined) return words.noBallots;
  return first.length === 1
    ? words.leads(only.label, only.count, ballots)
    : words.tied(list(lang, first.map((row) => row.label)), only.count);
}
