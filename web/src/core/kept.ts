import type { Shelf } from "./outbox.ts";
import { type Signal, signal, type Source } from "./signal.ts";

/** Values by id that are kept through reloads where there is a shelf. */
export class Kept<T> {
  readonly #values = new Map<string, Source<T>>();

  readonly #shelf: Shelf | null;
  readonly #prefix: string;
  readonly #read: (stored: unknown) => T;

  /** `read` makes a value of what was stored, and of null when nothing was. */
  constructor(shelf: Shelf | null, prefix: string, read: (stored: unknown) => T) {
    this.#shelf = shelf;
    this.#prefix = prefix;
    this.#read = read;
  }

  of(id: string): Signal<T> {
    return this.#source(id);
  }

  /** Sets a value, and stores it unless it is worth nothing after a reload. */
  keep(id: string, value: T, isWorthless: boolean): void {
    this.#source(id).set(value);
    try {
      if (isWorthless) this.#shelf?.removeItem(this.#prefix + id);
      else this.#shelf?.setItem(this.#prefix + id, JSON.stringify(value));
    } catch {
      // A full or forbidden storage: the value still lives in this page.
    }
  }

  #source(id: string): Source<T> {
    let found = this.#values.get(id);
    if (found === undefined) {
      found = signal(this.#restore(id));
      this.#values.set(id, found);
    }
    return found;
  }

  #restore(id: string): T {
    try {
      return this.#read(JSON.parse(this.#shelf?.getItem(this.#prefix + id) ?? "null"));
    } catch {
      return this.#read(null);
    }
  }
}
