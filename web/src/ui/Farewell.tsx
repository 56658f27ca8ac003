import type { ComponentChildren } from "preact";
import type { RoomWords } from "../words/room.ts";
import { useRoomWords } from "./words.ts";

/** What happened, in words, for each goodbye of the server that is final. */
export function byeSentence(words: RoomWords, code: string, say: string): string {
  switch (code) {
    case "violation":
      return words.byeViolation;
    case "wrong-secret":
      return words.byeSecret;
    case "room-unknown":
      return words.byeUnknown;
    case "room-full":
      return words.byeFull;
    case "invalid-join":
      return words.byeJoin;
    case "replaced":
      return words.byeReplaced;
    default:
      return say;
  }
}

/** A whole page that says why nothing more happens here, and what to do. */
export function Farewell({ code, say }: { code: string; say: string }) {
  const words = useRoomWords();
  const unknown = code === "room-unknown";
  return (
    <Message title={unknown ? words.byeUnknownTitle : words.goneTitle}>
      <p>{byeSentence(words, code, say)}</p>
      <p class="actions">
        {(code === "violation" || code === "replaced" || code === "room-full") && (
          <button
            type="button"
            class="primary"
            onClick={() => location.reload()}
          >
            {code === "replaced" ? words.useHere : words.reload}
          </button>
        )}
        <a class="button" href="/">{words.home}</a>
      </p>
    </Message>
  );
}

/** A calm page with one thing to say. */
export function Message({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="message">
      <span class="mark" aria-hidden="true" />
      <h1>{title}</h1>
      {children}
    </main>
  );
}
