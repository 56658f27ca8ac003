import { useRef, useState } from "preact/hooks";
import { newId } from "../../core/identifier.ts";
import type { Activity, Design } from "../../core/protocol.ts";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { type ConsoleContext, titleOf, useWords } from "./context.ts";
import { PollEditor } from "./PollEditor.tsx";
import { WallEditor } from "./WallEditor.tsx";

interface AgendaProps {
  readonly context: ConsoleContext;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** What the dialog edits: a kind to add, or a draft to change. */
type Edited = {
  readonly id: string | null;
  readonly kind: "poll" | "wall";
  /** What was written before, when the server refused it. */
  readonly design?: Design;
};

/** The design alone, as commands carry it. */
function designOf(activity: Activity): Design {
  const { phase: _, ...design } = activity;
  return design;
}

export function Agenda({ context, selected, onSelect }: AgendaProps) {
  const words = useWords();
  const { session } = context;
  const agenda = useValueOr(session.store.entity("agenda"), noItems);
  const room = useValue(session.store.entity("room"));
  const dialog = useRef<DialogHandle>(null);
  const [edited, setEdited] = useState<Edited>({ id: null, kind: "poll" });
  const edit = (what: Edited) => {
    setEdited(what);
    dialog.current?.open();
  };
  const save = (as: Design) => {
    if (edited.id === null) {
      const id = newId();
      session.send({ do: "activity.add", activity: id, as });
      onSelect(id);
    } else session.send({ do: "activity.edit", activity: edited.id, as });
    dialog.current?.close();
  };
  const known = edited.id === null
    ? undefined
    : session.store.entity(`activity/${edited.id}`).value;
  const draft = edited.design ?? known;
  const title = edited.kind === "poll"
    ? edited.id === null ? words.newPoll : words.editPoll
    : edited.id === null
    ? words.newWall
    : words.editWall;
  const cancel = () => dialog.current?.close();
  return (
    <>
      <h2 id="agenda-title">{words.agenda}</h2>
      {agenda.length === 0 && <p class="muted">{words.emptyAgenda}</p>}
      <ol class="agenda">
        {agenda.map((id, index) => (
          <AgendaItem
            key={id}
            id={id}
            index={index}
            count={agenda.length}
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
      <Dialog handle={dialog} title={title}>
        {edited.kind === "poll"
          ? (
            <PollEditor
              draft={draft?.kind === "poll" ? draft : null}
              onSave={save}
              onCancel={cancel}
            />
          )
          : (
            <WallEditor
              draft={draft?.kind === "wall" ? draft : null}
              onSave={save}
              onCancel={cancel}
            />
          )}
      </Dialog>
    </>
  );
}

interface ItemProps {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly context: ConsoleContext;
  readonly isSelected: boolean;
  readonly isFocus: boolean;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (what: Edited) => void;
}

function AgendaItem(props: ItemProps) {
  const { id, context, isSelected, isFocus, onSelect } = props;
  const words = useWords();
  const activity = useValue(context.session.store.entity(`activity/${id}`));
  if (activity === undefined) return null;
  return (
    <li class={`agenda-item phase-${activity.phase}${isSelected ? " is-selected" : ""}`}>
      <button
        type="button"
        class="agenda-pick"
        aria-current={isFocus ? "step" : undefined}
        aria-pressed={isSelected}
        onClick={() => onSelect(id)}
      >
        <Icon name={activity.kind === "poll" ? "poll" : "note"} />
        <span class="agenda-text">
          <span dir="auto">{titleOf(activity)}</span>
          <span class="agenda-phase">
            {activity.kind === "poll" ? words.poll : words.wall} · {words.phases[activity.phase]}
            {isFocus && ` · ${words.onFocus}`}
          </span>
        </span>
      </button>
      {isSelected && <ItemTools {...props} activity={activity} />}
    </li>
  );
}

function ItemTools({ id, index, count, context, onSelect, onEdit, activity }: ItemProps & {
  activity: Activity;
}) {
  const words = useWords();
  const { session } = context;
  const isDraft = activity.phase === "draft";
  const move = (to: number) => session.send({ do: "activity.move", activity: id, to });
  const duplicate = () => {
    const copy = newId();
    session.send({ do: "activity.add", activity: copy, as: designOf(activity), at: index + 1 });
    onSelect(copy);
  };
  return (
    <div class="agenda-tools">
      <Tool icon="up" label={words.moveUp} off={index === 0} onClick={() => move(index - 1)} />
      <Tool
        icon="down"
        label={words.moveDown}
        off={index === count - 1}
        onClick={() => move(index + 1)}
      />
      <Tool icon="copy" label={words.duplicate} onClick={duplicate} />
      {isDraft && (
        <>
          <Tool
            icon="edit"
            label={words.edit}
            onClick={() => onEdit({ id, kind: activity.kind })}
          />
          <Tool
            icon="trash"
            label={words.remove}
            onClick={() => session.send({ do: "activity.remove", activity: id })}
          />
        </>
      )}
    </div>
  );
}

function Tool({ icon, label, off, onClick }: {
  icon: IconName;
  label: string;
  off?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="quiet icon-only"
      aria-label={label}
      title={label}
      aria-disabled={off === true}
      onClick={() => off !== true && onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}

/** What was written and refused: it is not lost, it opens again. */
function RefusedDesigns(
  { context, onEdit }: { context: ConsoleContext; onEdit: (what: Edited) => void },
) {
  const words = useWords();
  const { session } = context;
  const refusals = useValue(session.refusals);
  return (
    <>
      {refusals.map((refusal) => {
        const { command } = refusal.pending;
        if (command.do !== "activity.add" && command.do !== "activity.edit") return null;
        const { as } = command;
        const again = () => {
          const id = command.do === "activity.add" ? null : command.activity;
          onEdit({ id, kind: as.kind, design: as });
          session.dismiss(refusal);
        };
        return (
          <button key={refusal.pending.id} type="button" onClick={again}>
            <Icon name="edit" />
            <span>
              {words.takeUpAgain}{" "}
              <span dir="auto">{as.kind === "poll" ? as.question : as.title}</span>
            </span>
          </button>
        );
      })}
    </>
  );
}
