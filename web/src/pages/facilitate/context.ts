import type { Activity, Links } from "../../core/protocol.ts";
import type { Session } from "../../core/session.ts";
import { localShelf } from "../../ui/preferences.ts";
import { useLanguage } from "../../ui/words.ts";
import { type FacilitatorWords, facilitatorWords } from "../../words/facilitator.ts";

/** What the parts of the console share. */
export interface ConsoleContext {
  readonly code: string;
  readonly secret: string;
  readonly session: Session;
}

export function useWords(): FacilitatorWords {
  return facilitatorWords[useLanguage()];
}

export function titleOf(activity: Activity): string {
  return activity.kind === "poll" ? activity.question : activity.title;
}

/** The links given when the room was created, if this browser created it. */
export function keptLinks(code: string): Links | null {
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
