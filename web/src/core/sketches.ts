import type { Shelf } from "./outbox.ts";
import type { Sketch } from "./sketch.ts";

/** Polls being written, by what they are for: kept when their dialog closes and through reloads. */
export class Sketches {
  private readonly sketches = new Map<string, Sketch>();
  private readonly shelf: Shelf | null;
  private readonly prefix: string;

  constructor(shelf: Shelf | null, prefix: string) {
    this.shelf = shelf;
    this.prefix = prefix;
  }

  of(name: string): Sketch | null {
    return this.sketches.get(name) ?? this.restore(name);
  }

  keep(name: string, sketch: Sketch): void {
    this.sketches.set(name, sketch);
    try {
      this.shelf?.setItem(this.prefix + name, JSON.stringify(sketch));
    } catch {
      // A full or forbidden storage: the sketch still lives in this page.
    }
  }

  drop(name: string): void {
    this.sketches.delete(name);
    this.shelf?.removeItem(this.prefix + name);
  }

  private restore(name: string): Sketch | null {
    try {
      const value: unknown = JSON.parse(this.shelf?.getItem(this.prefix + name) ?? "null");
      if (typeof value !== "object" || value === null || !("text" in value)) return null;
      return value as Sketch;
    } catch {
      return null;
    }
  }
}
