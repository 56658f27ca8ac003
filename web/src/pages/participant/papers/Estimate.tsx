import { estimateRules } from "../../../core/papers.ts";
import type { EstimateDesign, PollOf } from "../../../core/protocol.ts";
import { amount, bare } from "../../../ui/results/labels.ts";
import { useLanguage } from "../../../ui/words.ts";
import type { FieldsProps, PaperForm } from "../PaperFrame.tsx";
import { usePaperWords } from "./words.ts";

/** A number with its unit and bounds, typed as either language writes it. */
function EstimateFields(
  { id, poll, paper, onWrite, abstention }: FieldsProps<PollOf<EstimateDesign>>,
) {
  const words = usePaperWords();
  const lang = useLanguage();
  const from = bare(lang, poll, poll.from);
  const to = amount(lang, poll, poll.to);
  const isWrong = paper.typed.trim() !== "" && estimateRules.read(poll, paper) === null;
  return (
    <div class="choices">
      {!paper.abstain && (
        <div class="field">
          <label for={`number-${id}`}>{words.estimateAsk}</label>
          <span class="estimate-field">
            <input
              id={`number-${id}`}
              type="text"
              inputMode="decimal"
              autocomplete="off"
              aria-describedby={`bounds-${id}`}
              aria-invalid={isWrong}
              value={lang === "en" ? paper.typed.replace(",", ".") : paper.typed}
              onInput={(event) =>
                onWrite({ ...paper, abstain: false, typed: event.currentTarget.value })}
            />
            {poll.unit !== "" && <span class="estimate-unit" dir="auto">{poll.unit}</span>}
          </span>
          <small id={`bounds-${id}`} class={isWrong ? "over" : ""} aria-live="polite">
            {isWrong ? words.notANumber(from, to) : words.bounds(from, to)}
          </small>
        </div>
      )}
      {abstention}
    </div>
  );
}

export const estimateForm: PaperForm<PollOf<EstimateDesign>> = {
  rules: estimateRules,
  Fields: EstimateFields,
  isRadio: () => false,
};
