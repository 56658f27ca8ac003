import { newId } from "../../core/identifier.ts";
import { designOf } from "../../core/next.ts";
import type { Activity, Design } from "../../core/protocol.ts";
import { chainOf } from "../../core/rounds.ts";
import { kindOf } from "../../core/sketch.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import type { Edited } from "./Agenda.tsx";
import {
  type ConsoleContext,
  titleOf,
  useComposerWords,
  useConductWords,
  useWords,
} from "./context.ts";

interface ItemProps {
  readonly id: string;
  readonly index: number;
  readonly agenda: readonly string[];
  readonly context: ConsoleContext;
  readonly isSelected: boolean;
  readonly isFocus: boolean;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (what: Edited) => void;
}

/** One step of the agenda; rounds of one question stand together. Alt and arrows move it. */
export function AgendaItem(props: ItemProps) {
  const { id, index, agenda, context, isSelected, isFocus, onSelect } = props;
  const words = useWords();
  const composing = useComposerWords();
  const conduct = useConductWords();
  const { session } = context;
  const { store } = session;
  const activity = useValue(store.entity(`activity/${id}`));
  if (activity === undefined) return null;
  const round = chainOf(store, id).length;
  const move = (to: number) => {
    if (to >= 0 && to < agenda.length) session.send({ do: "activity.move", activity: id, to });
  };
  const moveByKeys = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    move(index + step);
  };
  const look = `agenda-item phase-${activity.phase}${isSelected ? " is-selected" : ""}` +
    (round > 1 ? " is-round" : "");
  return (
    <li class={look} onKeyDown={moveByKeys}>
      <button
        type="button"
        class="agenda-pick"
        aria-current={isFocus ? "step" : undefined}
        aria-pressed={isSelected}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={conduct.moveKeys}
        onClick={() => onSelect(id)}
      >
        <Icon name={activity.kind === "poll" ? "poll" : "note"} />
        <span class="agenda-text">
          <span dir="auto">{titleOf(activity)}</span>
          <span class="agenda-phase">
            {round > 1 && `${conduct.round(round)} · `}
            {activity.kind === "poll" ? composing.kinds[kindOf(activity)] : words.wall}
            {` · ${words.phases[activity.phase]}`}
            {isFocus && ` · ${words.onFocus}`}
          </span>
        </span>
      </button>
      {isSelected && <ItemTools {...props} activity={activity} onMove={move} />}
    </li>
  );
}

type ToolsProps = ItemProps & {
  readonly activity: Activity;
  readonly onMove: (to: number) => void;
};

function ItemTools({ id, index, agenda, context, onSelect, onEdit, activity, onMove }: ToolsProps) {
  const words = useWords();
  const conduct = useConductWords();
  const { session } = context;
  const room = useValue(session.store.entity("room"));
  const progress = useValue(session.store.entity(`progress/${id}`));
  if (room?.phase === "ended") return null;
  const isDraft = activity.phase === "draft";
  // A poll that is open can change until somebody has answered it.
  const isOpenPoll = activity.kind === "poll" && activity.phase === "open";
  const isAnswered = isOpenPoll && (progress?.answered ?? 0) > 0;
  const duplicate = () => {
    const copy = newId();
    // A copy is a question of its own, not another round.
    const { follows: _, ...as } = { follows: "", ...designOf(activity) };
    session.send({ do: "activity.add", activity: copy, as: as as Design, at: index + 1 });
    onSelect(copy);
  };
  return (
    <div class="agenda-tools">
      <Tool icon="up" label={words.moveUp} off={index === 0} onClick={() => onMove(index - 1)} />
      <Tool
        icon="down"
        label={words.moveDown}
        off={index === agenda.length - 1}
        onClick={() => onMove(index + 1)}
      />
      <Tool icon="copy" label={words.duplicate} onClick={duplicate} />
      {(isDraft || isOpenPoll) && (
        <Tool
          icon="edit"
          label={isAnswered ? conduct.editedNoMore : words.edit}
          off={isAnswered}
          onClick={() => onEdit({ id, kind: activity.kind })}
        />
      )}
      {isDraft && (
        <Tool
          icon="trash"
          label={words.remove}
          onClick={() => session.send({ do: "activity.remove", activity: id })}
        />
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
