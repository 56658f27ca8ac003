import { render } from "preact";
import { useState } from "preact/hooks";
import { Sketches } from "../../core/sketches.ts";
import { carriedBoot, codeInAddress, startAgainOnNewLink, takeSecret } from "../../ui/boot.ts";
import { Connection } from "../../ui/Connection.tsx";
import { Farewell, Message } from "../../ui/Farewell.tsx";
import { showPreferences, tabShelf } from "../../ui/preferences.ts";
import { useValue } from "../../ui/use.ts";
import { openWatcher } from "../../ui/watcher.ts";
import { useRoomWords } from "../../ui/words.ts";
import { Console } from "./Console.tsx";
import { type ConsoleContext, openLinks } from "./context.ts";

const boot = carriedBoot();
const code = boot?.code ?? codeInAddress();

function open(): ConsoleContext | null {
  const secret = takeSecret(code, "facilitator");
  if (secret === null) return null;
  // What the page carries is the participants' map: a console drawn from it would jump.
  const session = openWatcher(code, "facilitator", secret, null);
  const sketches = new Sketches(tabShelf, `atelier/${code}/sketch/`);
  return { code, secret, session, links: openLinks(code, secret), sketches, given: new Map() };
}

function Facilitate() {
  const words = useRoomWords();
  const [context] = useState(open);
  if (boot !== null && boot.code === null) return <Farewell code="room-unknown" say="" />;
  if (context === null) {
    return (
      <Message title={words.goneTitle}>
        <p>{words.secretMissing}</p>
      </Message>
    );
  }
  return <Connected context={context} />;
}

function Connected({ context }: { context: ConsoleContext }) {
  const link = useValue(context.session.link);
  const room = useValue(context.session.store.entity("room"));
  if (link.is === "stopped") return <Farewell code={link.code} say={link.say} />;
  if (room === undefined) {
    return (
      <Message title={context.code}>
        <Connection session={context.session} />
      </Message>
    );
  }
  return <Console context={context} />;
}

showPreferences();
startAgainOnNewLink();
const page = document.getElementById("page");
if (page !== null) render(<Facilitate />, page);
