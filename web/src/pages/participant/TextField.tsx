import { codePoints } from "../../core/drafts.ts";
import { newId } from "../../core/identifier.ts";
import type { Entry } from "../../core/protocol.ts";
import { useWords } from "./words.ts";

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly entry: Entry | undefined;
  /** Most characters, counted as the server does. */
  readonly limit: number;
  readonly required?: boolean;
  readonly onWrite: (entry: Entry) => void;
}

/** A text on a ballot; its id is made with its first letter and kept when it changes. */
export function TextField({ label, hint, entry, limit, required, onWrite }: TextFieldProps) {
  const words = useWords();
  const text = entry?.text ?? "";
  const left = limit - codePoints(text);
  const isNearEnd = left <= Math.min(50, limit / 4);
  return (
    <label class="field text-field">
      <span>{label}</span>
      {hint !== undefined && <small>{hint}</small>}
      <textarea
        rows={2}
        dir="auto"
        value={text}
        required={required === true}
        aria-invalid={left < 0}
        onInput={(event) =>
          onWrite({ entry: entry?.entry ?? newId(), text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      {isNearEnd && (
        <small class={left < 0 ? "over" : ""}>
          {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
        </small>
      )}
    </label>
  );
}
