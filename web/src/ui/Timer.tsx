import { useEffect, useReducer } from "preact/hooks";
import type { Session } from "../core/session.ts";
import { Icon } from "./Icon.tsx";
import { useValue } from "./use.ts";
import { useRoomWords } from "./words.ts";

/** Seconds as a clock shows them: 1:05, or 1:02:05 from an hour on. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** Whole seconds until `endsMs` in the server's time, looked at again when each second ends. */
function useSecondsLeft(session: Session, endsMs: number | undefined): number {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const left = endsMs === undefined ? 0 : Math.max(0, endsMs - session.serverNow());
  const seconds = Math.ceil(left / 1_000);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => redraw(null), left - (seconds - 1) * 1_000);
    return () => clearTimeout(timer);
  });
  return seconds;
}

interface TimerProps {
  readonly id: string;
  readonly session: Session;
  /** The projector: large, read aloud by nobody. */
  readonly plain?: boolean;
}

/** The time left to answer. It closes nothing, and says so at its end. */
export function Timer({ id, session, plain }: TimerProps) {
  const words = useRoomWords();
  const { store } = session;
  const link = useValue(session.link);
  const all = useValue(store.entity(`timer/${id}`));
  const own = useValue(store.entity(`time/${id}`));
  const activity = useValue(store.entity(`activity/${id}`));
  const seconds = useSecondsLeft(session, own?.endsMs ?? all?.endsMs);
  const isOpen = activity?.phase === "open" || activity?.phase === "silent";
  if (all === undefined || !isOpen) return null;
  const isUp = seconds === 0 && link.is !== "idle";
  const upText = activity.kind === "wall" ? words.timeUpWall : words.timeUp;
  return (
    <div class={`timer${isUp ? " is-up" : seconds <= 10 ? " is-short" : ""}`}>
      <p>
        <Icon name="wait" />
        {isUp ? <span>{upText}</span> : (
          <span role="timer" aria-label={words.timeLeft}>
            <span class="timer-name">{words.timeLeft}</span>{" "}
            <strong class="timer-clock">{clockText(seconds)}</strong>
          </span>
        )}
      </p>
      {own !== undefined && !isUp && <p class="timer-own">{words.moreTime}</p>}
      {plain !== true && (
        <p class="sr-only" role="status">
          {isUp
            ? upText
            : seconds > 60 || seconds === 0
            ? ""
            : seconds <= 10
            ? words.secondsLeft
            : words.minuteLeft}
        </p>
      )}
    </div>
  );
}
