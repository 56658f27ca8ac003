import type { Activity, Links } from "../../core/protocol.ts";
import type { Session } from "../../core/session.ts";
import { type Signal, signal } from "../../core/signal.ts";
import { findLinks } from "../../ui/http.ts";
import type { Sketches } from "../../core/sketches.ts";
import { localShelf } from "../../ui/preferences.ts";
import { useLanguage } from "../../ui/words.ts";
import { type ComposerWords, composerWords } from "../../words/composer.ts";
import { type ConductWords, conductWords } from "../../words/conduct.ts";
import { type FacilitatorWords, facilitatorWords } from "../../words/facilitator.ts";

/** What the parts of the console share. */
export interface ConsoleContext {
  readonly code: string;
  readonly secret: string;
  readonly session: Session;
  /** All links of the room; null until they are known. */
  readonly links: Signal<Links | null>;
  /** Polls being written. */
  readonly sketches: Sketches;
  /** Until when seats were given longer, by activity and seat: to add to it, never to show. */
  readonly given: Map<string, number>;
}

export function useWords(): FacilitatorWords {
  return facilitatorWords[useLanguage()];
}

export function useComposerWords(): ComposerWords {
  return composerWords[useLanguage()];
}

export function useConductWords(): ConductWords {
  return conductWords[useLanguage()];
}

export function titleOf(activity: Activity): string {
  return activity.kind === "poll" ? activity.question : activity.title;
}

/** The room's links: kept by the browser that created it, else asked for with the secret. */
export function openLinks(code: string, secret: string): Signal<Links | null> {
  const links = signal(keptLinks(code));
  if (links.value === null) {
    findLinks(code, secret).then((found) => {
      if (found !== null) links.set(found);
    });
  }
  return links;
}

function keptLinks(code: string): Links | null {
  try {
    const value: unknown = JSON.parse(localShelf?.getItem(`atelier/${code}/links`) ?? "null");
    if (typeof value !== "object" || value === null || !("display" in value)) return null;
    return value as Links;
  } catch {
    return null;
  }
}

/** True once, right after the room was created here. */
export function takeFreshness(code: string): boolean {
  const key = `atelier/${code}/seen`;
  const fresh = localShelf !== null && localShelf.getItem(key) === null && keptLinks(code) !== null;
  localShelf?.setItem(key, "1");
  return fresh;
}
