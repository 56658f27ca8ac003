import { useCallback, useRef, useState } from "preact/hooks";
import type { Wall } from "../../core/protocol.ts";
import type { DialogHandle } from "../../ui/Dialog.tsx";
import { ModerationLog, WallNotes } from "../../ui/Notes.tsx";
import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { type ConsoleContext, useWords } from "./context.ts";
import { HideTool } from "./HideTool.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";

interface WallProps {
  readonly id: string;
  readonly wall: Wall;
  readonly context: ConsoleContext;
}

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
  };
  return (
    <>
      <WallNotes store={session.store} id={id} wall={wall} tools={tools} />
      <ModerationLog log={log} />
      <ReasonDialog
        handle={dialog}
        title={isHidden ? words.restoreTitle : words.hideTitle}
        quote={chosen?.text}
        hint={isHidden ? null : words.hideText}
        label={isHidden ? words.restore : words.hide}
        onDecide={decide}
      />
    </>
  );
}

function NoteTools(
  { note, context, onAsk }: { note: string; context: ConsoleContext; onAsk: () => void },
) {
  const words = useWords();
  const hidden = useValue(context.session.store.entity(`note/${note}`))?.hidden;
  return <HideTool hidden={hidden} why={words.hiddenBecause} onAsk={onAsk} />;
}
