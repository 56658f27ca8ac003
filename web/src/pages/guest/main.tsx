import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Activity } from "../../core/protocol.ts";
import type { Session } from "../../core/session.ts";
import { carriedBoot, codeInAddress, startAgainOnNewLink, takeSecret } from "../../ui/boot.ts";
import { Connection } from "../../ui/Connection.tsx";
import { Farewell, Message } from "../../ui/Farewell.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ModerationLog, WallNotes } from "../../ui/Notes.tsx";
import { hasChosenLanguage, showPreferences, speak } from "../../ui/preferences.ts";
import { Settings } from "../../ui/Settings.tsx";
import { noItems, useTitle, useValue, useValueOr } from "../../ui/use.ts";
import { openWatcher } from "../../ui/watcher.ts";
import { useWatcherWords } from "../../ui/watcherWords.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";
import { guestWords } from "../../words/guest.ts";
import { PollReading } from "./PollReading.tsx";

const boot = carriedBoot();
const code = boot?.code ?? codeInAddress();

function open(): Session | null {
  const secret = takeSecret(code, "guest");
  return secret === null ? null : openWatcher(code, "guest", secret, boot?.update ?? null);
}

function Guest() {
  const words = useRoomWords();
  const [session] = useState(open);
  if (boot !== null && boot.code === null) return <Farewell code="room-unknown" say="" />;
  if (session === null) {
    return (
      <Message title={words.goneTitle}>
        <p>{words.secretMissing}</p>
      </Message>
    );
  }
  return <Reading session={session} />;
}

/** Everything launched so far, the present step first and open: read, never answered. */
function Reading({ session }: { session: Session }) {
  const shared = useRoomWords();
  const words = guestWords[useLanguage()];
  const watch = useWatcherWords();
  const { store } = session;
  const link = useValue(session.link);
  const room = useValue(store.entity("room"));
  const agenda = useValueOr(store.entity("agenda"), noItems);
  const presence = useValue(store.entity("presence"));
  useTitle(room?.title);
  useEffect(() => {
    if (room !== undefined && !hasChosenLanguage()) speak(room.language);
  }, [room?.language]);
  if (link.is === "stopped") return <Farewell code={link.code} say={link.say} />;
  const focus = room?.focus ?? null;
  const others = agenda.filter((id) => id !== focus);
  return (
    <div class="page guest">
      <header class="masthead">
        <p class="brand room-title" dir="auto">
          <span class="mark" aria-hidden="true" />
          <span>{room?.title ?? shared.product}</span>
        </p>
        <Connection session={session} />
        <Settings />
      </header>
      <main class="stack">
        <p class="muted guest-line">
          <span class="tag">
            <Icon name="eye" />
            {words.guest}
          </span>
          {presence !== undefined && <span>{shared.here(presence.here)}</span>}
        </p>
        {room?.phase === "ended" && <h1>{shared.endedTitle}</h1>}
        {room?.phase === "lobby" && <h1>{watch.startingSoon}</h1>}
        {room?.phase === "open" && focus === null && <h1>{words.between}</h1>}
        {focus !== null && <Step key={focus} id={focus} session={session} level={1} />}
        {others.length > 0 && (
          <section class="guest-others">
            <h2>{words.otherSteps}</h2>
            {others.map((id) => <Folded key={id} id={id} session={session} />)}
          </section>
        )}
      </main>
    </div>
  );
}

function titleOf(activity: Activity): string {
  return activity.kind === "poll" ? activity.question : activity.title;
}

function Folded({ id, session }: { id: string; session: Session }) {
  const activity = useValue(session.store.entity(`activity/${id}`));
  if (activity === undefined) return null;
  return (
    <details class="past">
      <summary dir="auto">{titleOf(activity)}</summary>
      <Step id={id} session={session} level={3} />
    </details>
  );
}

function Step({ id, session, level }: { id: string; session: Session; level: 1 | 3 }) {
  const words = useRoomWords();
  const { store } = session;
  const activity = useValue(store.entity(`activity/${id}`));
  const progress = useValue(store.entity(`progress/${id}`));
  if (activity === undefined) return null;
  const line = activity.kind === "poll"
    ? words.answered(progress?.answered ?? 0, progress?.of ?? 0)
    : words.noteCount(progress?.notes ?? 0);
  return (
    <article class="stack guest-step">
      {level === 1 && <h1 dir="auto">{titleOf(activity)}</h1>}
      <p class="progress-line muted">
        {line} ·{" "}
        {activity.phase === "open" || activity.phase === "silent" ? words.open : words.closed}
      </p>
      {activity.kind === "poll"
        ? <PollReading id={id} session={session} heading={level === 1 ? "h2" : "h3"} />
        : <WallReading id={id} session={session} heading={level === 1 ? "h2" : "h3"} />}
    </article>
  );
}

function WallReading(
  { id, session, heading }: { id: string; session: Session; heading: "h2" | "h3" },
) {
  const watch = useWatcherWords();
  const wall = useValue(session.store.entity(`activity/${id}`));
  const log = useValueOr(session.store.entity(`hidden/${id}`), noItems);
  if (wall?.kind !== "wall") return null;
  return (
    <>
      {wall.phase === "silent"
        ? (
          <p class="hush">
            <Icon name="hide" />
            {watch.writingSilently}
          </p>
        )
        : <WallNotes store={session.store} id={id} wall={wall} heading={heading} />}
      <ModerationLog log={log} />
    </>
  );
}

showPreferences();
startAgainOnNewLink();
const page = document.getElementById("page");
if (page !== null) render(<Guest />, page);
