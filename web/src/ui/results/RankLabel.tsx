import { isTied } from "./labels.ts";
import { useResultWords } from "./words.ts";

interface RankLabelProps {
  readonly ranks: readonly number[];
  readonly option: number;
  readonly name: string | undefined;
  /** What the seat itself said of it. */
  readonly own: string | null;
}

/** A rank and what holds it; ties are said. */
export function RankLabel({ ranks, option, name, own }: RankLabelProps) {
  const words = useResultWords();
  return (
    <span class="bar-label" dir="auto">
      <strong class="rank">{ranks[option]}</strong>
      <span>
        {name}
        {isTied(ranks, option) && <em class="bar-hands">{words.tied}</em>}
        {own !== null && <em class="bar-mine">{own}</em>}
      </span>
    </span>
  );
}
