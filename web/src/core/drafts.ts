import { Kept } from "./kept.ts";
import type { Shelf } from "./outbox.ts";
import type { Signal } from "./signal.ts";

/** A note being written, and which note it changes when it is not new. */
export interface Draft {
  readonly section: number;
  readonly text: string;
  readonly note: string | null;
  /** A new note begun before an older one was taken up again: it comes back afterwards. */
  readonly aside: string;
}

const empty: Draft = { section: 0, text: "", note: null, aside: "" };

/** Notes being written, one per wall: kept through reloads. */
export class Drafts {
  readonly #drafts: Kept<Draft>;

  constructor(shelf: Shelf | null, prefix: string) {
    this.#drafts = new Kept(shelf, prefix, (stored) => ({ ...empty, ...stored as Partial<Draft> }));
  }

  of(wall: string): Signal<Draft> {
    return this.#drafts.of(wall);
  }

  write(wall: string, draft: Draft): void {
    this.#drafts.keep(wall, draft, draft.text === "" && draft.aside === "");
  }

  /** Empties the box after sending; what was set aside returns to it. */
  clear(wall: string): void {
    const { section, aside } = this.of(wall).value;
    this.write(wall, { ...empty, section, text: aside });
  }

  /** Takes a posted note up again; a new note begun meanwhile is set aside. */
  edit(wall: string, note: string, section: number, text: string): void {
    const now = this.of(wall).value;
    this.write(wall, { section, text, note, aside: now.note === null ? now.text : now.aside });
  }

  /** Puts a refused text back into the box; what is being written there now is kept too. */
  giveBack(wall: string, section: number, text: string, note: string | null): void {
    const now = this.of(wall).value;
    if (now.text === text) return;
    if (note !== null) return this.edit(wall, note, section, text);
    if (now.note !== null) {
      return this.write(wall, { ...now, aside: joined(text, now.aside) });
    }
    this.write(wall, { ...now, section, text: joined(text, now.text) });
  }
}

function joined(first: string, second: string): string {
  return second.trim() === "" ? first : `${first}\n\n${second}`;
}

/** Length as the limit counts it: Unicode code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
