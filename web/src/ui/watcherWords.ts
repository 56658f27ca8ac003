import { type WatcherWords, watcherWords } from "../words/watchers.ts";
import { useLanguage } from "./words.ts";

export function useWatcherWords(): WatcherWords {
  return watcherWords[useLanguage()];
}
