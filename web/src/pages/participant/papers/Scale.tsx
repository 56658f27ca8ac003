import { scaleRules } from "../../../core/papers.ts";
import type { PollOf, ScaleDesign } from "../../../core/protocol.ts";
import { lineLabels } from "../../../ui/results/labels.ts";
import { useLanguage } from "../../../ui/words.ts";
import { blank } from "../../../core/paper.ts";
import type { FieldsProps, PaperForm } from "../PaperFrame.tsx";
import { useWords } from "../words.ts";

/** The steps side by side between their two ends. */
function ScaleFields({ id, poll, paper, onWrite, abstention }: FieldsProps<PollOf<ScaleDesign>>) {
  const words = useWords();
  const lang = useLanguage();
  return (
    <fieldset class="choices">
      <legend>{words.chooseOne}</legend>
      <div class="steps">
        <span class="step-end" dir="auto">{poll.low}</span>
        <span class="segments step-row">
          {lineLabels(poll, lang).map((name, step) => (
            <label key={step}>
              <input
                type="radio"
                name={`poll-${id}`}
                aria-label={name}
                checked={!paper.abstain && paper.picked[0] === step}
                onChange={() => onWrite({ ...blank, picked: [step] })}
              />
              <span aria-hidden="true">{step + 1}</span>
            </label>
          ))}
        </span>
        <span class="step-end is-high" dir="auto">{poll.high}</span>
      </div>
      {abstention}
    </fieldset>
  );
}

export const scaleForm: PaperForm<PollOf<ScaleDesign>> = {
  rules: scaleRules,
  Fields: ScaleFields,
  isRadio: () => true,
};
