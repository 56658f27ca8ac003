import { codePoints } from "../../core/drafts.ts";
import { newId } from "../../core/identifier.ts";
import type { Wall } from "../../core/protocol.ts";
import { useValue } from "../../ui/use.ts";
import type { SeatContext } from "./seat.ts";
import { useNoteWords } from "./noteWords.ts";
import { useWords } from "./words.ts";

/** Longest note, in Unicode code points (Protocol.md section 5, `note-too-long`). */
export const noteLimit = 500;
/** From here on the counter is worth looking at. */
const counterFrom = 400;

interface ComposerProps {
  readonly id: string;
  readonly wall: Wall;
  readonly seat: SeatContext;
  /** How many of the seat's notes are on the wall. */
  readonly used: number;
}

/** Where a note is written; what is in it survives a reload. */
export function Composer({ id, wall, seat, used }: ComposerProps) {
  const words = useNoteWords();
  const counts = useWords();
  const draft = useValue(seat.drafts.of(id));
  const left = wall.notesPerSeat - used;
  const isNew = draft.note === null;
  const length = codePoints(draft.text);
  const sendable = draft.text.trim() !== "" && length <= noteLimit && (left > 0 || !isNew);
  const write = (text: string) => seat.drafts.write(id, { ...draft, text });
  const post = (event: SubmitEvent) => {
    event.preventDefault();
    if (!sendable) return;
    seat.session.send({
      do: isNew ? "note.post" : "note.edit",
      wall: id,
      note: draft.note ?? newId(),
      section: draft.section,
      text: draft.text.trim(),
    });
    seat.drafts.clear(id);
  };
  return (
    <form class="composer" onSubmit={post}>
      <NoteRefusal id={id} seat={seat} />
      {wall.sections.length > 1 && (
        <fieldset class="segments sections">
          <legend>{words.section}</legend>
          {wall.sections.map((section, index) => (
            <label key={index}>
              <input
                type="radio"
                name={`section-${id}`}
                checked={draft.section === index}
                onChange={() => seat.drafts.write(id, { ...draft, section: index })}
              />
              <span dir="auto">{section}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label class="field">
        <span>{words.noteLabel}</span>
        <textarea
          rows={3}
          dir="auto"
          value={draft.text}
          placeholder={words.notePlaceholder}
          aria-describedby={`count-${id}`}
          aria-invalid={length > noteLimit}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.currentTarget.form?.requestSubmit();
            }
          }}
        />
      </label>
      <div class="composer-foot">
        <p class={length > noteLimit ? "over" : "muted"} id={`count-${id}`}>
          {length > noteLimit
            ? counts.charactersOver(length - noteLimit)
            : length >= counterFrom
            ? counts.charactersLeft(noteLimit - length)
            : left > 0 || !isNew
            ? words.notesLeft(Math.max(0, left))
            : words.noNotesLeft}
        </p>
        {!isNew && (
          <button type="button" class="quiet" onClick={() => seat.drafts.clear(id)}>
            {words.cancel}
          </button>
        )}
        <button type="submit" class="primary" aria-disabled={!sendable}>
          {isNew ? words.post : words.saveNote}
        </button>
      </div>
    </form>
  );
}

function NoteRefusal({ id, seat }: { id: string; seat: SeatContext }) {
  const words = useNoteWords();
  const refusal = useValue(seat.session.refusals).findLast(({ pending }) =>
    "wall" in pending.command && pending.command.wall === id
  );
  if (refusal === undefined) return null;
  const gaveBack = refusal.pending.command.do !== "note.withdraw";
  return (
    <p class="alert" role="alert">
      {gaveBack ? words.refusedNote(refusal.say) : words.refusedOther(refusal.say)}
    </p>
  );
}
