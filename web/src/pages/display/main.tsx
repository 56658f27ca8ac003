import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { carriedBoot, codeInAddress, startAgainOnNewLink, takeSecret } from "../../ui/boot.ts";
import type { Session } from "../../core/session.ts";
import { Farewell, Message } from "../../ui/Farewell.tsx";
import { hasChosenLanguage, showPreferences, speak } from "../../ui/preferences.ts";
import { useTitle, useValue } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { openWatcher } from "../../ui/watcher.ts";
import { keepAwake } from "./awake.ts";
import { Corner } from "./Corner.tsx";
import { PollSlide } from "./PollSlide.tsx";
import { useShown } from "./shown.ts";
import { WallSlide } from "./WallSlide.tsx";
import { WelcomeSlide } from "./WelcomeSlide.tsx";

const boot = carriedBoot();
const code = boot?.code ?? codeInAddress();

function open(): Session | null {
  const secret = takeSecret(code, "display");
  return secret === null ? null : openWatcher(code, "display", secret, boot?.update ?? null);
}

function Display() {
  const words = useRoomWords();
  const [session] = useState(open);
  if (boot !== null && boot.code === null) return <Farewell code="room-unknown" say="" />;
  if (session === null) {
    return (
      <Message title={words.goneTitle}>
        <p>{words.secretMissing}</p>
      </Message>
    );
  }
  return <Screen session={session} />;
}

function Screen({ session }: { session: Session }) {
  const words = useRoomWords();
  const { store } = session;
  const link = useValue(session.link);
  const room = useValue(store.entity("room"));
  const synced = useValue(store.synced);
  const shown = useShown(store);
  useTitle(room?.title);
  useEffect(() => {
    if (room !== undefined && !hasChosenLanguage()) speak(room.language);
  }, [room?.language]);
  useEffect(keepAwake, []);
  if (link.is === "stopped") return <Farewell code={link.code} say={link.say} />;
  const slide = shown === null
    ? <WelcomeSlide code={code} room={room} store={store} />
    : shown.activity.kind === "poll"
    ? <PollSlide key={shown.id} id={shown.id} poll={shown.activity} session={session} />
    : <WallSlide key={shown.id} id={shown.id} wall={shown.activity} store={store} />;
  return (
    <div class="screen">
      <main>{slide}</main>
      {shown !== null && <Corner code={code} store={store} />}
      {link.is !== "live" && !synced && room !== undefined && (
        <p class="screen-offline" role="status">{words.reconnecting}</p>
      )}
    </div>
  );
}

showPreferences();
startAgainOnNewLink();
const page = document.getElementById("page");
if (page !== null) render(<Display />, page);
