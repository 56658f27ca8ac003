import type { Room } from "../../core/protocol.ts";
import type { EntityStore } from "../../core/store.ts";
import { useValue } from "../../ui/use.ts";
import { useWatcherWords } from "../../ui/watcherWords.ts";
import { useRoomWords } from "../../ui/words.ts";

interface WelcomeProps {
  readonly code: string;
  readonly room: Room | undefined;
  readonly store: EntityStore;
}

/** Before and between the steps: the title, the code as large as can be, the QR code. */
export function WelcomeSlide({ code, room, store }: WelcomeProps) {
  const words = useRoomWords();
  const watch = useWatcherWords();
  const presence = useValue(store.entity("presence"));
  const ended = room?.phase === "ended";
  return (
    <section class="welcome">
      <div class="welcome-text">
        <h1 dir="auto">{room?.title ?? words.product}</h1>
        {ended ? <p class="welcome-note">{words.endedTitle}</p> : (
          <>
            <p class="welcome-note">
              {watch.joinAt} <strong>{location.host}</strong>
            </p>
            <p class="welcome-code code-text" aria-label={`${words.code} ${[...code].join(" ")}`}>
              {code}
            </p>
          </>
        )}
        <p class="welcome-here">{presence === undefined ? "\u00a0" : words.here(presence.here)}</p>
      </div>
      {!ended && (
        <img
          class="qr welcome-qr"
          src={`/api/rooms/${encodeURIComponent(code)}/qr.svg`}
          width="400"
          height="400"
          alt={words.qrAlt}
        />
      )}
    </section>
  );
}
