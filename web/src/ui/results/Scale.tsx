import type { PollOf, ScaleDesign } from "../../core/protocol.ts";
import { RowTable } from "../Bars.tsx";
import { tallyRows } from "../rows.ts";
import { useLanguage, useRoomWords } from "../words.ts";
import { Columns } from "./Columns.tsx";
import { lineLabels } from "./labels.ts";
import { headlines } from "./summary.ts";
import type { KindProps } from "./view.ts";
import { useResultWords } from "./words.ts";

/** A column per step between the two ends, then the mean and the median. */
export function Scale({ poll, tally, mine, isTable }: KindProps<PollOf<ScaleDesign>>) {
  const lang = useLanguage();
  const shared = useRoomWords();
  const rows = tallyRows(poll, tally, lineLabels(poll, lang), shared.abstentions, mine);
  const steps = rows.filter((row) => !row.isAbstention);
  return (
    <>
      {isTable ? <RowTable rows={rows} /> : (
        <figure class="scale">
          <Columns
            columns={steps.map((row, step) => ({ ...row, name: row.label, label: `${step + 1}` }))}
          />
          <p class="column-ends" aria-hidden="true">
            <span dir="auto">{poll.low}</span>
            <span dir="auto">{poll.high}</span>
          </p>
          <Beside rows={rows.filter((row) => row.hands > 0)} />
        </figure>
      )}
      <Figures lines={headlines(poll, tally, lang)} abstentions={isTable ? 0 : tally.abstentions} />
    </>
  );
}

/** Hands that were raised, where columns leave no room for them. */
function Beside({ rows }: { rows: readonly { readonly label: string; readonly hands: number }[] }) {
  const shared = useRoomWords();
  if (rows.length === 0) return null;
  return (
    <ul class="column-hands">
      {rows.map((row) => (
        <li key={row.label} dir="auto">
          {row.label} <em class="bar-hands">{shared.hands(row.hands)}</em>
        </li>
      ))}
    </ul>
  );
}

/** Numbers that sum up a distribution. */
export function Figures(
  { lines, abstentions }: { lines: readonly string[]; abstentions: number },
) {
  const words = useResultWords();
  const shown = abstentions > 0 ? [...lines, words.abstained(abstentions)] : lines;
  return <ul class="figures">{shown.map((line) => <li key={line}>{line}</li>)}</ul>;
}
