import { useRef, useState } from "preact/hooks";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Timer } from "../../ui/Timer.tsx";
import { useValue } from "../../ui/use.ts";
import { type ConsoleContext, useConductWords } from "./context.ts";
import { ExtraTime } from "./ExtraTime.tsx";
import { NumberField } from "./Field.tsx";
import { useSteadyFocus } from "./steady.ts";

/** Milliseconds in a minute. */
export const minute = 60_000;
/** Lengths offered at one press, in minutes. */
const usual = [1, 2, 5, 10] as const;
/** A timer lasts a day at most, in minutes. */
const longest = 1_440;

interface TimerProps {
  readonly id: string;
  readonly context: ConsoleContext;
}

/** The time of an open step: start it, prolong it for all or for one person, stop it. */
export function TimerControl({ id, context }: TimerProps) {
  const words = useConductWords();
  const timer = useValue(context.session.store.entity(`timer/${id}`));
  const part = useRef<HTMLElement>(null);
  useSteadyFocus(part, timer === undefined);
  const set = (endsMs: number | null) =>
    context.session.send({ do: "timer.set", activity: id, endsMs });
  return (
    <section class="timer-control" ref={part} aria-label={words.time}>
      {timer === undefined
        ? (
          <StartTime
            onStart={(minutes) => set(Math.round(context.session.serverNow() + minutes * minute))}
          />
        )
        : <RunningTime id={id} context={context} endsMs={timer.endsMs} onSet={set} />}
    </section>
  );
}

function StartTime({ onStart }: { onStart: (minutes: number) => void }) {
  const words = useConductWords();
  const [typed, setTyped] = useState(3);
  const isFine = typed > 0 && typed <= longest;
  return (
    <details>
      <summary>
        <Icon name="wait" />
        {words.time}
      </summary>
      <div class="stack">
        <div class="actions">
          {usual.map((minutes) => (
            <button
              key={minutes}
              type="button"
              onClick={() => onStart(minutes)}
            >
              {words.minutes(minutes)}
            </button>
          ))}
        </div>
        <form
          class="typed-time"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isFine) onStart(typed);
          }}
        >
          <NumberField
            label={words.minutesField}
            value={typed}
            min={1}
            max={longest}
            step="any"
            onChange={setTyped}
          />
          <button type="submit" aria-disabled={!isFine}>{words.startTime}</button>
        </form>
        <p class="muted">{words.timeHint}</p>
      </div>
    </details>
  );
}

interface RunningProps extends TimerProps {
  readonly endsMs: number;
  readonly onSet: (endsMs: number | null) => void;
}

function RunningTime({ id, context, endsMs, onSet }: RunningProps) {
  const words = useConductWords();
  const { session } = context;
  const dialog = useRef<DialogHandle>(null);
  const [said, setSaid] = useState("");
  const prolong = () => onSet(Math.max(Math.round(session.serverNow()), endsMs) + minute);
  return (
    <>
      <Timer id={id} session={session} />
      <div class="actions">
        <button type="button" onClick={prolong}>{words.oneMore}</button>
        <button type="button" onClick={() => dialog.current?.open()}>{words.extraTime}</button>
        <button type="button" class="quiet" onClick={() => onSet(null)}>{words.stopTime}</button>
      </div>
      <p class="said" role="status">{said}</p>
      <Dialog handle={dialog} title={words.extraTitle}>
        <ExtraTime
          id={id}
          context={context}
          endsMs={endsMs}
          onGiven={(minutes) => {
            setSaid(words.given(minutes));
            dialog.current?.close();
          }}
        />
      </Dialog>
    </>
  );
}
