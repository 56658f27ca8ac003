import { useState } from "preact/hooks";
import { linesOf } from "../../core/lines.ts";
import type { Design, Identity, PollDesign, ResultsPolicy } from "../../core/protocol.ts";
import { FormEnd, NumberField, Segments, TextField } from "./Field.tsx";
import { useWords } from "./context.ts";

interface EditorProps {
  readonly draft: PollDesign | null;
  readonly onSave: (design: Design) => void;
  readonly onCancel: () => void;
}

export function PollEditor({ draft, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [question, setQuestion] = useState(draft?.question ?? "");
  const [lines, setLines] = useState(draft?.options.join("\n") ?? "");
  const [kind, setKind] = useState<"single" | "multiple">(
    draft !== null && draft.max > 1 ? "multiple" : "single",
  );
  const [min, setMin] = useState(draft?.min ?? 1);
  const [max, setMax] = useState(Math.max(2, draft?.max ?? 3));
  const [abstention, setAbstention] = useState(draft?.abstention ?? true);
  const [results, setResults] = useState<ResultsPolicy>(draft?.results ?? "live");
  const [identity, setIdentity] = useState<Identity>(draft?.identity ?? "anonymous");
  const [trouble, setTrouble] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const options = linesOf(lines);
    const bounds = kind === "single" ? { min: 1, max: 1 } : { min, max };
    if (question.trim() === "") return setTrouble(words.needQuestion);
    if (options.length < 2) return setTrouble(words.needOptions);
    const fits = bounds.min >= 1 && bounds.min <= bounds.max && bounds.max <= options.length;
    if (!fits) return setTrouble(words.needBounds);
    onSave({
      kind: "poll",
      question: question.trim(),
      options,
      ...bounds,
      abstention,
      results,
      identity,
    });
  };
  return (
    <form class="stack editor" onSubmit={submit} noValidate>
      <TextField label={words.question} value={question} onInput={setQuestion} />
      <TextField
        label={words.options}
        value={lines}
        onInput={setLines}
        hint={words.optionsHint}
        rows={5}
      />
      <Segments
        legend={words.kindOfAnswer}
        name="kind"
        value={kind}
        items={[["single", words.single], ["multiple", words.multiple]]}
        onChange={setKind}
      />
      {kind === "multiple" && (
        <div class="number-row">
          <NumberField label={words.min} value={min} min={1} max={20} onChange={setMin} />
          <NumberField label={words.max} value={max} min={1} max={20} onChange={setMax} />
        </div>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={abstention}
          onChange={(event) => setAbstention(event.currentTarget.checked)}
        />
        <span>{words.abstention}</span>
      </label>
      <Segments
        legend={words.results}
        name="results"
        value={results}
        items={[
          ["live", words.resultsLive],
          ["close", words.resultsClose],
          ["reveal", words.resultsReveal],
        ]}
        onChange={setResults}
      />
      <Segments
        legend={words.identity}
        name="identity"
        value={identity}
        items={[["anonymous", words.anonymous], ["named", words.named]]}
        hint={identity === "anonymous" ? words.anonymousHint : words.namedPollHint}
        onChange={setIdentity}
      />
      <FormEnd trouble={trouble} cancel={words.cancel} onCancel={onCancel}>
        <button type="submit" class="primary">{draft === null ? words.add : words.save}</button>
      </FormEnd>
    </form>
  );
}
