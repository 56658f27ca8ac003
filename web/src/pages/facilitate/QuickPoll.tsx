import { newId } from "../../core/identifier.ts";
import type { PollDesign } from "../../core/protocol.ts";
import { useValue } from "../../ui/use.ts";
import { Composer } from "./Composer.tsx";
import { type ConsoleContext, useComposerWords, useWords } from "./context.ts";

/**
 * A question improvised in seconds: added after the present step and launched at once. Before the
 * room opens nothing can be launched: it waits in the agenda.
 */
export function QuickPoll({ context, onDone }: { context: ConsoleContext; onDone: () => void }) {
  const words = useWords();
  const composing = useComposerWords();
  const { session } = context;
  const room = useValue(session.store.entity("room"));
  const isOpen = room?.phase === "open";
  const send = (as: PollDesign) => {
    const agenda = session.store.entity("agenda").value ?? [];
    const focus = room?.focus ?? null;
    const at = focus === null ? agenda.length : agenda.indexOf(focus) + 1;
    const activity = newId();
    session.send({ do: "activity.add", activity, as, at });
    if (isOpen) session.send({ do: "activity.launch", activity });
    onDone();
  };
  return (
    <Composer
      context={context}
      name="quick"
      design={null}
      hint={isOpen ? composing.quickHint : composing.draftHint}
      send={isOpen ? composing.launch : words.add}
      onSend={send}
      onCancel={onDone}
    />
  );
}
