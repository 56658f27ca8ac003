import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** How long a page of notes stays, in milliseconds: time to read a dozen of them. */
const pageTime = 10_000;

/** Where a wall too tall for the screen is: page `at` (from 1) of `of`. */
export interface Page {
  readonly at: number;
  readonly of: number;
}

/** Turns the pages of an element that overflows, one after the other, for ever. */
export function usePaging(element: RefObject<HTMLElement>, content: number): Page {
  const [page, setPage] = useState<Page>({ at: 1, of: 1 });
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    // A note cut at the lower edge is whole on the next page.
    const turn = () => box.clientHeight * 0.8;
    const pages = () =>
      1 + Math.max(0, Math.ceil((box.scrollHeight - box.clientHeight - 8) / turn()));
    const show = (at: number) => {
      box.scrollTo({ top: (at - 1) * turn() });
      setPage({ at, of: pages() });
    };
    let at = Math.min(page.at, pages());
    show(at);
    const timer = setInterval(() => {
      at = at >= pages() ? 1 : at + 1;
      show(at);
    }, pageTime);
    return () => clearInterval(timer);
  }, [content]);
  return page;
}
