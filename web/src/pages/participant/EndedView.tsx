import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { ActivityView } from "./RoomView.tsx";
import type { SeatContext } from "./seat.ts";
import { useWords } from "./words.ts";

/** The workshop is over: thanks, and every step to look back at. */
export function EndedView({ seat }: { seat: SeatContext }) {
  const words = useWords();
  const shared = useRoomWords();
  const { store } = seat.session;
  const agenda = useValueOr(store.entity("agenda"), noItems);
  useValue(store.changes("activity"));
  const known = agenda.filter((id) => store.entity(`activity/${id}`).value !== undefined);
  return (
    <div class="ended">
      <h1 tabIndex={-1}>{shared.endedTitle}</h1>
      <p>{shared.endedText}</p>
      {known.length > 0 && <h2>{words.endedLook}</h2>}
      {known.map((id) => <PastStep key={id} id={id} seat={seat} />)}
    </div>
  );
}

function PastStep({ id, seat }: { id: string; seat: SeatContext }) {
  const activity = useValue(seat.session.store.entity(`activity/${id}`));
  if (activity === undefined) return null;
  return (
    <details class="past">
      <summary dir="auto">{activity.kind === "poll" ? activity.question : activity.title}</summary>
      <ActivityView id={id} seat={seat} />
    </details>
  );
}
