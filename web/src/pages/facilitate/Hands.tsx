import { useState } from "preact/hooks";
import { lineCount } from "../../core/ballot.ts";
import type { Poll } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { lineLabels } from "../../ui/results/labels.ts";
import { useValue } from "../../ui/use.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";
import { type ConsoleContext, useConductWords } from "./context.ts";
import { NumberField } from "./Field.tsx";

interface HandsProps {
  readonly id: string;
  readonly poll: Poll;
  readonly context: ConsoleContext;
}

/** Hands counted in the hall, one number a line, apart from ballots. */
export function Hands({ id, poll, context }: HandsProps) {
  const words = useConductWords();
  const lang = useLanguage();
  if (lineCount(poll) === 0) return null;
  const lines = lineLabels(poll, lang);
  return (
    <details class="hands">
      <summary>
        <Icon name="people" />
        {words.hands}
      </summary>
      <HandsForm id={id} poll={poll} context={context} lines={lines} />
    </details>
  );
}

function HandsForm({ id, poll, context, lines }: HandsProps & { lines: readonly string[] }) {
  const words = useConductWords();
  const shared = useRoomWords();
  const { session } = context;
  const declared = useValue(session.store.entity(`tally/${id}`))?.hands;
  const [written, setWritten] = useState<readonly number[] | null>(null);
  const [said, setSaid] = useState("");
  const [trouble, setTrouble] = useState("");
  const labels = poll.abstention ? [...lines, shared.abstention] : lines;
  // The last number is the abstention's, also where none is offered.
  const hands = written ?? declared ?? Array.from({ length: lines.length + 1 }, () => 0);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isFine = hands.every((n) => Number.isInteger(n) && n >= 0 && n <= 100_000);
    setTrouble(isFine ? "" : words.needHands);
    setSaid(isFine ? words.handsSaved : "");
    if (isFine) session.send({ do: "poll.hands", poll: id, hands });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <p class="muted">{words.handsText}</p>
      <div class="hands-lines">
        {labels.map((label, index) => (
          <NumberField
            key={index}
            label={label}
            value={hands[index] ?? 0}
            min={0}
            max={100_000}
            onChange={(n) => setWritten(hands.map((old, at) => at === index ? n : old))}
          />
        ))}
      </div>
      {trouble !== "" && <p class="alert" role="alert">{trouble}</p>}
      <div class="actions">
        <button type="submit">{words.handsSave}</button>
      </div>
      <p class="said" role="status">{said}</p>
    </form>
  );
}
