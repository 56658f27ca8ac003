import { number } from "../../core/i18n.ts";
import { useLanguage, useRoomWords } from "../words.ts";

export interface Column {
  /** What stands under the column. */
  readonly label: string;
  /** The whole name, for those who do not see the axis. */
  readonly name: string;
  readonly count: number;
  readonly isMine: boolean;
  readonly hands: number;
}

/** Columns side by side, the tallest as high as there is room. */
export function Columns({ columns }: { columns: readonly Column[] }) {
  const lang = useLanguage();
  const words = useRoomWords();
  const most = Math.max(1, ...columns.map((column) => column.count));
  const isDense = columns.length > 12;
  return (
    <ol class={`columns${isDense ? " is-many" : ""}`}>
      {columns.map((column, index) => (
        <li key={index} class={`column${column.isMine ? " is-mine" : ""}`}>
          <span class="sr-only">
            {column.name}: {number(lang, column.count)}
            {column.isMine && `, ${words.yours}`}
            {column.hands > 0 && `, ${words.hands(column.hands)}`}
          </span>
          <span class="column-count" aria-hidden="true">{number(lang, column.count)}</span>
          <span class="column-track" aria-hidden="true">
            <span class="bar" style={{ transform: `scaleY(${column.count / most})` }} />
          </span>
          <span class="column-label" aria-hidden="true">{column.label}</span>
        </li>
      ))}
    </ol>
  );
}
