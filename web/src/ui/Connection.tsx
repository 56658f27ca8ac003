import { useEffect, useState } from "preact/hooks";
import type { LinkState } from "../core/link.ts";
import type { Session } from "../core/session.ts";
import type { RoomWords } from "../words/room.ts";
import { useValue } from "./use.ts";
import { useRoomWords } from "./words.ts";

type Truth = "connecting" | "connected" | "reconnecting" | "offline";

function truthOf(link: LinkState, online: boolean, hadLink: boolean): Truth {
  switch (link.is) {
    case "live":
      return "connected";
    case "idle":
    case "stopped":
      return "offline";
    case "opening":
    case "joining":
    case "waiting":
      if (!online) return "offline";
      return hadLink ? "reconnecting" : "connecting";
  }
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return online;
}

/** The connection in one word, and what waits for it. */
export function Connection({ session }: { session: Session }) {
  const words: RoomWords = useRoomWords();
  const link = useValue(session.link);
  const pending = useValue(session.outbox.pending).length;
  const online = useOnline();
  const [hadLink, setHadLink] = useState(false);
  useEffect(() => {
    if (link.is === "live") setHadLink(true);
  }, [link.is]);
  const truth = truthOf(link, online, hadLink);
  return (
    <p class={`connection is-${truth}`} role="status">
      <span class="dot" aria-hidden="true" />
      <span>{words[truth]}</span>
      {truth !== "connected" && pending > 0 && (
        <span class="connection-pending">{words.pending(pending)}</span>
      )}
    </p>
  );
}
