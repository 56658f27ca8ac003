import { useCallback, useRef, useState } from "preact/hooks";
import type { Wall } from "../../core/protocol.ts";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ModerationLog, WallNotes } from "../../ui/Notes.tsx";
import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { FormEnd, TextField } from "./Field.tsx";
import { type ConsoleContext, useWords } from "./context.ts";

interface WallProps {
  readonly id: string;
  readonly wall: Wall;
  readonly context: ConsoleContext;
}

/** Longest reason, in characters (Protocol.md section 5, `reason-too-long`). */
const reasonLimit = 200;

/** All notes, hidden ones included and marked, each with its button. */
export function ModeratedWall({ id, wall, context }: WallProps) {
  const words = useWords();
  const { session } = context;
  const log = useValueOr(session.store.entity(`hidden/${id}`), noItems);
  const dialog = useRef<DialogHandle>(null);
  const [note, setNote] = useState<string | null>(null);
  const tools = useCallback((each: string) => {
    const ask = () => {
      setNote(each);
      dialog.current?.open();
    };
    return <NoteTools note={each} context={context} onAsk={ask} />;
  }, [context]);
  const chosen = note === null ? undefined : session.store.entity(`note/${note}`).value;
  const isHidden = chosen?.hidden !== undefined;
  const decide = (reason: string) => {
    if (note === null) return;
    session.send({ do: isHidden ? "note.restore" : "note.hide", wall: id, note, reason });
    dialog.current?.close();
  };
  return (
    <>
      <WallNotes
        store={session.store}
        id={id}
        wall={wall}
        tools={tools}
      />
      <ModerationLog log={log} />
      <Dialog handle={dialog} title={isHidden ? words.restoreTitle : words.hideTitle}>
        <blockquote class="note-quote" dir="auto">{chosen?.text}</blockquote>
        {!isHidden && <p class="muted">{words.hideText}</p>}
        <ReasonForm
          label={isHidden ? words.restore : words.hide}
          onDecide={decide}
          onCancel={() => dialog.current?.close()}
        />
      </Dialog>
    </>
  );
}

function NoteTools(
  { note, context, onAsk }: {
    note: string;
    context: ConsoleContext;
    onAsk: () => void;
  },
) {
  const words = useWords();
  const hidden = useValue(context.session.store.entity(`note/${note}`))?.hidden;
  return (
    <div class="note-tools">
      {hidden !== undefined && (
        <p class="note-hidden">
          <Icon name="hide" />
          {words.hiddenBecause(hidden)}
        </p>
      )}
      <button
        type="button"
        class="quiet icon-only"
        aria-label={hidden === undefined ? words.hide : words.restore}
        title={hidden === undefined ? words.hide : words.restore}
        onClick={onAsk}
      >
        <Icon name={hidden === undefined ? "hide" : "eye"} />
      </button>
    </div>
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
