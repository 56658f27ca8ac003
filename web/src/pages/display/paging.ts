import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** How long a page of notes stays, in milliseconds: time to read a dozen of them. */
const pageTime = 10_000;

/** Where a wall too tall for the screen is: page `at` (from 1) of `of`. */
export interface Page {
  readonly at: number;
  readonly of: number;
}

/** What is kept whole, from its upper to its lower edge in the element that holds it. */
interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Notes, rows and lines of an element; a title reaches to what follows it. */
function spansOf(box: HTMLElement): Span[] {
  const origin = box.getBoundingClientRect().top - box.scrollTop;
  return [...box.querySelectorAll("li, tr, p, h2, h3")].map((item) => {
    const { top, bottom } = item.getBoundingClientRect();
    const next = item.nextElementSibling;
    const isTitle = item.matches("h2, h3") && next !== null;
    const end = isTitle ? next.getBoundingClientRect().top + 4 : bottom;
    return { top: top - origin, bottom: end - origin };
  });
}

/** Heights, from the top down, at which an element can be parted and nothing is cut. */
function seamsOf(box: HTMLElement): number[] {
  const spans = spansOf(box);
  const isSeam = (y: number) => spans.every(({ top, bottom }) => top > y - 1 || bottom < y + 1);
  return spans.map(({ top }) => top).filter(isSeam).sort((a, b) => a - b);
}

/** Where each page begins: at a seam, or where none is, a note cut at the edge comes again. */
function pageStarts(box: HTMLElement, seams: readonly number[]): number[] {
  const height = box.clientHeight;
  const starts = [0];
  // A window with no room at all has one page, and would never get to the end of it.
  if (height <= 0) return starts;
  for (let start = 0; start + height < box.scrollHeight - 8;) {
    const seam = seams.findLast((y) => y > start + height / 2 && y <= start + height);
    start = seam ?? start + height * 0.8;
    starts.push(start);
  }
  return starts;
}

/** Shows a page without what stands only partly on it, and says which it is of how many. */
function showPage(box: HTMLElement, at: number): Page {
  const seams = seamsOf(box);
  const starts = pageStarts(box, seams);
  const page = Math.min(at, starts.length);
  const height = box.clientHeight;
  const top = Math.min(starts[page - 1] ?? 0, Math.max(0, box.scrollHeight - height));
  const next = starts[page];
  const above = page > 1 ? (seams.find((y) => y >= top - 1) ?? top) - top : 0;
  const below = next !== undefined && seams.includes(next) ? top + height - next : 0;
  box.style.clipPath = above > 0 || below > 0 ? `inset(${above}px 0 ${below}px)` : "";
  box.scrollTo({ top });
  return { at: page, of: starts.length };
}

/** Turns the pages of an element that overflows, one after the other, for ever. */
export function usePaging(element: RefObject<HTMLElement>, content: number): Page {
  const [page, setPage] = useState<Page>({ at: 1, of: 1 });
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    let shown = page;
    const show = (at: number) => {
      shown = showPage(box, at);
      setPage(shown);
    };
    // Letters that arrive late, and the page number itself, change what fits.
    const sizes = new ResizeObserver(() => show(shown.at));
    for (const one of [box, ...box.children]) sizes.observe(one);
    const timer = setInterval(() => show(shown.at >= shown.of ? 1 : shown.at + 1), pageTime);
    return () => {
      sizes.disconnect();
      clearInterval(timer);
    };
  }, [content]);
  return page;
}
