import { consents } from "../../../core/ballot.ts";
import { blank, proposalLimit } from "../../../core/paper.ts";
import { consentRules } from "../../../core/papers.ts";
import type { ConsentDesign, PollOf } from "../../../core/protocol.ts";
import { useResultWords } from "../../../ui/results/words.ts";
import { paperWords } from "../../../words/papers.ts";
import { ChoiceCard } from "../ChoiceCard.tsx";
import type { FieldsProps, PaperForm } from "../PaperFrame.tsx";
import { TextField } from "../TextField.tsx";
import { useWords } from "../words.ts";
import { usePaperWords } from "./words.ts";

type Props = FieldsProps<PollOf<ConsentDesign>>;

/** Three answers; an objection opens the box for the proposal it must carry. */
function ConsentFields({ id, paper, onWrite, abstention }: Props) {
  const words = usePaperWords();
  const shared = useWords();
  const names = useResultWords();
  const answer = consents[paper.picked[0] ?? -1];
  const isObjection = answer === "object";
  return (
    <fieldset class="choices">
      <legend>{shared.chooseOne}</legend>
      {consents.map((consent, line) => (
        <ChoiceCard
          key={consent}
          kind="radio"
          name={`poll-${id}`}
          label={names[consent]}
          icon={consent}
          checked={consent === answer}
          onChoose={() => onWrite({ ...blank, picked: [line], texts: paper.texts })}
        />
      ))}
      {answer !== undefined && answer !== "agree" && (
        <TextField
          label={isObjection ? words.proposal : words.remark}
          hint={isObjection ? words.proposalWhy : words.remarkWhy}
          entry={paper.texts[0]}
          limit={proposalLimit}
          required={isObjection}
          onWrite={(entry) => onWrite({ ...paper, texts: [entry] })}
        />
      )}
      {abstention}
    </fieldset>
  );
}

export const consentForm: PaperForm<PollOf<ConsentDesign>> = {
  rules: consentRules,
  Fields: ConsentFields,
  isRadio: () => true,
  status: (_poll, paper, lang) => {
    const isObjection = consents[paper.picked[0] ?? -1] === "object";
    const isWritten = (paper.texts[0]?.text ?? "").trim() !== "";
    return isObjection && !isWritten ? paperWords[lang].proposalMissing : "";
  },
};
