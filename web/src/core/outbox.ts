import { newId } from "./identifier.ts";
import type { Command, Refused } from "./protocol.ts";
import { type Signal, signal, type Source } from "./signal.ts";

/** Where things outlive a reload; a browser's localStorage is one. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A command on its way. */
export interface Pending {
  readonly id: string;
  /** Commands of one slot concern the same ballot or note. */
  readonly slot: string;
  readonly command: Command;
  /** True once it was handed to a connection: the server may have it already. */
  readonly sent: boolean;
}

/** A command the server refused, with its reason. */
export interface Refusal {
  readonly pending: Pending;
  readonly code: string;
  readonly say: string;
}

/** Refusals that the same command may survive a moment later (Protocol.md section 5, ↻). */
const passing = new Set(["too-fast", "not-saved"]);

/** The slot of a command: which ballot, which note; others have each their own. */
export function slotOf(command: Command, id: string): string {
  switch (command.do) {
    case "poll.vote":
    case "poll.withdraw":
      return `poll/${command.poll}`;
    case "note.post":
    case "note.edit":
    case "note.withdraw":
      return `note/${command.note}`;
    default:
      return `command/${id}`;
  }
}

/**
 * Commands not yet answered, in order. They survive a reload when there is a shelf, and are sent
 * again after every welcome (P18): nothing typed is lost, nothing counts twice.
 */
export class Outbox {
  readonly #entries: Source<readonly Pending[]>;

  readonly #shelf: Shelf | null;
  readonly #shelfKey: string;
  readonly #makeId: () => string;

  constructor(shelf: Shelf | null, shelfKey: string, makeId: () => string = () => `c${newId()}`) {
    this.#shelf = shelf;
    this.#shelfKey = shelfKey;
    this.#makeId = makeId;
    this.#entries = signal(this.#restore());
  }

  get pending(): Signal<readonly Pending[]> {
    return this.#entries;
  }

  /** Adds a command, merging it with what waits in its slot; returns what there is to send. */
  add(command: Command): Pending | null {
    const id = this.#makeId();
    const entry: Pending = { id, slot: slotOf(command, id), command, sent: false };
    const waiting = this.#entries.value;
    switch (command.do) {
      case "poll.vote":
      case "poll.withdraw":
        // One ballot a seat: whatever was on its way is replaced by the last word.
        this.#keep([...waiting.filter((other) => other.slot !== entry.slot), entry]);
        return entry;
      case "note.edit":
        return this.#editNote(command, entry);
      case "note.withdraw":
        return this.#withdrawNote(entry);
      default:
        this.#keep([...waiting, entry]);
        return entry;
    }
  }

  /** Remembers that `id` was handed to a connection. */
  sent(id: string): void {
    this.#keep(
      this.#entries.value.map((entry) =>
        entry.id === id && !entry.sent ? { ...entry, sent: true } : entry
      ),
    );
  }

  /** Forgets an acknowledged command and returns it; null when it was replaced meanwhile. */
  acked(id: string): Pending | null {
    return this.#take(id);
  }

  /** Takes a refused command out; a passing refusal leaves it in to be sent again. */
  refused(message: Refused): Refusal | "again" | null {
    const found = this.#entries.value.find((entry) => entry.id === message.id);
    if (found === undefined) return null;
    if (passing.has(message.code)) return "again";
    this.#take(message.id);
    return { pending: found, code: message.code, say: message.say };
  }

  /** The last command waiting in a slot. */
  last(slot: string): Pending | undefined {
    return this.#entries.value.findLast((entry) => entry.slot === slot);
  }

  #editNote(
    command: Extract<Command, { do: "note.post" | "note.edit" }>,
    entry: Pending,
  ): Pending {
    const waiting = this.#entries.value;
    const unsent = waiting.find((other) => other.slot === entry.slot && !other.sent);
    if (unsent === undefined || unsent.command.do === "note.withdraw") {
      this.#keep([...waiting, entry]);
      return entry;
    }
    const first = unsent.command.do === "note.post" ? "note.post" : "note.edit";
    const merged: Pending = { ...unsent, command: { ...command, do: first } };
    this.#keep(waiting.map((other) => other.id === unsent.id ? merged : other));
    return merged;
  }

  #withdrawNote(entry: Pending): Pending | null {
    const waiting = this.#entries.value;
    const inSlot = waiting.filter((other) => other.slot === entry.slot);
    const rest = waiting.filter((other) => other.slot !== entry.slot || other.sent);
    const neverLeft = inSlot.some((other) => other.command.do === "note.post" && !other.sent);
    if (neverLeft) {
      this.#keep(rest);
      return null;
    }
    this.#keep([...rest, entry]);
    return entry;
  }

  #take(id: string): Pending | null {
    const found = this.#entries.value.find((entry) => entry.id === id);
    if (found === undefined) return null;
    this.#keep(this.#entries.value.filter((entry) => entry.id !== id));
    return found;
  }

  #keep(entries: readonly Pending[]): void {
    this.#entries.set(entries);
    if (this.#shelf === null) return;
    try {
      if (entries.length === 0) this.#shelf.removeItem(this.#shelfKey);
      else this.#shelf.setItem(this.#shelfKey, JSON.stringify(entries));
    } catch {
      // A full or forbidden storage: the command still lives in this page.
    }
  }

  #restore(): readonly Pending[] {
    try {
      const text = this.#shelf?.getItem(this.#shelfKey) ?? null;
      const value: unknown = text === null ? [] : JSON.parse(text);
      return Array.isArray(value) ? value.filter(isPending) : [];
    } catch {
      return [];
    }
  }
}

function isPending(value: unknown): value is Pending {
  if (typeof value !== "object" || value === null) return false;
  const { id, slot, command } = value as Partial<Pending>;
  return typeof id === "string" && typeof slot === "string" && typeof command === "object";
}
