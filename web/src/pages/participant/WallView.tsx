import { useEffect } from "preact/hooks";
import { ownNotes } from "../../core/own.ts";
import type { Wall } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ModerationLog, WallNotes } from "../../ui/Notes.tsx";
import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { Composer } from "./Composer.tsx";
import { OwnNotes } from "./OwnNotes.tsx";
import { PrivacyNote } from "./PrivacyNote.tsx";
import type { SeatContext } from "./seat.ts";
import { useNoteWords } from "./noteWords.ts";

interface WallProps {
  readonly id: string;
  readonly wall: Wall;
  readonly seat: SeatContext;
}

export function WallView({ id, wall, seat }: WallProps) {
  const words = useNoteWords();
  const shared = useRoomWords();
  const { session, keepsakes } = seat;
  useValue(session.store.entity(`mine/${id}`));
  useValue(session.store.synced);
  useValue(session.outbox.pending);
  useRefusedNotes(id, seat);
  const log = useValueOr(session.store.entity(`hidden/${id}`), noItems);
  const notes = ownNotes(id, keepsakes, session.outbox, log);
  const progress = useValue(session.store.entity(`progress/${id}`));
  const count = progress?.notes ?? 0;
  const writable = wall.phase === "silent" || wall.phase === "open";
  return (
    <article class="wall-step">
      <h1 tabIndex={-1} dir="auto">{wall.title}</h1>
      <p class="progress-line muted">
        {wall.phase === "silent" ? words.silentPhase(count) : shared.noteCount(count)}
      </p>
      {writable ? <PrivacyNote activity={wall} /> : (
        <p class="tag">
          <Icon name="lock" />
          {words.wallClosed}
        </p>
      )}
      {writable && <Composer id={id} wall={wall} seat={seat} used={notes.length} />}
      {(notes.length > 0 || writable) && (
        <OwnNotes id={id} wall={wall} seat={seat} notes={notes} writable={writable} />
      )}
      {wall.phase !== "silent" && (
        <section class="all-notes" aria-labelledby={`all-${id}`}>
          <h2 id={`all-${id}`}>{words.allNotes}</h2>
          <WallNotes
            store={session.store}
            id={id}
            wall={wall}
            mine={new Set(notes.map((note) => note.note))}
          />
        </section>
      )}
      <ModerationLog log={log} />
    </article>
  );
}

/** A refused text goes back into the box: nothing typed is ever lost. */
function useRefusedNotes(id: string, seat: SeatContext): void {
  const refusals = useValue(seat.session.refusals);
  useEffect(() => {
    for (const refusal of refusals) {
      const { command } = refusal.pending;
      if ((command.do !== "note.post" && command.do !== "note.edit") || command.wall !== id) {
        continue;
      }
      if (seat.returned.has(refusal.pending.id)) continue;
      seat.returned.add(refusal.pending.id);
      const { section, text } = command;
      const note = command.do === "note.edit" ? command.note : null;
      seat.drafts.giveBack(id, section, text, note);
    }
  }, [refusals]);
}
