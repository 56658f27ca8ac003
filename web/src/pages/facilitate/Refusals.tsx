import type { Session } from "../../core/session.ts";
import { useValue } from "../../ui/use.ts";
import { useWords } from "./context.ts";

/** What the server refused, with its reason, until it is dismissed. */
export function Refusals({ session }: { session: Session }) {
  const words = useWords();
  const refusals = useValue(session.refusals);
  if (refusals.length === 0) return null;
  return (
    <ul class="refusals">
      {refusals.map((refusal) => (
        <li key={refusal.pending.id} class="alert" role="alert">
          <span>{words.refused(refusal.say)}</span>
          <button type="button" class="quiet small" onClick={() => session.dismiss(refusal)}>
            {words.dismiss}
          </button>
        </li>
      ))}
    </ul>
  );
}
