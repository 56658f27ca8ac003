import { number, percent } from "../core/i18n.ts";
import { DataTable } from "./DataTable.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { useLanguage, useRoomWords } from "./words.ts";

/** One line of a result. */
export interface Row {
  readonly label: string;
  readonly count: number;
  readonly share: number;
  readonly isMine: boolean;
  readonly isAbstention: boolean;
  /** Raised hands, counted apart. */
  readonly hands: number;
  /** A colour and a shape of its own, where the line has a meaning of its own. */
  readonly look?: IconName;
}

function classOf(row: Row): string {
  const mine = row.isMine ? " is-mine" : "";
  const abstention = row.isAbstention ? " is-abstention" : "";
  return `bar-row${mine}${abstention}${row.look === undefined ? "" : ` look-${row.look}`}`;
}

/** The label of a line with what is said of it: own answer, raised hands. */
export function RowLabel({ row }: { row: Row }) {
  const words = useRoomWords();
  return (
    <>
      {row.look !== undefined && <Icon name={row.look} />}
      {row.label}
      {row.isMine && <em class="bar-mine">{words.yours}</em>}
      {row.hands > 0 && <em class="bar-hands">{words.hands(row.hands)}</em>}
    </>
  );
}

export function Bars({ rows }: { rows: readonly Row[] }) {
  const lang = useLanguage();
  return (
    <ul class="bars">
      {rows.map((row, index) => (
        <li key={index} class={classOf(row)}>
          <span class="bar-label" dir="auto">
            <RowLabel row={row} />
          </span>
          <span class="bar-figures">
            <span class="bar-share">{percent(lang, row.share)}</span>
            <span class="bar-count">{number(lang, row.count)}</span>
          </span>
          <span class="bar-track" aria-hidden="true">
            <span class="bar" style={{ transform: `scaleX(${row.share / 100})` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The same lines as a table. */
export function RowTable({ rows, count }: { rows: readonly Row[]; count?: string }) {
  const lang = useLanguage();
  const words = useRoomWords();
  return (
    <DataTable
      head={[words.option, count ?? words.count, words.share]}
      rows={rows.map((row) => ({
        name: <RowLabel row={row} />,
        cells: [number(lang, row.count), percent(lang, row.share)],
      }))}
    />
  );
}
