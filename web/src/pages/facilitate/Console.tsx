import { useEffect, useRef, useState } from "preact/hooks";
import { Connection } from "../../ui/Connection.tsx";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Settings } from "../../ui/Settings.tsx";
import { noItems, useTitle, useValue, useValueOr } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { Agenda } from "./Agenda.tsx";
import { type ConsoleContext, takeFreshness, useWords } from "./context.ts";
import { EndRoom } from "./EndRoom.tsx";
import { Exports } from "./Exports.tsx";
import { LinkList } from "./LinkList.tsx";
import { NextStep } from "./NextStep.tsx";
import { People } from "./People.tsx";
import { QuickPoll } from "./QuickPoll.tsx";
import { Refusals } from "./Refusals.tsx";
import { ScreenControl } from "./ScreenControl.tsx";
import { useShortcut } from "./shortcut.ts";
import { Stage } from "./Stage.tsx";
import { useSteadyFocus } from "./steady.ts";

/** The facilitator's page: what runs in the middle, what comes at its side. */
export function Console({ context }: { context: ConsoleContext }) {
  const words = useWords();
  const { store } = context.session;
  const room = useValue(store.entity("room"));
  const agenda = useValueOr(store.entity("agenda"), noItems);
  useTitle(room?.title);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => setChosen(null), [room?.focus]);
  const selected = chosen !== null && agenda.includes(chosen)
    ? chosen
    : room?.focus ?? agenda[0] ?? null;
  const refusals = useValue(context.session.refusals);
  const column = useRef<HTMLDivElement>(null);
  useSteadyFocus(column, `${selected} ${room?.focus} ${refusals.length}`);
  return (
    <div class="console">
      <ConsoleHead context={context} />
      <main class="console-main">
        <h1 class="sr-only">{words.console}</h1>
        <section class="panel agenda-panel" aria-labelledby="agenda-title">
          <Agenda context={context} selected={selected} onSelect={setChosen} />
        </section>
        <div class="stage-column" ref={column}>
          <Refusals session={context.session} />
          <NextStep context={context} selected={selected} />
          {selected !== null && <Stage key={selected} id={selected} context={context} />}
        </div>
        <div class="side-column">
          <People context={context} />
          <ScreenControl context={context} selected={selected} />
          <Exports context={context} />
          <EndRoom context={context} />
        </div>
      </main>
    </div>
  );
}

function ConsoleHead({ context }: { context: ConsoleContext }) {
  const words = useWords();
  const shared = useRoomWords();
  const room = useValue(context.session.store.entity("room"));
  const links = useRef<DialogHandle>(null);
  const quick = useRef<DialogHandle>(null);
  const [isFresh] = useState(() => takeFreshness(context.code));
  useEffect(() => {
    if (isFresh) links.current?.open();
  }, []);
  const ask = () => {
    if (room?.phase !== "ended") quick.current?.open();
  };
  useShortcut("q", ask);
  const phase = room === undefined
    ? ""
    : { lobby: words.lobby, open: words.roomOpen, ended: words.roomEnded }[room.phase];
  return (
    <header class="console-head">
      <div class="console-title">
        <p class="brand" dir="auto">
          <span class="mark" aria-hidden="true" />
          {room?.title ?? shared.product}
        </p>
        <p class="console-code">
          <span class="muted">{shared.code}</span> <strong class="code-text">{context.code}</strong>
          <span class="tag">{phase}</span>
        </p>
      </div>
      <Connection session={context.session} />
      <div class="console-tools">
        <button
          type="button"
          onClick={ask}
          aria-disabled={room?.phase === "ended"}
          aria-keyshortcuts="Q"
          title={words.quickKey}
        >
          <Icon name="bolt" />
          {words.quickPoll}
          <kbd aria-hidden="true">Q</kbd>
        </button>
        <button type="button" onClick={() => links.current?.open()}>
          <Icon name="link" />
          {words.links}
        </button>
        <Settings />
      </div>
      <Dialog handle={links} title={isFresh ? words.created : words.links} wide>
        <LinkList context={context} isFresh={isFresh} onDone={() => links.current?.close()} />
      </Dialog>
      <Dialog handle={quick} title={words.quickPoll} wide>
        <QuickPoll context={context} onDone={() => quick.current?.close()} />
      </Dialog>
    </header>
  );
}
