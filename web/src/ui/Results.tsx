import { useState } from "preact/hooks";
import { list, number, percent } from "../core/i18n.ts";
import { percentages, shareOf } from "../core/share.ts";
import type { Poll, Tally } from "../core/protocol.ts";
import { useCalm } from "./use.ts";
import { useLanguage, useRoomWords } from "./words.ts";

interface Row {
  readonly label: string;
  readonly count: number;
  readonly share: number;
  readonly isMine: boolean;
  readonly isAbstention: boolean;
}

/** The lines of a tally: options in their order, abstentions last. */
export function tallyRows(poll: Poll, tally: Tally, abstention: string, mine: readonly number[]) {
  const labels = poll.abstention ? [...poll.options, abstention] : poll.options;
  const counts = labels.map((_, index) =>
    index < poll.options.length ? tally.counts[index] ?? 0 : tally.abstentions
  );
  const shares = poll.max === 1
    ? percentages(counts)
    : counts.map((count) => shareOf(count, tally.ballots));
  return labels.map((label, index): Row => ({
    label,
    count: counts[index] ?? 0,
    share: shares[index] ?? 0,
    isMine: mine.includes(index),
    isAbstention: index >= poll.options.length,
  }));
}

/** Options with the most votes, for the summary; none while nobody voted. */
function leaders(rows: readonly Row[]): readonly Row[] {
  const options = rows.filter((row) => !row.isAbstention);
  const most = Math.max(0, ...options.map((row) => row.count));
  return most === 0 ? [] : options.filter((row) => row.count === most);
}

interface ResultsProps {
  readonly poll: Poll;
  readonly tally: Tally;
  /** Indexes of the seat's own choices; the number of options for its abstention. */
  readonly mine?: readonly number[];
  /** The projector has no controls and reads nothing aloud. */
  readonly plain?: boolean;
}

export function Results({ poll, tally, mine, plain }: ResultsProps) {
  const words = useRoomWords();
  const lang = useLanguage();
  const [isTable, setIsTable] = useState(false);
  const rows = tallyRows(poll, tally, words.abstentions, mine ?? []);
  return (
    <div class="results">
      {isTable ? <ResultTable rows={rows} /> : <Bars rows={rows} />}
      {(plain !== true || poll.max > 1) && (
        <div class="results-foot">
          <p class="muted">
            {tally.ballots === 0 ? words.noBallots : words.ballots(tally.ballots)}
            {poll.max > 1 && tally.ballots > 0 && ` · ${words.severalPossible}`}
          </p>
          {plain !== true && (
            <button
              type="button"
              class="quiet small"
              onClick={() => setIsTable(!isTable)}
            >
              {isTable ? words.asBars : words.asTable}
            </button>
          )}
        </div>
      )}
      {plain !== true && <Summary rows={rows} ballots={tally.ballots} lang={lang} />}
    </div>
  );
}

function Summary(
  { rows, ballots, lang }: { rows: readonly Row[]; ballots: number; lang: "fr" | "en" },
) {
  const words = useRoomWords();
  const first = leaders(rows);
  const [only] = first;
  const sentence = only === undefined
    ? words.noBallots
    : first.length === 1
    ? words.leads(only.label, only.count, ballots)
    : words.tied(list(lang, first.map((row) => row.label)), only.count);
  return <p class="sr-only" role="status">{useCalm(sentence, 2_000)}</p>;
}

function Bars({ rows }: { rows: readonly Row[] }) {
  const lang = useLanguage();
  const words = useRoomWords();
  return (
    <ul class="bars">
      {rows.map((row, index) => (
        <li
          key={index}
          class={`bar-row${row.isMine ? " is-mine" : ""}${
            row.isAbstention ? " is-abstention" : ""
          }`}
        >
          <span class="bar-label" dir="auto">
            {row.label}
            {row.isMine && <em class="bar-mine">{words.yours}</em>}
          </span>
          <span class="bar-figures">
            <span class="bar-share">{percent(lang, row.share)}</span>
            <span class="bar-count">{number(lang, row.count)}</span>
          </span>
          <span class="bar-track" aria-hidden="true">
            <span
              class="bar"
              style={{ transform: `scaleX(${row.share / 100})` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

function ResultTable({ rows }: { rows: readonly Row[] }) {
  const lang = useLanguage();
  const words = useRoomWords();
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{words.option}</th>
          <th scope="col" class="figure">{words.count}</th>
          <th scope="col" class="figure">{words.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row" dir="auto">
              {row.label}
              {row.isMine && <em class="bar-mine">{words.yours}</em>}
            </th>
            <td class="figure">{number(lang, row.count)}</td>
            <td class="figure">{percent(lang, row.share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
