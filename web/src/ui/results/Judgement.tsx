import { number } from "../../core/i18n.ts";
import type { JudgementDesign, PollOf } from "../../core/protocol.ts";
import { DataTable } from "../DataTable.tsx";
import { useLanguage, useRoomWords } from "../words.ts";
import { byRank, rankText } from "./labels.ts";
import { RankLabel } from "./RankLabel.tsx";
import type { KindProps } from "./view.ts";
import { useResultWords } from "./words.ts";

type Props = KindProps<PollOf<JudgementDesign>>;

/** The colour of a grade: from blue for the best over a pale middle to vermilion for the worst. */
function gradeColour(grade: number, of: number): string {
  const place = of <= 1 ? 0 : grade / (of - 1);
  return place <= 0.5
    ? `color-mix(in oklab, var(--grade-middle) ${Math.round(place * 200)}%, var(--grade-best))`
    : `color-mix(in oklab, var(--grade-worst) ${
      Math.round(place * 200 - 100)
    }%, var(--grade-middle))`;
}

/** A bar of grades per option, the best option first, each with its majority grade in words. */
export function Judgement(props: Props) {
  const { tally, isTable } = props;
  const words = useResultWords();
  return (
    <>
      {isTable ? <GradeTable {...props} /> : <GradeBars {...props} />}
      {tally.abstentions > 0 && <p class="result-note">{words.abstained(tally.abstentions)}</p>}
    </>
  );
}

function GradeBars({ poll, tally, mine }: Props) {
  const words = useResultWords();
  const ranks = tally.ranks ?? [];
  const own = mine !== null && "grades" in mine ? mine.grades : null;
  return (
    <figure class="judgement">
      <ol class="bars">
        {byRank(ranks).map((option) => (
          <li key={option} class="bar-row">
            <RankLabel
              ranks={ranks}
              option={option}
              name={poll.options[option]}
              own={own === null ? null : words.yourGrade(poll.grades[own[option] ?? -1] ?? "")}
            />
            <strong class="bar-grade" dir="auto">
              {poll.grades[tally.grades?.[option] ?? -1] ?? words.noGrade}
            </strong>
            <Grades counts={tally.judged?.[option] ?? []} names={poll.grades} />
          </li>
        ))}
      </ol>
      <ol class="grade-key">
        {poll.grades.map((grade, index) => (
          <li key={index} dir="auto">
            <GradeFill grade={index} of={poll.grades.length} />
            {grade}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** The fill of a grade: beyond the middle it is striped, so that no colour has to be told apart. */
function GradeFill({ grade, of }: { grade: number; of: number }) {
  return (
    <i
      class={grade * 2 > of - 1 ? "is-low" : ""}
      style={{ backgroundColor: gradeColour(grade, of) }}
      aria-hidden="true"
    />
  );
}

/** The grades of one option, best to worst, the middle of the ballots marked. */
function Grades({ counts, names }: { counts: readonly number[]; names: readonly string[] }) {
  const lang = useLanguage();
  const shown = names.flatMap((name, grade) => {
    const count = counts[grade] ?? 0;
    return count === 0 ? [] : [{ name, grade, count }];
  });
  return (
    <ul class="grades">
      {shown.map(({ name, grade, count }) => (
        <li key={grade} style={{ flexGrow: count }}>
          <span class="sr-only">{name}:</span>
          <span class="grade-count">{number(lang, count)}</span>
          <GradeFill grade={grade} of={names.length} />
        </li>
      ))}
    </ul>
  );
}

function GradeTable({ poll, tally }: Props) {
  const words = useResultWords();
  const shared = useRoomWords();
  const lang = useLanguage();
  const ranks = tally.ranks ?? [];
  return (
    <DataTable
      wide={shared.results}
      head={[shared.option, words.rank, words.grade, ...poll.grades]}
      rows={byRank(ranks).map((option) => ({
        name: poll.options[option],
        cells: [
          rankText(ranks, option, words),
          poll.grades[tally.grades?.[option] ?? -1] ?? words.noGrade,
          ...poll.grades.map((_, grade) => number(lang, tally.judged?.[option]?.[grade] ?? 0)),
        ],
      }))}
    />
  );
}
