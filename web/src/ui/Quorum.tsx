import type { Poll } from "../core/protocol.ts";
import type { EntityStore } from "../core/store.ts";
import { Icon } from "./Icon.tsx";
import { useValue } from "./use.ts";
import { useRoomWords } from "./words.ts";

/** How many of the seats must answer for the vote to count, and whether they have. */
export function Quorum({ id, poll, store }: { id: string; poll: Poll; store: EntityStore }) {
  const words = useRoomWords();
  const progress = useValue(store.entity(`progress/${id}`));
  if (poll.quorum === undefined || progress === undefined) return null;
  const of = progress.of ?? 0;
  const needed = Math.max(1, Math.ceil(of * poll.quorum / 100));
  const isReached = (progress.answered ?? 0) >= needed;
  return (
    <p class={`quorum${isReached ? " is-reached" : ""}`}>
      <Icon name={isReached ? "check" : "people"} />
      {words.quorum(needed, of, isReached)}
    </p>
  );
}
