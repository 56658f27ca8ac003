import { decimal } from "../../core/i18n.ts";
import type { Ballot, PollOf, RankingDesign } from "../../core/protocol.ts";
import type { ResultWords } from "../../words/results.ts";
import { DataTable } from "../DataTable.tsx";
import { useLanguage, useRoomWords } from "../words.ts";
import { byRank, rankText } from "./labels.ts";
import { RankLabel } from "./RankLabel.tsx";
import { winnerOf } from "./summary.ts";
import type { KindProps } from "./view.ts";
import { useResultWords } from "./words.ts";

type Props = KindProps<PollOf<RankingDesign>>;

/** The common order by Schulze's method, Borda's points beside it, and who beats all others. */
export function Ranking(props: Props) {
  const { poll, tally, isTable } = props;
  const words = useResultWords();
  const isEmpty = tally.ballots === tally.abstentions;
  return (
    <>
      {isTable ? <RankTable {...props} /> : <RankList {...props} />}
      {!isEmpty && <p class="result-note">{winnerOf(poll, tally, words)}</p>}
      {tally.abstentions > 0 && <p class="result-note">{words.abstained(tally.abstentions)}</p>}
    </>
  );
}

function RankList({ poll, tally, mine }: Props) {
  const words = useResultWords();
  const lang = useLanguage();
  const ranks = tally.ranks ?? [];
  const most = Math.max(1, ...(tally.borda ?? []));
  return (
    <ol class="bars ranked">
      {byRank(ranks).map((option) => (
        <li key={option} class="bar-row">
          <RankLabel
            ranks={ranks}
            option={option}
            name={poll.options[option]}
            own={ownRank(mine, option, words)}
          />
          <span class="bar-figures">
            <span class="bar-count">
              {words.bordaPoints(decimal(lang, tally.borda?.[option] ?? 0, 1, 0))}
            </span>
          </span>
          <span class="bar-track" aria-hidden="true">
            <span
              class="bar"
              style={{ transform: `scaleX(${(tally.borda?.[option] ?? 0) / most})` }}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

function ownRank(mine: Ballot | null, option: number, words: ResultWords): string | null {
  const place = mine !== null && "ranking" in mine ? mine.ranking.indexOf(option) : -1;
  return place < 0 ? null : words.yourRank(place + 1);
}

function RankTable({ poll, tally }: Props) {
  const words = useResultWords();
  const shared = useRoomWords();
  const lang = useLanguage();
  const ranks = tally.ranks ?? [];
  return (
    <DataTable
      wide={shared.results}
      head={[shared.option, words.rank, words.borda, words.bordaRank]}
      rows={byRank(ranks).map((option) => ({
        name: poll.options[option],
        cells: [
          rankText(ranks, option, words),
          decimal(lang, tally.borda?.[option] ?? 0, 1, 0),
          tally.bordaRanks?.[option],
        ],
      }))}
    />
  );
}
