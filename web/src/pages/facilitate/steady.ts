import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** What can take the focus in place of what went; headings do when they are made to. */
const takers = "[tabindex='-1'], summary, button, a";

/**
 * Keeps the focus in a part of the page whose children move or go when `what` changes: on the same
 * control when it moved, else on the first one of the child that took its place.
 */
export function useSteadyFocus(list: RefObject<HTMLElement>, what: unknown): void {
  const last = useRef<{ element: HTMLElement; index: number } | null>(null);
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return;
    const note = (event: Event) => {
      const { target } = event;
      const index = [...box.children].findIndex((item) => item.contains(target as Node));
      if (target instanceof HTMLElement && index >= 0 && event.type === "focusin") {
        last.current = { element: target, index };
      } else if (index < 0) last.current = null;
    };
    // Elsewhere: whoever has left the list is not called back into it.
    document.addEventListener("focusin", note);
    document.addEventListener("pointerdown", note);
    return () => {
      document.removeEventListener("focusin", note);
      document.removeEventListener("pointerdown", note);
    };
  }, []);
  useLayoutEffect(() => {
    const box = list.current;
    const was = last.current;
    if (box === null || was === null || document.activeElement !== document.body) return;
    const place = box.children[Math.min(was.index, box.children.length - 1)];
    if (was.element.isConnected) was.element.focus();
    else (taker(place) ?? taker(box))?.focus();
  }, [what]);
}

function taker(place: Element | undefined): HTMLElement | null {
  return place?.querySelector<HTMLElement>(takers) ?? null;
}
