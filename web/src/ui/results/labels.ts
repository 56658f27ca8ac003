import { consents } from "../../core/ballot.ts";
import { decimal } from "../../core/i18n.ts";
import type { EstimateDesign, Language, Poll } from "../../core/protocol.ts";
import { type ResultWords, resultWords } from "../../words/results.ts";
import { roomWords } from "../../words/room.ts";
import { choiceLabels } from "../rows.ts";

/** The names of the lines ballots of a poll are counted on; what is rated where there are none. */
export function lineLabels(poll: Poll, lang: Language): readonly string[] {
  switch (poll.ask) {
    case "scale":
      return Array.from({ length: poll.steps }, (_, step) => {
        const end = step === 0 ? poll.low : step === poll.steps - 1 ? poll.high : "";
        return end === "" ? String(step + 1) : `${step + 1} – ${end}`;
      });
    case "consent":
      return consents.map((answer) => resultWords[lang][answer]);
    case "ranking":
    case "points":
    case "judgement":
      return poll.options;
    case "estimate":
    case "text":
      return [];
    default:
      return choiceLabels(poll, roomWords[lang]);
  }
}

/** A number of an estimate, with its decimals and unit; halves of the last decimal are shown. */
export function amount(lang: Language, poll: EstimateDesign, units: number): string {
  const isWhole = Number.isInteger(units);
  const value = decimal(
    lang,
    units / 10 ** poll.decimals,
    poll.decimals + (isWhole ? 0 : 1),
    poll.decimals,
  );
  return poll.unit === "" ? value : `${value}\u00a0${poll.unit}`;
}

/** The same without its unit, where the next number carries it. */
export function bare(lang: Language, poll: EstimateDesign, units: number): string {
  return amount(lang, { ...poll, unit: "" }, units);
}

/** The indexes of ranked lines, the best first; those of equal rank in their own order. */
export function byRank(ranks: readonly number[]): readonly number[] {
  return ranks.map((_, index) => index).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}

/** True when another line has the same rank. */
export function isTied(ranks: readonly number[], index: number): boolean {
  return ranks.filter((rank) => rank === ranks[index]).length > 1;
}

/** What can be answered, to be read before there are results: the ends of a scale, the bounds. */
export function offered(poll: Poll, lang: Language): readonly string[] {
  const lines = lineLabels(poll, lang);
  if (poll.ask === "scale") return lines.filter((_, step) => step === 0 || step === poll.steps - 1);
  if (poll.ask !== "estimate") return lines;
  return [
    resultWords[lang].interval(bare(lang, poll, poll.from), amount(lang, poll, poll.to)),
  ];
}

/** A rank, and that it is shared. */
export function rankText(ranks: readonly number[], index: number, words: ResultWords): string {
  const rank = String(ranks[index] ?? "");
  return isTied(ranks, index) ? `${rank} (${words.tied})` : rank;
}
