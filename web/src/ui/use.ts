import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import type { Signal } from "../core/signal.ts";

/**
 * Reads a signal and redraws when it changes. The only way pages read state: subscribing happens
 * in a layout effect that compares again, so no change between drawing and subscribing is lost.
 */
export function useValue<T>(source: Signal<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawn = source.value;
  useLayoutEffect(() => {
    if (source.value !== drawn) redraw(null);
    return source.subscribe(() => redraw(null));
  }, [source]);
  return drawn;
}

/** Names the browser's tab after what the page shows. */
export function useTitle(title: string | undefined): void {
  useLayoutEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
}

/** An empty list that is always the same one. */
export const noItems: readonly never[] = [];

/** Reads a signal as `useValue` does, with what stands for nothing yet. */
export function useValueOr<T>(source: Signal<T | undefined>, fallback: T): T {
  const value = useValue(source);
  return value === undefined ? fallback : value;
}

/** The value itself, but changing at most once in `ms`: for what is read aloud. */
export function useCalm<T>(value: T, ms: number): T {
  const [calm, setCalm] = useState(value);
  const last = useRef(0);
  useLayoutEffect(() => {
    if (value === calm) return;
    const wait = Math.max(0, last.current + ms - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setCalm(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, calm, ms]);
  return calm;
}
