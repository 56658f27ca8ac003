import { useLayoutEffect, useRef } from "preact/hooks";

/** Where letters are typed, or choose among what is listed. */
const typed = "input:not([type='radio'], [type='checkbox']), textarea, select";

/** A single key, when nobody is typing and no dialog is open. */
export function useShortcut(key: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  // In place with the page itself: no key pressed on it is lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.key.toLowerCase() !== key) return;
      if (target instanceof HTMLElement && target.matches(typed)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [key]);
}
