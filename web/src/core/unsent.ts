import { Kept } from "./kept.ts";
import type { Shelf } from "./outbox.ts";
import { blank, type Paper } from "./paper.ts";
import type { Signal } from "./signal.ts";

/** A ballot paper being filled in, and the edition of the question it answers. */
export interface Unsent {
  readonly paper: Paper;
  readonly edition: number;
}

/** Ballot papers being filled in, one per poll: kept through reloads. */
export class UnsentPapers {
  readonly #papers: Kept<Unsent | null>;

  constructor(shelf: Shelf | null, prefix: string) {
    this.#papers = new Kept<Unsent | null>(shelf, prefix, (stored) => {
      const kept = stored as Unsent | null;
      return kept === null ? null : { ...kept, paper: { ...blank, ...kept.paper } };
    });
  }

  /** The paper being filled in; null while none differs from what was sent. */
  of(poll: string): Signal<Unsent | null> {
    return this.#papers.of(poll);
  }

  /** Keeps the paper, or forgets it once it is sent. */
  keep(poll: string, unsent: Unsent | null): void {
    this.#papers.keep(poll, unsent, unsent === null);
  }
}
