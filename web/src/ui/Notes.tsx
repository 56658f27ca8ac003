import type { ComponentChildren } from "preact";
import type { Moderation, Wall } from "../core/protocol.ts";
import type { EntityStore } from "../core/store.ts";
import { memo } from "./memo.ts";
import { useValue } from "./use.ts";
import { useRoomWords } from "./words.ts";

/** Ids of a wall's notes by section, each in the order of the wall. */
export function notesBySection(store: EntityStore, wall: string, sections: number): string[][] {
  const found: { id: string; section: number; place: number }[] = [];
  for (const id of store.ids("note")) {
    const note = store.entity(`note/${id}`).value;
    if (note?.wall === wall) found.push({ id, section: note.section, place: note.place });
  }
  found.sort((a, b) => a.place - b.place);
  const columns = Array.from({ length: Math.max(1, sections) }, (): string[] => []);
  for (const { id, section } of found) columns[Math.min(section, columns.length - 1)]?.push(id);
  return columns;
}

interface WallNotesProps {
  readonly store: EntityStore;
  readonly id: string;
  readonly wall: Wall;
  /** Level of the sections' headings in the page. */
  readonly heading?: "h2" | "h3";
  /** Ids of the reader's own notes, marked. */
  readonly mine?: ReadonlySet<string>;
  /** What stands under a note; the facilitator's buttons. */
  readonly tools?: (note: string) => ComponentChildren;
}

/** All visible notes, one column a section. Each note redraws alone. */
export function WallNotes({ store, id, wall, heading, mine, tools }: WallNotesProps) {
  const words = useRoomWords();
  const Heading = heading ?? "h3";
  useValue(store.changes("note"));
  const columns = notesBySection(store, id, wall.sections.length);
  return (
    <div class="wall">
      {columns.map((notes, index) => (
        <section key={index} class={`wall-section section-${index % 6}`}>
          <Heading dir="auto">
            {wall.sections[index] ?? ""}
            <span class="wall-count">{notes.length}</span>
          </Heading>
          {notes.length === 0 && <p class="muted">{words.emptySection}</p>}
          <ul>
            {notes.map((note) => (
              <NoteCard
                key={note}
                store={store}
                id={note}
                isMine={mine?.has(note) === true}
                tools={tools}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface NoteCardProps {
  readonly store: EntityStore;
  readonly id: string;
  readonly isMine: boolean;
  readonly tools: WallNotesProps["tools"] | undefined;
}

const NoteCard = memo(function NoteCard({ store, id, isMine, tools }: NoteCardProps) {
  const note = useValue(store.entity(`note/${id}`));
  if (note === undefined) return null;
  const look = `note${isMine ? " is-mine" : ""}${note.hidden !== undefined ? " is-hidden" : ""}`;
  return (
    <li class={look}>
      <p class="note-text" dir="auto">{note.text}</p>
      {note.author !== undefined && <p class="note-author" dir="auto">{note.author}</p>}
      {tools?.(id)}
    </li>
  );
});

/** What was hidden and shown again, and why: readable by the whole room. */
export function ModerationLog({ log }: { log: readonly Moderation[] }) {
  const words = useRoomWords();
  if (log.length === 0) return null;
  return (
    <details class="log">
      <summary>{words.moderationLog} ({log.length})</summary>
      <ol>
        {log.map((line, index) => (
          <li key={index} dir="auto">
            {line.done === "hide" ? words.logHide(line.reason) : words.logRestore(line.reason)}
          </li>
        ))}
      </ol>
    </details>
  );
}
