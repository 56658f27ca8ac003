import { useState } from "preact/hooks";
import { useValue } from "../../ui/use.ts";
import { type ConsoleContext, useConductWords } from "./context.ts";
import { minute } from "./TimerControl.tsx";

interface ExtraProps {
  readonly id: string;
  readonly context: ConsoleContext;
  /** When time is up for all. */
  readonly endsMs: number;
  readonly onGiven: (minutes: number) => void;
}

/** More time for one seat. To whom it was given is shown nowhere, here neither. */
export function ExtraTime({ id, context, endsMs, onGiven }: ExtraProps) {
  const words = useConductWords();
  const { session, given } = context;
  const { store } = session;
  useValue(store.changes("seat"));
  const [seat, setSeat] = useState("");
  const seats = store.ids("seat")
    .map((each) => [each, store.entity(`seat/${each}`).value?.name ?? ""] as const)
    .sort((a, b) => a[1].localeCompare(b[1]));
  const give = (minutes: number) => {
    if (seat === "") return;
    const key = `${id}/${seat}`;
    const from = Math.max(Math.round(session.serverNow()), endsMs, given.get(key) ?? 0);
    const until = from + minutes * minute;
    given.set(key, until);
    session.send({ do: "timer.extend", activity: id, seat, endsMs: until });
    onGiven(minutes);
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <p>{words.extraText}</p>
      {seats.length === 0 ? <p class="muted">{words.noSeats}</p> : (
        <label class="field">
          <span>{words.person}</span>
          <select value={seat} onChange={(event) => setSeat(event.currentTarget.value)}>
            <option value="">{words.choosePerson}</option>
            {seats.map(([each, name]) => <option key={each} value={each}>{name}</option>)}
          </select>
        </label>
      )}
      <div class="actions">
        {[1, 2, 5].map((minutes) => (
          <button
            key={minutes}
            type="button"
            aria-disabled={seat === ""}
            onClick={() => give(minutes)}
          >
            {words.give(minutes)}
          </button>
        ))}
      </div>
    </form>
  );
}
