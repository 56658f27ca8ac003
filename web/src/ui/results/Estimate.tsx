import { number } from "../../core/i18n.ts";
import type { EstimateDesign, PollOf } from "../../core/protocol.ts";
import { DataTable } from "../DataTable.tsx";
import { useLanguage, useRoomWords } from "../words.ts";
import { type Column, Columns } from "./Columns.tsx";
import { amount, bare } from "./labels.ts";
import { Figures } from "./Scale.tsx";
import { headlines } from "./summary.ts";
import type { KindProps } from "./view.ts";
import { useResultWords } from "./words.ts";

type Props = KindProps<PollOf<EstimateDesign>>;

/** How the numbers are spread, in columns, then their median and quartiles. */
export function Estimate({ poll, tally, mine, isTable }: Props) {
  const lang = useLanguage();
  const words = useResultWords();
  const columns = useColumns({ poll, tally, mine });
  const answers = tally.ballots - tally.abstentions;
  const { least, greatest } = tally;
  const more = least === undefined || greatest === undefined || answers === 0 ? [] : [
    words.mean(amount(lang, poll, Math.round((tally.sum ?? 0) / answers))),
    words.range(bare(lang, poll, least), amount(lang, poll, greatest)),
  ];
  return (
    <>
      {columns.length > 0 && (isTable ? <Spread columns={columns} /> : (
        <figure class="estimate">
          <Columns columns={columns} />
        </figure>
      ))}
      <Figures
        lines={[...headlines(poll, tally, lang), ...more]}
        abstentions={answers === 0 ? 0 : tally.abstentions}
      />
    </>
  );
}

function useColumns({ poll, tally, mine }: Pick<Props, "poll" | "tally" | "mine">): Column[] {
  const lang = useLanguage();
  const words = useResultWords();
  const { from = 0, width = 1, counts = [] } = tally.columns ?? {};
  const own = mine !== null && "number" in mine ? mine.number : null;
  return counts.map((count, index) => {
    const low = from + index * width;
    const high = low + width - 1;
    const name = width === 1
      ? amount(lang, poll, low)
      : words.interval(bare(lang, poll, low), amount(lang, poll, high));
    // An axis names where columns begin; where there are many, every other of them.
    const step = Math.ceil(counts.length / 8);
    const label = index % step === 0 ? bare(lang, poll, low) : "";
    const isMine = own !== null && own >= low && own <= high;
    return { label, name, count, isMine, hands: 0 };
  });
}

function Spread({ columns }: { columns: readonly Column[] }) {
  const lang = useLanguage();
  const words = useResultWords();
  const shared = useRoomWords();
  return (
    <DataTable
      head={[shared.option, words.answers]}
      rows={columns.map((column) => ({
        name: (
          <>
            {column.name}
            {column.isMine && <em class="bar-mine">{shared.yours}</em>}
          </>
        ),
        cells: [number(lang, column.count)],
      }))}
    />
  );
}
