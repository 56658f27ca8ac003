import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import type { Edited } from "./Agenda.tsx";
import { type ConsoleContext, useWords } from "./context.ts";

/** What was written and refused: it is not lost, it opens again. */
export function RefusedDesigns(
  { context, onEdit }: { context: ConsoleContext; onEdit: (what: Edited) => void },
) {
  const words = useWords();
  const { session } = context;
  const refusals = useValue(session.refusals);
  return (
    <>
      {refusals.map((refusal) => {
        const { command } = refusal.pending;
        if (command.do !== "activity.add" && command.do !== "activity.edit") return null;
        const { as } = command;
        const again = () => {
          const id = command.do === "activity.add" ? null : command.activity;
          onEdit({ id, kind: as.kind, design: as });
          session.dismiss(refusal);
        };
        return (
          <button key={refusal.pending.id} type="button" onClick={again}>
            <Icon name="edit" />
            <span>
              {words.takeUpAgain}{" "}
              <span dir="auto">{as.kind === "poll" ? as.question : as.title}</span>
            </span>
          </button>
        );
      })}
    </>
  );
}
