import { judgementRules } from "../../../core/papers.ts";
import type { JudgementDesign, PollOf } from "../../../core/protocol.ts";
import { paperWords } from "../../../words/papers.ts";
import type { FieldsProps, PaperForm } from "../PaperFrame.tsx";
import { usePaperWords } from "./words.ts";

type Props = FieldsProps<PollOf<JudgementDesign>>;

/** One group of grades per option. */
function JudgementFields({ id, poll, paper, onWrite, abstention }: Props) {
  const words = usePaperWords();
  const grade = (option: number, value: number) =>
    onWrite({
      ...paper,
      abstain: false,
      given: poll.options.map((_, index) => index === option ? value : paper.given[index] ?? -1),
    });
  return (
    <div class="choices">
      <p class="paper-ask">{words.judgementAsk}</p>
      {!paper.abstain &&
        poll.options.map((name, option) => (
          <fieldset key={option} class="segments grade-group">
            <legend dir="auto">{name}</legend>
            {poll.grades.map((label, value) => (
              <label key={value}>
                <input
                  type="radio"
                  name={`grade-${id}-${option}`}
                  checked={paper.given[option] === value}
                  onChange={() => grade(option, value)}
                />
                <span dir="auto">{label}</span>
              </label>
            ))}
          </fieldset>
        ))}
      {abstention}
    </div>
  );
}

export const judgementForm: PaperForm<PollOf<JudgementDesign>> = {
  rules: judgementRules,
  Fields: JudgementFields,
  isRadio: () => false,
  status: (poll, paper, lang) => {
    const given = paper.given.filter((grade) => grade >= 0).length;
    return paperWords[lang].graded(given, poll.options.length);
  },
};
