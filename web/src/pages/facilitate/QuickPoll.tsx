import { useState } from "preact/hooks";
import { newId } from "../../core/identifier.ts";
import { linesOf } from "../../core/lines.ts";
import { FormEnd, TextField } from "./Field.tsx";
import { type ConsoleContext, useWords } from "./context.ts";

/** A question improvised in seconds: added after the present step and launched at once. */
export function QuickPoll({ context, onDone }: { context: ConsoleContext; onDone: () => void }) {
  const words = useWords();
  const [question, setQuestion] = useState("");
  const [lines, setLines] = useState("");
  const [trouble, setTrouble] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const options = linesOf(lines);
    if (question.trim() === "") return setTrouble(words.needQuestion);
    if (options.length < 2) return setTrouble(words.needOptions);
    const { session } = context;
    const agenda = session.store.entity("agenda").value ?? [];
    const focus = session.store.entity("room").value?.focus ?? null;
    const at = focus === null ? agenda.length : agenda.indexOf(focus) + 1;
    const activity = newId();
    const as = {
      kind: "poll",
      question: question.trim(),
      options,
      min: 1,
      max: 1,
      abstention: true,
      results: "live",
      identity: "anonymous",
    } as const;
    session.send({ do: "activity.add", activity, as, at });
    session.send({ do: "activity.launch", activity });
    onDone();
  };
  return (
    <form class="stack editor" onSubmit={submit} noValidate>
      <p class="muted">{words.quickPollHint}</p>
      <TextField label={words.question} value={question} onInput={setQuestion} />
      <TextField
        label={words.options}
        value={lines}
        onInput={setLines}
        hint={words.optionsHint}
        rows={4}
      />
      <FormEnd trouble={trouble} cancel={words.cancel} onCancel={onDone}>
        <button type="submit" class="primary">{words.launchNow}</button>
      </FormEnd>
    </form>
  );
}
