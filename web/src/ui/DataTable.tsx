import type { ComponentChildren } from "preact";

export interface DataRow {
  readonly name: ComponentChildren;
  readonly cells: readonly ComponentChildren[];
}

interface DataTableProps {
  /** What the rows are, then what stands in each column. */
  readonly head: readonly string[];
  readonly rows: readonly DataRow[];
  /** What a table is called that may be wide enough to scroll sideways. */
  readonly wide?: string;
}

/** Names and their figures as a table. */
export function DataTable({ head, rows, wide }: DataTableProps) {
  const table = (
    <table class="table">
      <thead>
        <tr>
          {head.map((title, index) => (
            <th key={index} scope="col" class={index > 0 ? "figure" : ""} dir="auto">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row" dir="auto">{row.name}</th>
            {row.cells.map((cell, column) => <td key={column} class="figure">{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return wide === undefined
    ? table
    : <div class="table-scroll" tabIndex={0} role="group" aria-label={wide}>{table}</div>;
}
