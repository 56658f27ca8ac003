import { number } from "../core/i18n.ts";
import type { BreakdownTable, Poll } from "../core/protocol.ts";
import type { EntityStore } from "../core/store.ts";
import { DataTable } from "./DataTable.tsx";
import { lineLabels } from "./results/labels.ts";
import { useResultWords } from "./results/words.ts";
import { noItems, useValue, useValueOr } from "./use.ts";
import { useLanguage, useRoomWords } from "./words.ts";

/** Fewest ballots in a cell where the poll says nothing (Protocol.md section 3.1). */
const usualThreshold = 5;

interface TablesProps {
  readonly id: string;
  readonly poll: Poll;
  readonly store: EntityStore;
  /** Level of the headings in the page. */
  readonly heading?: "h2" | "h3";
}

/** The result by group and the moves since the round before; small numbers are left out. */
export function Tables({ id, poll, store, heading = "h3" }: TablesProps) {
  const tables = useValueOr(store.entity(`tables/${id}`), noItems);
  if (tables.length === 0) return null;
  return (
    <div class="breakdowns">
      {tables.map((table) => (
        <Breakdown
          key={table.by}
          id={id}
          poll={poll}
          store={store}
          table={table}
          heading={heading}
        />
      ))}
    </div>
  );
}

function Breakdown(
  { id, poll, store, table, heading: Heading = "h3" }: TablesProps & {
    readonly table: BreakdownTable;
  },
) {
  const words = useResultWords();
  const shared = useRoomWords();
  const lang = useLanguage();
  const room = useValue(store.entity("room"));
  const lines = [...lineLabels(poll, lang), shared.abstention];
  const title = {
    college: words.byCollege,
    organisation: words.byOrganisation,
    earlier: words.earlier,
  }[table.by];
  const groups = table.by === "earlier"
    ? lines
    : table.by === "college"
    ? room?.colleges
    : room?.organisations;
  const width = Math.max(0, ...table.rows.map((row) => row.counts.length));
  const heading = `${table.by}-${id}`;
  const shown = (count: number | null) => count === null ? "–" : number(lang, count);
  return (
    <section class="breakdown" aria-labelledby={heading}>
      <Heading id={heading}>{title}</Heading>
      {table.by === "earlier" && <p class="muted">{words.earlierHint}</p>}
      <DataTable
        wide={title}
        head={[
          table.by === "earlier" ? words.before : words.group,
          ...lines.slice(0, width),
          words.total,
        ]}
        rows={table.rows.map((row) => ({
          name: row.group === null ? words.others : groups?.[row.group] ?? row.group + 1,
          cells: [...row.counts, row.total].map(shown),
        }))}
      />
      <p class="muted breakdown-note">{words.leftOut(poll.threshold ?? usualThreshold)}</p>
    </section>
  );
}
