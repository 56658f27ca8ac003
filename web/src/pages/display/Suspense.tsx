import { number } from "../../core/i18n.ts";
import type { Poll } from "../../core/protocol.ts";
import { offered } from "../../ui/results/labels.ts";
import { hiddenUntil, useWatcherWords } from "../../ui/watcherWords.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";

interface SuspenseProps {
  readonly poll: Poll;
  readonly answered: number;
  readonly of: number;
  /** Why there is nothing more to see; without it, when results are shown. */
  readonly because?: string;
}

/** What can be answered, without results: how many have answered is all there is to see. */
export function Suspense({ poll, answered, of, because }: SuspenseProps) {
  const words = useRoomWords();
  const watch = useWatcherWords();
  const lang = useLanguage();
  const lines = offered(poll, lang);
  return (
    <div class={`suspense${lines.length === 0 ? " is-alone" : ""}`}>
      {lines.length > 0 && (
        <ol class={`suspense-options${lines.length > 8 ? " is-many" : ""}`}>
          {lines.map((line, index) => <li key={index} dir="auto">{line}</li>)}
        </ol>
      )}
      <div class="suspense-count">
        <p class="huge">
          {number(lang, answered)}
          <small>/ {number(lang, of)}</small>
        </p>
        <progress
          max={Math.max(1, of)}
          value={answered}
          aria-label={words.answered(answered, of)}
        />
        <p>{because ?? hiddenUntil(poll, words, watch)}</p>
      </div>
    </div>
  );
}
