import type { Shelf } from "./outbox.ts";
import type { Mine } from "./protocol.ts";
import type { EntityStore } from "./store.ts";

/**
 * This device's own copy of what its seat answered. When an anonymous activity closes the server
 * can no longer tell (P16): from then on this copy is the only one.
 */
export class Keepsakes {
  #known: Record<string, Mine>;

  readonly #store: EntityStore;
  readonly #shelf: Shelf | null;
  readonly #shelfKey: string;

  constructor(store: EntityStore, shelf: Shelf | null, shelfKey: string) {
    this.#store = store;
    this.#shelf = shelf;
    this.#shelfKey = shelfKey;
    this.#known = this.#restore();
    store.changes("mine").subscribe(() => this.#remember());
  }

  /** The seat's own answer or notes, from the server or, once it forgot, from this device. */
  of(id: string): { readonly mine: Mine | undefined; readonly onlyHere: boolean } {
    const told = this.#store.entity(`mine/${id}`).value;
    if (told !== undefined) return { mine: told, onlyHere: false };
    // While the activity is open the server's word counts: no entity means no answer.
    if (this.#isOpen(id) && this.#store.synced.value) return { mine: undefined, onlyHere: false };
    const kept = this.#known[id];
    return { mine: kept, onlyHere: kept !== undefined && !this.#isOpen(id) };
  }

  #isOpen(id: string): boolean {
    const phase = this.#store.entity(`activity/${id}`).value?.phase;
    return phase === "open" || phase === "silent";
  }

  #remember(): void {
    const known: Record<string, Mine> = { ...this.#known };
    for (const id of this.#store.ids("mine")) {
      const mine = this.#store.entity(`mine/${id}`).value;
      if (mine !== undefined) known[id] = mine;
    }
    for (const id of Object.keys(known)) {
      const told = this.#store.entity(`mine/${id}`).value;
      if (told === undefined && this.#isOpen(id) && this.#store.synced.value) delete known[id];
    }
    this.#known = known;
    try {
      this.#shelf?.setItem(this.#shelfKey, JSON.stringify(known));
    } catch {
      // A full or forbidden storage: the copy lasts as long as this page.
    }
  }

  #restore(): Record<string, Mine> {
    try {
      const value: unknown = JSON.parse(this.#shelf?.getItem(this.#shelfKey) ?? "{}");
      return typeof value === "object" && value !== null ? value as Record<string, Mine> : {};
    } catch {
      return {};
    }
  }
}
