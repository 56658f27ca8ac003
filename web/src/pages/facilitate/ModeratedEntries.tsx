import { useCallback, useRef, useState } from "preact/hooks";
import type { Poll } from "../../core/protocol.ts";
import type { DialogHandle } from "../../ui/Dialog.tsx";
import { Entries } from "../../ui/Entries.tsx";
import { useValue } from "../../ui/use.ts";
import { type ConsoleContext, useConductWords, useWords } from "./context.ts";
import { HideTool } from "./HideTool.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";

interface EntriesProps {
  readonly id: string;
  readonly poll: Poll;
  readonly context: ConsoleContext;
}

/** The texts that stand on ballots, each with the button that hides it or shows it again. */
export function ModeratedEntries({ id, poll, context }: EntriesProps) {
  const words = useWords();
  const conduct = useConductWords();
  const { session } = context;
  const dialog = useRef<DialogHandle>(null);
  const [entry, setEntry] = useState<string | null>(null);
  const tools = useCallback((each: string) => {
    const ask = () => {
      setEntry(each);
      dialog.current?.open();
    };
    return <EntryTools entry={each} context={context} onAsk={ask} />;
  }, [context]);
  const chosen = entry === null ? undefined : session.store.entity(`entry/${entry}`).value;
  const isHidden = chosen?.hidden !== undefined;
  const decide = (reason: string) => {
    if (entry === null) return;
    session.send({ do: isHidden ? "entry.restore" : "entry.hide", poll: id, entry, reason });
  };
  return (
    <>
      <Entries id={id} poll={poll} store={session.store} tools={tools} />
      <ReasonDialog
        handle={dialog}
        title={isHidden ? conduct.restoreTextTitle : conduct.hideTextTitle}
        quote={chosen?.text}
        hint={isHidden ? null : conduct.hideTextText}
        label={isHidden ? words.restore : words.hide}
        onDecide={decide}
      />
    </>
  );
}

function EntryTools(
  { entry, context, onAsk }: { entry: string; context: ConsoleContext; onAsk: () => void },
) {
  const hidden = useValue(context.session.store.entity(`entry/${entry}`))?.hidden;
  return <HideTool hidden={hidden} why={null} onAsk={onAsk} />;
}
