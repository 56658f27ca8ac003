import { newId } from "../../core/identifier.ts";
import { designOf, nextRound } from "../../core/next.ts";
import type { Poll } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import { type ConsoleContext, useConductWords } from "./context.ts";

interface RoundProps {
  readonly id: string;
  readonly poll: Poll;
  readonly context: ConsoleContext;
}

/** Asks a finished question once more; only its last round can be followed. */
export function AnotherRound({ id, poll, context }: RoundProps) {
  const words = useConductWords();
  const { session } = context;
  const { store } = session;
  useValue(store.changes("activity"));
  const isFollowed = store.ids("activity").some((other) => {
    const activity = store.entity(`activity/${other}`).value;
    return activity?.kind === "poll" && activity.follows === id;
  });
  if (isFollowed || (poll.phase !== "closed" && poll.phase !== "revealed")) return null;
  const again = () => {
    const agenda = store.entity("agenda").value ?? [];
    const activity = newId();
    const as = nextRound(id, designOf(poll));
    session.send({ do: "activity.add", activity, as, at: agenda.indexOf(id) + 1 });
    session.send({ do: "activity.launch", activity });
  };
  return (
    <button type="button" title={words.anotherRoundHint} onClick={again}>
      <Icon name="again" />
      {words.anotherRound}
    </button>
  );
}
