import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { isChoice } from "../core/ballot.ts";
import type { Ballot, Language, Poll, Tally } from "../core/protocol.ts";
import type { RoomWords } from "../words/room.ts";
import { Bars, type Row, RowTable } from "./Bars.tsx";
import type { KindProps } from "./results/view.ts";
import { choiceLabels, leading, tallyRows } from "./rows.ts";
import { useCalm } from "./use.ts";
import { useLanguage, useRoomWords } from "./words.ts";

/** How the results of all kinds but the choice are drawn and told. */
export interface KindViews {
  readonly KindResult: ComponentType<KindProps<Poll>>;
  kindSummary(poll: Poll, tally: Tally, lang: Language): string;
}

export interface ResultsProps {
  readonly id: string;
  readonly poll: Poll;
  readonly tally: Tally | undefined;
  /** The seat's own answer, marked. */
  readonly mine?: Ballot | null;
  /** The projector has no controls and reads nothing aloud. */
  readonly plain?: boolean;
}

interface FrameProps extends ResultsProps {
  /** Null until they are there: a participant's page fetches them when they are first needed. */
  readonly kinds: KindViews | null;
}

/** A result with its switch to a table and its summary, around what its kind draws. */
export function ResultFrame({ id, poll, tally, mine = null, plain = false, kinds }: FrameProps) {
  const words = useRoomWords();
  const lang = useLanguage();
  const [isTable, setIsTable] = useState(false);
  const isKind = !isChoice(poll);
  if (tally === undefined) return null;
  if (isKind && kinds === null) return <p class="muted results-coming">{words.loading}</p>;
  const several = isChoice(poll) && poll.max > 1;
  return (
    <div class={`results is-${poll.ask ?? "choice"}`} id={`result-${id}`}>
      {isChoice(poll)
        ? <Choice rows={choiceRows(poll, tally, words, mine)} isTable={isTable} />
        : kinds !== null && (
          <kinds.KindResult
            poll={poll}
            tally={tally}
            mine={mine}
            isTable={isTable}
            plain={plain}
          />
        )}
      {(!plain || several) && (
        <div class="results-foot">
          <p class="muted">
            {tally.ballots === 0 ? words.noBallots : words.ballots(tally.ballots)}
            {several && tally.ballots > 0 && ` · ${words.severalPossible}`}
          </p>
          {!plain && (
            <button
              type="button"
              class="quiet small"
              aria-controls={`result-${id}`}
              onClick={() => setIsTable(!isTable)}
            >
              {!isTable ? words.asTable : isKind ? words.asChart : words.asBars}
            </button>
          )}
        </div>
      )}
      {!plain && (
        <Summary
          sentence={tally.ballots === 0
            ? words.noBallots
            : isChoice(poll)
            ? leading(choiceRows(poll, tally, words, null), tally.ballots, words, lang)
            : kinds?.kindSummary(poll, tally, lang) ?? ""}
        />
      )}
    </div>
  );
}

function choiceRows(
  poll: Parameters<typeof choiceLabels>[0] & Poll,
  tally: Tally,
  words: RoomWords,
  mine: Ballot | null,
): readonly Row[] {
  return tallyRows(poll, tally, choiceLabels(poll, words), words.abstentions, mine);
}

function Choice({ rows, isTable }: { rows: readonly Row[]; isTable: boolean }) {
  return isTable ? <RowTable rows={rows} /> : <Bars rows={rows} />;
}

/** The result in a sentence for those who do not see it, at most once in two seconds. */
function Summary({ sentence }: { sentence: string }) {
  return <p class="sr-only" role="status">{useCalm(sentence, 2_000)}</p>;
}
