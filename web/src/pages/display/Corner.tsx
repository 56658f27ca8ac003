import type { EntityStore } from "../../core/store.ts";
import { useValue } from "../../ui/use.ts";
import { useWatcherWords } from "../../ui/watcherWords.ts";
import { useRoomWords } from "../../ui/words.ts";

/** How to join, always on screen. */
export function Corner({ code, store }: { code: string; store: EntityStore }) {
  const words = useRoomWords();
  const watch = useWatcherWords();
  const presence = useValue(store.entity("presence"));
  return (
    <aside class="corner" aria-label={watch.showCode}>
      <img
        class="qr"
        src={`/api/rooms/${encodeURIComponent(code)}/qr.svg`}
        width="120"
        height="120"
        alt={words.qrAlt}
      />
      <p class="corner-join">
        <span class="corner-address">{location.host}</span>
        <strong class="code-text">{code}</strong>
      </p>
      <p class="corner-here">{presence === undefined ? "" : words.here(presence.here)}</p>
    </aside>
  );
}
