import { useRef } from "preact/hooks";
import { actionOf } from "../../core/next.ts";
import { chainOf } from "../../core/rounds.ts";
import { kindOf } from "../../core/sketch.ts";
import type { Activity, Wall } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Quorum } from "../../ui/Quorum.tsx";
import { useValue } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { AnotherRound } from "./AnotherRound.tsx";
import {
  type ConsoleContext,
  titleOf,
  useComposerWords,
  useConductWords,
  useWords,
} from "./context.ts";
import { ModeratedWall } from "./ModeratedWall.tsx";
import { PollStage } from "./PollStage.tsx";
import { Settled } from "./Settled.tsx";
import { useSteadyFocus } from "./steady.ts";
import { TimerControl } from "./TimerControl.tsx";

interface StepProps {
  readonly id: string;
  readonly activity: Activity;
  readonly context: ConsoleContext;
}

/** One activity as it stands: progress, and its results or notes as soon as they are due. */
export function Stage({ id, context }: { id: string; context: ConsoleContext }) {
  const { store } = context.session;
  const activity = useValue(store.entity(`activity/${id}`));
  const room = useValue(store.entity("room"));
  const part = useRef<HTMLElement>(null);
  useSteadyFocus(part, activity?.phase);
  if (activity === undefined) return null;
  const isTaking = activity.phase === "open" || activity.phase === "silent";
  return (
    <article class="panel stage" ref={part} aria-labelledby={`stage-${id}`}>
      <StageHead id={id} activity={activity} context={context} />
      {activity.phase !== "draft" && (
        <StageProgress
          id={id}
          activity={activity}
          context={context}
        />
      )}
      {isTaking && room?.phase === "open" && <TimerControl id={id} context={context} />}
      <StageTools id={id} activity={activity} context={context} />
      {activity.kind === "poll"
        ? <PollStage id={id} poll={activity} context={context} />
        : <WallStage id={id} wall={activity} context={context} />}
    </article>
  );
}

function StageHead({ id, activity, context }: StepProps) {
  const words = useWords();
  const composing = useComposerWords();
  const conduct = useConductWords();
  const { store } = context.session;
  const round = chainOf(store, id).length;
  return (
    <header class="stage-head">
      <p class="eyebrow">
        {activity.kind === "poll" ? composing.kinds[kindOf(activity)] : words.wall}
        {round > 1 && <span class="tag">{conduct.round(round)}</span>}
        <span class="tag">{words.phases[activity.phase]}</span>
      </p>
      <h2 id={`stage-${id}`} tabIndex={-1} dir="auto">{titleOf(activity)}</h2>
      <Settled activity={activity} />
    </header>
  );
}

function StageProgress({ id, activity, context }: StepProps) {
  const words = useRoomWords();
  const conduct = useConductWords();
  const progress = useValue(context.session.store.entity(`progress/${id}`));
  if (activity.kind === "wall") {
    return <p class="stage-progress">{words.noteCount(progress?.notes ?? 0)}</p>;
  }
  const answered = progress?.answered ?? 0;
  const of = progress?.of ?? 0;
  const missing = Math.max(0, of - answered);
  return (
    <div class="stage-progress">
      <p>
        {words.answered(answered, of)}
        {missing > 0 && activity.phase === "open" && (
          <span class="muted not-yet">{` · ${conduct.notYet(missing)}`}</span>
        )}
      </p>
      <progress max={Math.max(1, of)} value={answered} aria-label={words.answered(answered, of)} />
      <Quorum id={id} poll={activity} store={context.session.store} />
    </div>
  );
}

/** What can be done to an activity that is not the next step itself. */
function StageTools({ id, activity, context }: StepProps) {
  const words = useWords();
  const { session } = context;
  const room = useValue(session.store.entity("room"));
  if (room?.phase !== "open") return null;
  const isFocus = room.focus === id;
  const own = actionOf(id, activity);
  return (
    <div class="stage-tools">
      {!isFocus && activity.phase !== "draft" && (
        <button
          type="button"
          onClick={() => session.send({ do: "activity.focus", activity: id })}
        >
          <Icon name="people" />
          {words.bring}
        </button>
      )}
      {!isFocus && own !== null && (
        <button type="button" onClick={() => session.send(own.command)}>
          {words[own.what]}
        </button>
      )}
      {activity.kind === "poll" && <AnotherRound id={id} poll={activity} context={context} />}
      {activity.phase === "silent" && (
        <button
          type="button"
          class="quiet"
          onClick={() => session.send({ do: "activity.close", activity: id })}
        >
          {words.closeWall}
        </button>
      )}
    </div>
  );
}

function WallStage({ id, wall, context }: { id: string; wall: Wall; context: ConsoleContext }) {
  const words = useWords();
  switch (wall.phase) {
    case "draft":
      return (
        <ul class="stage-options">
          {wall.sections.map((section, index) => <li key={index} dir="auto">{section}</li>)}
        </ul>
      );
    case "silent":
      return (
        <p class="hush">
          <Icon name="hide" />
          {words.silentYou}
        </p>
      );
    case "open":
    case "closed":
      return <ModeratedWall id={id} wall={wall} context={context} />;
  }
}
