import { pointsLeft, pointsOn, pointsRules } from "../../../core/papers.ts";
import type { PointsDesign, PollOf } from "../../../core/protocol.ts";
import { paperWords } from "../../../words/papers.ts";
import type { FieldsProps, PaperForm } from "../PaperFrame.tsx";
import { usePaperWords } from "./words.ts";

type Props = FieldsProps<PollOf<PointsDesign>>;

/** How many points a press gives: fives where there are many to give. */
function stepOf(poll: PointsDesign): number {
  return poll.points >= 50 ? 5 : 1;
}

/** A number per option, by two buttons or by typing. */
function PointsFields({ poll, paper, onWrite, abstention }: Props) {
  const words = usePaperWords();
  const points = pointsOn(poll, paper);
  const left = pointsLeft(poll, paper);
  const give = (option: number, value: number) =>
    onWrite({
      ...paper,
      abstain: false,
      given: points.map((one, index) => index === option ? Math.max(0, value) : one),
    });
  return (
    <fieldset class="choices">
      <legend>
        {words.pointsAsk(poll.points, poll.all)}
        {poll.most < poll.points && ` ${words.pointsMost(poll.most)}`}
      </legend>
      {!paper.abstain && (
        <ul class="point-list">
          {poll.options.map((name, option) => (
            <PointLine
              key={option}
              name={name}
              points={points[option] ?? 0}
              most={poll.most}
              step={stepOf(poll)}
              left={left}
              onGive={(value) => give(option, value)}
            />
          ))}
        </ul>
      )}
      {abstention}
    </fieldset>
  );
}

interface LineProps {
  readonly name: string;
  readonly points: number;
  readonly most: number;
  readonly step: number;
  readonly left: number;
  readonly onGive: (value: number) => void;
}

function PointLine({ name, points, most, step, left, onGive }: LineProps) {
  const words = usePaperWords();
  const more = Math.min(step, left, most - points);
  const less = Math.min(step, points);
  return (
    <li class="point-line">
      <span class="point-name" dir="auto">{name}</span>
      <span class="stepper">
        <button
          type="button"
          class="icon-only"
          aria-label={words.less(Math.max(1, less), name)}
          aria-disabled={less <= 0}
          onClick={() => less > 0 && onGive(points - less)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={most}
          step={1}
          aria-label={words.pointsFor(name)}
          aria-invalid={points > most}
          value={String(points)}
          onInput={(event) => {
            const typed = Math.floor(Number(event.currentTarget.value));
            if (Number.isFinite(typed)) onGive(typed);
          }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          class="icon-only"
          aria-label={words.more(Math.max(1, more), name)}
          aria-disabled={more <= 0}
          onClick={() => more > 0 && onGive(points + more)}
        >
          <span aria-hidden="true">+</span>
        </button>
      </span>
    </li>
  );
}

export const pointsForm: PaperForm<PollOf<PointsDesign>> = {
  rules: pointsRules,
  Fields: PointsFields,
  isRadio: () => false,
  status: (poll, paper, lang) => {
    const left = pointsLeft(poll, paper);
    const words = paperWords[lang];
    return left < 0 ? words.pointsOver(-left) : words.pointsLeft(left);
  },
};
