import { number } from "../../core/i18n.ts";
import type { PollOf, TextDesign } from "../../core/protocol.ts";
import { DataTable } from "../DataTable.tsx";
import { useLanguage } from "../words.ts";
import type { KindProps } from "./view.ts";
import { useResultWords } from "./words.ts";

/** From the smallest to the largest word, in steps. */
const sizes = 5;

/** Words on the projector: more could not be read from the back. */
const projected = 36;

function sizeOf(count: number, most: number): number {
  return most <= 1 ? 2 : Math.round(((count - 1) / (most - 1)) * (sizes - 1));
}

/** Words as large as they are frequent, in the order of the alphabet so that each is found again. */
export function WordCloud({ tally, isTable, plain }: KindProps<PollOf<TextDesign>>) {
  const lang = useLanguage();
  const words = useResultWords();
  const found = (tally.words ?? []).slice(0, plain ? projected : undefined);
  const most = Math.max(0, ...found.map(([, count]) => count));
  if (found.length === 0) return <p class="muted">{words.noWords}</p>;
  if (isTable) {
    return (
      <DataTable
        head={[words.word, words.answers]}
        rows={found.map(([word, count]) => ({ name: word, cells: [number(lang, count)] }))}
      />
    );
  }
  const sorted = [...found].sort(([a], [b]) => a.localeCompare(b, lang));
  return (
    <ul class="cloud">
      {sorted.map(([word, count]) => (
        <li key={word} class={`cloud-${sizeOf(count, most)}`}>
          <span dir="auto">{word}</span> <span class="cloud-count">{number(lang, count)}</span>
        </li>
      ))}
    </ul>
  );
}
