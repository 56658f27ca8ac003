import type { Poll } from "../core/protocol.ts";
import type { RoomWords } from "../words/room.ts";
import { type WatcherWords, watcherWords } from "../words/watchers.ts";
import { useLanguage } from "./words.ts";

export function useWatcherWords(): WatcherWords {
  return watcherWords[useLanguage()];
}

/** When the results of a poll that shows none will be seen. */
export function hiddenUntil(poll: Poll, words: RoomWords, watch: WatcherWords): string {
  if (poll.phase === "closed") return words.hiddenClosed;
  return poll.results === "reveal" ? watch.hiddenUntilReveal : watch.hiddenUntilClose;
}
