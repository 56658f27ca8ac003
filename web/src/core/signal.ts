/** A value that tells when it changed. Written values compare by identity. */
export interface Signal<T> {
  readonly value: T;
  /** Calls `listener` after each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}

/** A signal its owner can write. */
export interface Source<T> extends Signal<T> {
  set(value: T): void;
}

let depth = 0;
const waiting = new Set<() => void>();

/** Runs `work`; listeners hear of everything it wrote once, after it, and see it whole. */
export function batch(work: () => void): void {
  depth += 1;
  try {
    work();
  } finally {
    depth -= 1;
    if (depth === 0) flush();
  }
}

function flush(): void {
  const listeners = [...waiting];
  waiting.clear();
  for (const listener of listeners) listener();
}

/** Makes a signal that holds `initial`. */
export function signal<T>(initial: T): Source<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get value() {
      return current;
    },
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) waiting.add(listener);
      if (depth === 0) flush();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
