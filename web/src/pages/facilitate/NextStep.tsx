import { useEffect, useRef } from "preact/hooks";
import { nextAction } from "../../core/next.ts";
import { Icon } from "../../ui/Icon.tsx";
import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { useShortcut } from "./shortcut.ts";
import { type ConsoleContext, titleOf, useWords } from "./context.ts";

/** Pause after each step before the key works again, in milliseconds. */
const keyPause = 1_500;

/** The one big button: what comes next, with what it concerns. Key N does the same. */
export function NextStep({ context, selected }: {
  context: ConsoleContext;
  selected: string | null;
}) {
  const words = useWords();
  const { session } = context;
  const { store } = session;
  const room = useValue(store.entity("room"));
  const agenda = useValueOr(store.entity("agenda"), noItems);
  useValue(store.changes("activity"));
  const next = room === undefined
    ? null
    : nextAction(room, agenda, (id) => store.entity(`activity/${id}`).value);
  const pending = useValue(session.outbox.pending);
  const waiting = pending.length > 0;
  const run = () => {
    if (next !== null && !waiting) session.send(next.command);
  };
  // A key pressed twice must not launch a vote and close it for good.
  const since = useRef(0);
  const what = next === null ? "" : `${next.what} ${next.activity}`;
  useEffect(() => {
    since.current = performance.now();
  }, [what]);
  useShortcut("n", () => {
    if (performance.now() - since.current > keyPause) run();
  });
  if (room === undefined || room.phase === "ended") return null;
  if (next === null) return <p class="next-done muted">{words.nothingNext}</p>;
  const about = next.activity === null
    ? undefined
    : store.entity(`activity/${next.activity}`).value;
  const closes = next.what === "closePoll" || next.what === "closeWall";
  return (
    <div class="next">
      <button
        type="button"
        class="primary next-button"
        aria-disabled={waiting}
        aria-keyshortcuts="N"
        title={words.nextKey}
        onClick={run}
      >
        <span>
          <span class="next-what">{words[next.what]}</span>
          {about !== undefined && next.activity !== selected && (
            <span class="next-about" dir="auto">{titleOf(about)}</span>
          )}
          {closes && <span class="next-about">{words.closeForGood}</span>}
        </span>
        <kbd aria-hidden="true">N</kbd>
      </button>
      {room.focus !== null && (
        <button
          type="button"
          class="quiet small"
          onClick={() => session.send({ do: "activity.focus", activity: null })}
        >
          <Icon name="wait" />
          {words.leave}
        </button>
      )}
    </div>
  );
}
