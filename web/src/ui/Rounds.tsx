import { isChoice, lineCount } from "../core/ballot.ts";
import { number, percent } from "../core/i18n.ts";
import { type Round, roundsOf } from "../core/rounds.ts";
import type { EntityStore } from "../core/store.ts";
import type { Row } from "./Bars.tsx";
import { DataTable } from "./DataTable.tsx";
import { lineLabels } from "./results/labels.ts";
import { headlines } from "./results/summary.ts";
import { useResultWords } from "./results/words.ts";
import { tallyRows } from "./rows.ts";
import { useValue } from "./use.ts";
import { useLanguage, useRoomWords } from "./words.ts";

/** True when the rounds count on lines that can be set side by side. */
export function compares(rounds: readonly Round[]): boolean {
  return rounds.every(({ poll }) => lineCount(poll) > 0 || poll.ask === "points");
}

interface RoundsProps {
  readonly id: string;
  readonly store: EntityStore;
  /** The projector shows no heading: the question is one. */
  readonly plain?: boolean;
  /** Level of the heading in the page. */
  readonly heading?: "h2" | "h3";
}

/** The rounds of a question side by side; nothing while there is only one. */
export function Rounds({ id, store, plain, heading: Heading = "h3" }: RoundsProps) {
  const words = useResultWords();
  useValue(store.changes("activity"));
  useValue(store.changes("tally"));
  const rounds = roundsOf(store, id);
  if (rounds.length < 2) return null;
  return (
    <section class="rounds" aria-labelledby={plain === true ? undefined : `rounds-${id}`}>
      {plain !== true && <Heading id={`rounds-${id}`}>{words.rounds}</Heading>}
      {compares(rounds) ? <RoundLines rounds={rounds} /> : <RoundSummaries rounds={rounds} />}
    </section>
  );
}

/** The lines of all rounds, matched by what they say, in the order of the last round. */
function RoundLines({ rounds }: { rounds: readonly Round[] }) {
  const words = useResultWords();
  const shared = useRoomWords();
  const lang = useLanguage();
  const columns = rounds.map(({ poll, tally }) => {
    // Points are shared among the options alone: an abstention gives none.
    const counted = poll.ask === "points" ? { ...poll, abstention: false } : poll;
    const rows = tallyRows(counted, tally, lineLabels(poll, lang), shared.abstentions, null);
    return new Map(rows.map((row) => [row.label, row]));
  });
  const labels = [...new Set([...columns].reverse().flatMap((rows) => [...rows.keys()]))];
  const several = rounds.some(({ poll }) => isChoice(poll) && poll.max > 1);
  return (
    <>
      <DataTable
        wide={words.rounds}
        head={[shared.option, ...rounds.map((round) => words.round(round.number))]}
        rows={labels.map((label) => ({
          name: label,
          cells: columns.map((rows, index) => <RoundCell key={index} row={rows.get(label)} />),
        }))}
      />
      {several && <p class="muted">{shared.severalPossible}</p>}
    </>
  );
}

function RoundCell({ row }: { row: Row | undefined }) {
  const lang = useLanguage();
  if (row === undefined) return <span class="muted">–</span>;
  return (
    <span class={`round-cell${row.isAbstention ? " is-abstention" : ""}`}>
      <span class="bar-share">{percent(lang, row.share)}</span>
      <span class="bar-count">{number(lang, row.count)}</span>
      <span class="bar-track" aria-hidden="true">
        <span class="bar" style={{ transform: `scaleX(${row.share / 100})` }} />
      </span>
    </span>
  );
}

/** The result of each round in a few words, where there are no lines to compare. */
function RoundSummaries({ rounds }: { rounds: readonly Round[] }) {
  const words = useResultWords();
  const shared = useRoomWords();
  const lang = useLanguage();
  return (
    <ol class="round-summaries">
      {rounds.map((round) => (
        <li key={round.id}>
          <strong>{words.round(round.number)}</strong>
          <span class="muted">{shared.ballots(round.tally.ballots)}</span>
          {headlines(round.poll, round.tally, lang).map((line) => (
            <span key={line} dir="auto">{line}</span>
          ))}
        </li>
      ))}
    </ol>
  );
}
