import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { FormEnd, TextField } from "./Field.tsx";
import { useWords } from "./context.ts";

/** Longest reason, in characters (Protocol.md section 5, `reason-too-long`). */
const reasonLimit = 200;

interface ReasonProps {
  readonly handle: RefObject<DialogHandle>;
  readonly title: string;
  /** What it is about, as it was written. */
  readonly quote: string | undefined;
  readonly hint: string | null;
  readonly label: string;
  readonly onDecide: (reason: string) => void;
}

/** Asks why something is hidden or shown again, before it is. */
export function ReasonDialog({ handle, title, quote, hint, label, onDecide }: ReasonProps) {
  const decide = (reason: string) => {
    handle.current?.close();
    onDecide(reason);
  };
  return (
    <Dialog handle={handle} title={title}>
      <blockquote class="note-quote" dir="auto">{quote}</blockquote>
      {hint !== null && <p class="muted">{hint}</p>}
      <ReasonForm label={label} onDecide={decide} onCancel={() => handle.current?.close()} />
    </Dialog>
  );
}

function ReasonForm(
  { label, onDecide, onCancel }: {
    readonly label: string;
    readonly onDecide: (reason: string) => void;
    readonly onCancel: () => void;
  },
) {
  const words = useWords();
  const [reason, setReason] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onDecide([...reason.trim()].slice(0, reasonLimit).join(""));
  };
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={words.reason}
        value={reason}
        onInput={setReason}
        hint={words.reasonExample}
      />
      <FormEnd trouble="" cancel={words.cancel} onCancel={onCancel}>
        <button type="submit" class="primary">{label}</button>
      </FormEnd>
    </form>
  );
}
