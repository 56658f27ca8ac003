import { choiceRules, entryLimit, otherLine, toggle } from "../../core/paper.ts";
import type { ChoiceDesign, PollOf } from "../../core/protocol.ts";
import { choiceLabels } from "../../ui/rows.ts";
import { useRoomWords } from "../../ui/words.ts";
import { type ParticipantWords, participantWords } from "../../words/participant.ts";
import { ChoiceCard } from "./ChoiceCard.tsx";
import type { FieldsProps, PaperForm } from "./PaperFrame.tsx";
import { TextField } from "./TextField.tsx";
import { useWords } from "./words.ts";

type ChoicePoll = PollOf<ChoiceDesign>;

function instruction(poll: ChoicePoll, words: ParticipantWords): string {
  const min = Math.max(1, poll.min);
  if (poll.max === 1) return words.chooseOne;
  if (min === poll.max) return words.chooseExactly(min);
  return min === 1 ? words.chooseUpTo(poll.max) : words.chooseBetween(min, poll.max);
}

/** The options, then the free one: ticking it opens the box to write it in. */
function ChoiceFields({ id, poll, paper, onWrite, abstention }: FieldsProps<ChoicePoll>) {
  const words = useWords();
  const shared = useRoomWords();
  const [written] = paper.texts;
  return (
    <fieldset class="choices">
      <legend>{instruction(poll, words)}</legend>
      {choiceLabels(poll, shared).map((option, index) => (
        <ChoiceCard
          key={index}
          kind={poll.max === 1 ? "radio" : "checkbox"}
          name={`poll-${id}`}
          label={option}
          checked={paper.picked.includes(index)}
          onChoose={() => onWrite(toggle(poll, paper, index))}
        />
      ))}
      {paper.picked.includes(otherLine(poll)) && (
        <TextField
          label={words.otherText}
          hint={words.otherHint(entryLimit)}
          entry={written}
          limit={entryLimit}
          required
          onWrite={(entry) => onWrite({ ...paper, texts: [entry] })}
        />
      )}
      {abstention}
    </fieldset>
  );
}

export const choiceForm: PaperForm<ChoicePoll> = {
  rules: choiceRules,
  Fields: ChoiceFields,
  isRadio: (poll) => poll.max === 1,
  status: (poll, { picked }, lang, isFull) => {
    const words = participantWords[lang];
    if (poll.max === 1) return "";
    return isFull ? words.full(poll.max) : words.chosen(picked.length, poll.max);
  },
};
