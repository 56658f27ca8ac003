import { useRef, useState } from "preact/hooks";
import { newId } from "../../core/identifier.ts";
import type { Design } from "../../core/protocol.ts";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { AgendaItem } from "./AgendaItem.tsx";
import { Composer } from "./Composer.tsx";
import { type ConsoleContext, useWords } from "./context.ts";
import { RefusedDesigns } from "./RefusedDesigns.tsx";
import { useSteadyFocus } from "./steady.ts";
import { WallEditor } from "./WallEditor.tsx";

interface AgendaProps {
  readonly context: ConsoleContext;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** What the dialog edits: a kind to add, or a step to change. */
export type Edited = {
  readonly id: string | null;
  readonly kind: "poll" | "wall";
  /** What was written before, when the server refused it. */
  readonly design?: Design;
};

export function Agenda({ context, selected, onSelect }: AgendaProps) {
  const words = useWords();
  const { session } = context;
  const agenda = useValueOr(session.store.entity("agenda"), noItems);
  const room = useValue(session.store.entity("room"));
  const dialog = useRef<DialogHandle>(null);
  const list = useRef<HTMLOListElement>(null);
  const [edited, setEdited] = useState<Edited>({ id: null, kind: "poll" });
  useSteadyFocus(list, agenda);
  const edit = (what: Edited) => {
    setEdited(what);
    dialog.current?.open();
  };
  const title = edited.kind === "poll"
    ? edited.id === null ? words.newPoll : words.editPoll
    : edited.id === null
    ? words.newWall
    : words.editWall;
  return (
    <>
      <h2 id="agenda-title">{words.agenda}</h2>
      {agenda.length === 0 && <p class="muted">{words.emptyAgenda}</p>}
      <ol class="agenda" ref={list}>
        {agenda.map((id, index) => (
          <AgendaItem
            key={id}
            id={id}
            index={index}
            agenda={agenda}
            context={context}
            isSelected={id === selected}
            isFocus={room?.focus === id}
            onSelect={onSelect}
            onEdit={edit}
          />
        ))}
      </ol>
      <RefusedDesigns context={context} onEdit={edit} />
      {room?.phase !== "ended" && (
        <div class="agenda-add">
          <button type="button" onClick={() => edit({ id: null, kind: "poll" })}>
            <Icon name="plus" />
            {words.addPoll}
          </button>
          <button type="button" onClick={() => edit({ id: null, kind: "wall" })}>
            <Icon name="plus" />
            {words.addWall}
          </button>
        </div>
      )}
      <Dialog handle={dialog} title={title} wide={edited.kind === "poll"}>
        <Editor
          edited={edited}
          context={context}
          onSelect={onSelect}
          onDone={() => dialog.current?.close()}
        />
      </Dialog>
    </>
  );
}

function Editor({ edited, context, onSelect, onDone }: {
  readonly edited: Edited;
  readonly context: ConsoleContext;
  readonly onSelect: (id: string) => void;
  readonly onDone: () => void;
}) {
  const words = useWords();
  const { session } = context;
  const { id } = edited;
  const known = useValue(session.store.entity(`activity/${id ?? ""}`));
  const draft = edited.design ?? known;
  const save = (as: Design) => {
    if (id === null) {
      const activity = newId();
      session.send({ do: "activity.add", activity, as });
      onSelect(activity);
    } else session.send({ do: "activity.edit", activity: id, as });
    onDone();
  };
  if (edited.kind === "wall") {
    return (
      <WallEditor draft={draft?.kind === "wall" ? draft : null} onSave={save} onCancel={onDone} />
    );
  }
  return (
    <Composer
      context={context}
      name={edited.design === undefined ? id ?? "new" : `again-${id ?? "new"}`}
      design={draft?.kind === "poll" ? draft : null}
      isLaunched={known !== undefined && known.phase !== "draft"}
      send={id === null ? words.add : words.save}
      onSend={save}
      onCancel={onDone}
    />
  );
}
