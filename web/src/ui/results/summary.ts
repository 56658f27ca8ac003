import { decimal, list, number } from "../../core/i18n.ts";
import type { Language, Poll, Tally } from "../../core/protocol.ts";
import { type ResultWords, resultWords } from "../../words/results.ts";
import { roomWords } from "../../words/room.ts";
import { leaders, leading, tallyRows } from "../rows.ts";
import { amount, bare, byRank, lineLabels } from "./labels.ts";

/** A few short sentences that say the result of any kind of poll; none while nobody answered. */
export function headlines(poll: Poll, tally: Tally, lang: Language): readonly string[] {
  const words = resultWords[lang];
  const shared = roomWords[lang];
  const answers = tally.ballots - tally.abstentions;
  if (answers === 0) {
    return [tally.ballots === 0 ? shared.noBallots : words.abstained(tally.abstentions)];
  }
  switch (poll.ask) {
    case "scale":
      return [meanOf(tally, answers, words, lang), medianOf(tally, words, lang)];
    case "ranking":
      return ranked(poll, tally, words, lang);
    case "points":
      return mostPoints(poll, tally, words, lang);
    case "estimate": {
      const [lower, median, upper] = tally.quartiles ?? [0, 0, 0];
      const of = (units: number) => amount(lang, poll, units);
      return [words.median(of(median)), words.quartiles(bare(lang, poll, lower), of(upper))];
    }
    case "text": {
      const first = (tally.words ?? []).slice(0, 5).map(([word]) => word);
      return [first.length === 0 ? words.noWords : words.mostWords(list(lang, first))];
    }
    case "judgement":
      return byRank(tally.ranks ?? []).map((option) =>
        words.gradeOf(
          poll.options[option] ?? "",
          poll.grades[tally.grades?.[option] ?? -1] ?? words.noGrade,
        )
      );
    case "consent": {
      const [agree = 0, reservations = 0, object = 0] = tally.counts ?? [];
      return [words.consents(agree, reservations, object)];
    }
    default: {
      const rows = tallyRows(poll, tally, lineLabels(poll, lang), shared.abstentions, null);
      return [leading(rows, tally.ballots, shared, lang)];
    }
  }
}

/** The result in one sentence, for those who do not see it. */
export function kindSummary(poll: Poll, tally: Tally, lang: Language): string {
  const sentences = headlines(poll, tally, lang).slice(0, 3);
  return sentences.map((one) => one.endsWith(".") ? one : `${one}.`).join(" ");
}

/** The mean of the steps, numbered from 1. */
export function meanOf(tally: Tally, answers: number, words: ResultWords, lang: Language): string {
  return words.mean(decimal(lang, (tally.sum ?? 0) / answers, 2));
}

export function medianOf(tally: Tally, words: ResultWords, lang: Language): string {
  return words.median(number(lang, tally.quartiles?.[1] ?? 0));
}

function ranked(
  poll: Extract<Poll, { ask: "ranking" }>,
  tally: Tally,
  words: ResultWords,
  lang: Language,
): readonly string[] {
  const first = poll.options.filter((_, index) => tally.ranks?.[index] === 1);
  return [words.rankedFirst(list(lang, first)), winnerOf(poll, tally, words)];
}

/** Who beats all others one by one, in a sentence. */
export function winnerOf(
  poll: { readonly options: readonly string[] },
  tally: Tally,
  words: ResultWords,
): string {
  const winner = poll.options[tally.winner ?? -1];
  return winner === undefined ? words.noWinner : words.winner(winner);
}

function mostPoints(
  poll: Extract<Poll, { ask: "points" }>,
  tally: Tally,
  words: ResultWords,
  lang: Language,
): readonly string[] {
  const rows = leaders(tallyRows(poll, tally, poll.options, "", null));
  const [only] = rows;
  if (only === undefined) return [];
  return rows.length === 1
    ? [words.most(only.label, number(lang, only.count))]
    : [roomWords[lang].tied(list(lang, rows.map((row) => row.label)), only.count)];
}
