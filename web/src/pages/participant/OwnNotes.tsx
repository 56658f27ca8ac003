import type { OwnNoteState } from "../../core/own.ts";
import type { Wall } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import type { SeatContext } from "./seat.ts";
import { useNoteWords } from "./noteWords.ts";

interface OwnNotesProps {
  readonly id: string;
  readonly wall: Wall;
  readonly seat: SeatContext;
  readonly notes: readonly OwnNoteState[];
  readonly writable: boolean;
}

/** The seat's own notes, newest first, each with what can still be done to it. */
export function OwnNotes({ id, wall, seat, notes, writable }: OwnNotesProps) {
  const words = useNoteWords();
  return (
    <section class="own-notes" aria-labelledby={`own-${id}`}>
      <h2 id={`own-${id}`}>{words.yourNotes}</h2>
      {notes.length === 0 && <p class="muted">{words.noOwnNotes}</p>}
      <ul>
        {notes.toReversed().map((note) => (
          <OwnNote
            key={note.note}
            id={id}
            wall={wall}
            seat={seat}
            note={note}
            writable={writable}
          />
        ))}
      </ul>
    </section>
  );
}

type OwnNoteProps = Omit<OwnNotesProps, "notes"> & { readonly note: OwnNoteState };

function OwnNote({ id, wall, seat, note, writable }: OwnNoteProps) {
  const words = useNoteWords();
  const link = useValue(seat.session.link);
  const isLive = link.is === "live";
  const edit = () => {
    seat.drafts.edit(id, note.note, note.section, note.text);
    document.querySelector<HTMLElement>(".composer textarea")?.focus();
  };
  const withdraw = () => {
    seat.session.send({ do: "note.withdraw", wall: id, note: note.note });
    if (seat.drafts.of(id).value.note === note.note) seat.drafts.clear(id);
    document.querySelector<HTMLElement>(".composer textarea")?.focus();
  };
  const truth = note.is === "saved"
    ? words.noteSaved
    : isLive
    ? words.notePending
    : words.noteWaiting;
  return (
    <li
      class={`note is-own section-${note.section % 6}${note.hidden === null ? "" : " is-hidden"}`}
    >
      {wall.sections.length > 1 && (
        <p class="note-section" dir="auto">{wall.sections[note.section]}</p>
      )}
      <p class="note-text" dir="auto">{note.text}</p>
      {note.hidden !== null && (
        <p class="note-hidden">
          <Icon name="hide" />
          {words.hiddenByFacilitator(note.hidden)}
        </p>
      )}
      <div class="note-foot">
        <p class={`truth is-${note.is}`}>
          {note.is === "saved" && <Icon name="check" />}
          {truth}
        </p>
        {writable && (
          <>
            <button type="button" class="quiet small" onClick={edit}>{words.edit}</button>
            <button type="button" class="quiet small" onClick={withdraw}>
              {words.withdrawNote}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
