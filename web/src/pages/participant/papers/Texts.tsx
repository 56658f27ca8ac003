import { entryLimit } from "../../../core/paper.ts";
import { textRules } from "../../../core/papers.ts";
import type { Entry, PollOf, TextDesign } from "../../../core/protocol.ts";
import type { FieldsProps, PaperForm } from "../PaperFrame.tsx";
import { TextField } from "../TextField.tsx";
import { useWords } from "../words.ts";
import { usePaperWords } from "./words.ts";

/** A box for each text, one more than are written, up to the most there may be. */
function TextFields({ poll, paper, onWrite, abstention }: FieldsProps<PollOf<TextDesign>>) {
  const words = usePaperWords();
  const shared = useWords();
  const { texts } = paper;
  const last = texts.findLastIndex(({ text }) => text.trim() !== "");
  const boxes = Math.min(poll.most, Math.max(texts.length, last + 2));
  const write = (box: number, entry: Entry) => {
    const next = [...texts];
    next[box] = entry;
    onWrite({ ...paper, abstain: false, texts: next });
  };
  return (
    <fieldset class="choices">
      <legend>
        {words.textAsk(poll.most)} <small>{shared.otherHint(entryLimit)}</small>
      </legend>
      {!paper.abstain && Array.from({ length: boxes }, (_, box) => (
        <TextField
          key={box}
          label={words.textLabel(box + 1)}
          entry={texts[box]}
          limit={entryLimit}
          onWrite={(entry) => write(box, entry)}
        />
      ))}
      {abstention}
    </fieldset>
  );
}

export const textForm: PaperForm<PollOf<TextDesign>> = {
  rules: textRules,
  Fields: TextFields,
  isRadio: () => false,
};
