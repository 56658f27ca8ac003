import type { Activity } from "../../core/protocol.ts";
import type { EntityStore } from "../../core/store.ts";
import { useValue } from "../../ui/use.ts";

/** What a display shows: an activity, or the welcome with the code. */
export interface Shown {
  readonly id: string;
  readonly activity: Activity;
}

/** Follows the facilitator's screen; a guest has none and follows the room. */
export function useShown(store: EntityStore): Shown | null {
  const room = useValue(store.entity("room"));
  const screen = useValue(store.entity("screen"));
  useValue(store.changes("activity"));
  const id = screen === undefined ? room?.focus ?? null : screen.activity;
  if (id === null || screen?.show === "welcome") return null;
  const activity = store.entity(`activity/${id}`).value;
  return activity === undefined ? null : { id, activity };
}
