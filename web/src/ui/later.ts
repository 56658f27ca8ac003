import { useEffect, useReducer } from "preact/hooks";

/** How long after a failed fetch it is tried again, in milliseconds. */
const retryPause = 3_000;

/** Code that the page fetches when it is first needed, or when there is nothing better to do. */
export class Later<T> {
  value: T | null = null;
  #coming = false;
  readonly #waiting = new Set<() => void>();

  readonly #fetch: () => Promise<T>;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** Begins fetching; a cut network is waited for. */
  want(): void {
    if (this.value !== null || this.#coming) return;
    this.#coming = true;
    this.#fetch().then((value) => {
      this.value = value;
      for (const redraw of this.#waiting) redraw();
      this.#waiting.clear();
    }, () => {
      setTimeout(() => {
        this.#coming = false;
        this.want();
      }, retryPause);
    });
  }

  /** Calls back once when the code is there; returns how to stop waiting. */
  then(redraw: () => void): () => void {
    this.#waiting.add(redraw);
    this.want();
    return () => this.#waiting.delete(redraw);
  }
}

/** What was fetched, null until it is there; asks for it only when `isWanted`. */
export function useLater<T>(later: Later<T>, isWanted = true): T | null {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isMissing = isWanted && later.value === null;
  useEffect(() => isMissing ? later.then(() => redraw(null)) : undefined, [later, isMissing]);
  return later.value;
}
