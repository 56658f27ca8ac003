import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity, Room, Wall } from "../../core/protocol.ts";
import type { Session } from "../../core/session.ts";
import { Connection } from "../../ui/Connection.tsx";
import { byeSentence, Farewell } from "../../ui/Farewell.tsx";
import { hasChosenLanguage, speak } from "../../ui/preferences.ts";
import { useLater } from "../../ui/later.ts";
import { Settings } from "../../ui/Settings.tsx";
import { noItems, useTitle, useValue, useValueOr } from "../../ui/use.ts";
import { showTypeface } from "../../ui/typeface.ts";
import { useRoomWords } from "../../ui/words.ts";
import { EndedView } from "./EndedView.tsx";
import { laterPart } from "./laterPart.ts";
import { MoveSeat } from "./MoveSeat.tsx";
import { PollView } from "./PollView.tsx";
import type { SeatContext } from "./seat.ts";
import { useWords } from "./words.ts";

interface RoomProps {
  readonly seat: SeatContext;
  readonly onJoinRefused: (say: string) => void;
}

export function RoomView({ seat, onJoinRefused }: RoomProps) {
  const { session } = seat;
  const shared = useRoomWords();
  const link = useValue(session.link);
  const room = useValue(session.store.entity("room"));
  const refusedJoin = link.is === "stopped" && link.code === "invalid-join";
  useEffect(() => {
    if (refusedJoin) onJoinRefused(byeSentence(shared, "invalid-join", ""));
  }, [refusedJoin]);
  useRoomLanguage(room);
  useTitle(room?.title);
  if (link.is === "stopped" && !refusedJoin) return <Farewell code={link.code} say={link.say} />;
  return (
    <div class="page">
      <header class="masthead">
        <p class="brand room-title" dir="auto">
          <span class="mark" aria-hidden="true" />
          <span>{room?.title ?? shared.product}</span>
        </p>
        <Connection session={session} />
        <Settings>
          <MoveSeat code={seat.code} token={seat.token} />
        </Settings>
      </header>
      <main class="step">
        {room === undefined
          ? <Waiting kind="joining" seat={seat} />
          : <Phase room={room} seat={seat} />}
      </main>
    </div>
  );
}

/** A browser that speaks neither language, or a person who chose none, follows the room. */
function useRoomLanguage(room: Room | undefined): void {
  const spoken = room?.language;
  useEffect(() => {
    const known = navigator.languages.some((tag) => /^(fr|en)/i.test(tag));
    if (spoken !== undefined && !known && !hasChosenLanguage()) speak(spoken);
  }, [spoken]);
}

function Phase({ room, seat }: { room: Room; seat: SeatContext }) {
  switch (room.phase) {
    case "lobby":
      return <Waiting kind="lobby" seat={seat} />;
    case "open":
      return <Current room={room} seat={seat} />;
    case "ended":
      return <EndedView seat={seat} />;
  }
}

function Waiting({ kind, seat }: { kind: "joining" | "lobby" | "between"; seat: SeatContext }) {
  const words = useWords();
  const shared = useRoomWords();
  const name = useValue(seat.session.name);
  const presence = useValue(seat.session.store.entity("presence"));
  const title = { joining: words.joining, lobby: words.lobbyTitle, between: words.waitTitle }[kind];
  return (
    <div class="waiting">
      <span class="breath" aria-hidden="true" />
      <h1 tabIndex={-1}>{title}</h1>
      <p>{kind === "between" ? words.waitText : words.lobbyText}</p>
      <p class="muted you">
        {name !== null && (
          <span>
            {words.you} <strong dir="auto">{name}</strong>
          </span>
        )}
        {presence !== undefined && <span>{shared.here(presence.here)}</span>}
      </p>
    </div>
  );
}

function isOpen(activity: Activity): boolean {
  return activity.phase === "open" || activity.phase === "silent";
}

/** Activities that can be answered now besides the one in focus. */
function useOpenActivities(session: Session, focus: string | null): string[] {
  useValue(session.store.changes("activity"));
  const agenda = useValueOr(session.store.entity("agenda"), noItems);
  return agenda.filter((id) => {
    const activity = session.store.entity(`activity/${id}`).value;
    return id !== focus && activity !== undefined && isOpen(activity);
  });
}

/** What everybody is brought to, or what this person chose among what is open. */
function Current({ room, seat }: { room: Room; seat: SeatContext }) {
  const words = useWords();
  const others = useOpenActivities(seat.session, room.focus);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => setChosen(null), [room.focus]);
  const shown = chosen !== null && others.includes(chosen) ? chosen : room.focus;
  useFocusOnNewStep(shown);
  return (
    <>
      {shown === null
        ? <Waiting kind="between" seat={seat} />
        : <ActivityView key={shown} id={shown} seat={seat} />}
      {(others.length > 0 || shown !== room.focus) && (
        <nav class="others" aria-label={words.otherOpen}>
          {shown !== room.focus && (
            <button
              type="button"
              class="quiet"
              onClick={() => setChosen(null)}
            >
              {words.backToCurrent}
            </button>
          )}
          {others.filter((id) =>
            id !== shown
          ).map((id) => (
            <OtherStep
              key={id}
              id={id}
              session={seat.session}
              onChoose={() => setChosen(id)}
            />
          ))}
        </nav>
      )}
    </>
  );
}

/** A new step moves the focus to its heading, so that nobody is left where nothing is any more. */
function useFocusOnNewStep(shown: string | null): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    showTypeface();
    document.querySelector<HTMLElement>("main h1")?.focus();
    scrollTo({ top: 0 });
  }, [shown]);
}

function OtherStep(
  { id, session, onChoose }: { id: string; session: Session; onChoose: () => void },
) {
  const words = useWords();
  const activity = useValue(session.store.entity(`activity/${id}`));
  if (activity === undefined) return null;
  return (
    <button type="button" class="quiet" onClick={onChoose}>
      <span class="muted">{words.otherOpen}</span>
      <span dir="auto">{activity.kind === "poll" ? activity.question : activity.title}</span>
    </button>
  );
}

export function ActivityView({ id, seat }: { id: string; seat: SeatContext }) {
  const activity = useValue(seat.session.store.entity(`activity/${id}`));
  if (activity === undefined) return <Waiting kind="between" seat={seat} />;
  switch (activity.kind) {
    case "poll":
      return <PollView id={id} poll={activity} seat={seat} />;
    case "wall":
      return <WallStep id={id} wall={activity} seat={seat} />;
  }
}

/** A wall, once the part of the page that shows it has come. */
function WallStep({ id, wall, seat }: { id: string; wall: Wall; seat: SeatContext }) {
  const shared = useRoomWords();
  const later = useLater(laterPart);
  if (later !== null) return <later.WallView id={id} wall={wall} seat={seat} />;
  return (
    <article class="wall-step">
      <h1 tabIndex={-1} dir="auto">{wall.title}</h1>
      <p class="muted">{shared.loading}</p>
    </article>
  );
}
