import { batch, type Signal, signal, type Source } from "./signal.ts";
import type { EntityOf, Update } from "./protocol.ts";

/** The prefixes whose sets of keys the pages list. */
export type Family =
  | "activity"
  | "note"
  | "entry"
  | "seat"
  | "mine"
  | "hidden"
  | "tally"
  | "progress";

/**
 * What this client knows of the room: a map from keys to entities (P8), one signal per key, so that
 * a change redraws what shows that entity and nothing else.
 */
export class EntityStore {
  /** Revision of the last update; absent before the first. */
  rev: number | undefined;
  /** True once an update arrived on the present connection: `mine/...` is then the server's word. */
  readonly synced: Source<boolean> = signal(false);
  readonly #entities = new Map<string, Source<unknown>>();
  readonly #families = new Map<string, Source<number>>();

  /** The entity under `key`, undefined while there is none. */
  entity<K extends string>(key: K): Signal<EntityOf<K> | undefined> {
    return this.#source(key) as Signal<EntityOf<K> | undefined>;
  }

  /** Ticks whenever an entity of the family is set or removed. */
  changes(family: Family): Signal<number> {
    return this.#family(family);
  }

  /** Ids of the family's present entities, in the order they were first seen. */
  ids(family: Family): string[] {
    const prefix = family + "/";
    const found: string[] = [];
    for (const [key, entity] of this.#entities) {
      if (key.startsWith(prefix) && entity.value !== undefined) {
        found.push(key.slice(prefix.length));
      }
    }
    return found;
  }

  /** Applies an update whole: listeners never see half of it. */
  apply(update: Update): void {
    batch(() => {
      if (update.full === true) {
        for (const key of this.#entities.keys()) {
          if (!Object.hasOwn(update.put, key)) this.#write(key, undefined);
        }
      }
      for (const [key, value] of Object.entries(update.put)) this.#write(key, value);
      for (const key of update.del) this.#write(key, undefined);
      this.rev = update.rev;
    });
  }

  /** Sets one entity ahead of the server's own word, after an acknowledgement. */
  put<K extends string>(key: K, value: EntityOf<K> | undefined): void {
    batch(() => this.#write(key, value));
  }

  #write(key: string, value: unknown): void {
    const source = this.#source(key);
    if (value === undefined && source.value === undefined) return;
    source.set(value);
    const slash = key.indexOf("/");
    if (slash > 0) {
      const family = this.#family(key.slice(0, slash));
      family.set(family.value + 1);
    }
  }

  #source(key: string): Source<unknown> {
    let found = this.#entities.get(key);
    if (found === undefined) {
      found = signal<unknown>(undefined);
      this.#entities.set(key, found);
    }
    return found;
  }

  #family(name: string): Source<number> {
    let found = this.#families.get(name);
    if (found === undefined) {
      found = signal(0);
      this.#families.set(name, found);
    }
    return found;
  }
}
