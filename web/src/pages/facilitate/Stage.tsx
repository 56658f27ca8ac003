import { actionOf } from "../../core/next.ts";
import { list } from "../../core/i18n.ts";
import type { Activity, Poll, Wall } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Results } from "../../ui/Results.tsx";
import { useValue } from "../../ui/use.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";
import { type ConsoleContext, titleOf, useWords } from "./context.ts";
import { ModeratedWall } from "./ModeratedWall.tsx";

/** One activity as it stands: progress, and its results or notes as soon as they are due. */
export function Stage({ id, context }: { id: string; context: ConsoleContext }) {
  const words = useWords();
  const activity = useValue(context.session.store.entity(`activity/${id}`));
  if (activity === undefined) return null;
  return (
    <article class="panel stage" aria-labelledby={`stage-${id}`}>
      <header class="stage-head">
        <p class="eyebrow">
          {activity.kind === "poll" ? words.poll : words.wall}
          <span class="tag">{words.phases[activity.phase]}</span>
        </p>
        <h2 id={`stage-${id}`} dir="auto">{titleOf(activity)}</h2>
        <Settled activity={activity} />
      </header>
      {activity.phase !== "draft" && (
        <StageProgress
          id={id}
          activity={activity}
          context={context}
        />
      )}
      <StageTools id={id} activity={activity} context={context} />
      {activity.kind === "poll"
        ? <PollStage id={id} poll={activity} context={context} />
        : <WallStage id={id} wall={activity} context={context} />}
    </article>
  );
}

/** The settings of an activity, in one line of words. */
function Settled({ activity }: { activity: Activity }) {
  const words = useWords();
  const identity = activity.identity === "anonymous" ? words.anonymous : words.named;
  const rest = activity.kind === "poll"
    ? [
      activity.max === 1 ? words.single : `${words.multiple} (${activity.min}–${activity.max})`,
      { live: words.resultsLive, close: words.resultsClose, reveal: words.resultsReveal }[
        activity.results
      ],
    ]
    : [
      activity.writing === "silent" ? words.silent : words.shared,
      words.perPerson(activity.notesPerSeat),
    ];
  return <p class="muted settled">{[identity, ...rest].join(" · ")}</p>;
}

function StageProgress(
  { id, activity, context }: { id: string; activity: Activity; context: ConsoleContext },
) {
  const words = useRoomWords();
  const progress = useValue(context.session.store.entity(`progress/${id}`));
  if (activity.kind === "wall") {
    return <p class="stage-progress">{words.noteCount(progress?.notes ?? 0)}</p>;
  }
  const answered = progress?.answered ?? 0;
  const of = progress?.of ?? 0;
  return (
    <div class="stage-progress">
      <p>{words.answered(answered, of)}</p>
      <progress max={Math.max(1, of)} value={answered} aria-label={words.answered(answered, of)} />
    </div>
  );
}

/** What can be done to an activity that is not the next step itself. */
function StageTools(
  { id, activity, context }: { id: string; activity: Activity; context: ConsoleContext },
) {
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

function PollStage({ id, poll, context }: { id: string; poll: Poll; context: ConsoleContext }) {
  const words = useWords();
  const tally = useValue(context.session.store.entity(`tally/${id}`));
  if (tally !== undefined) {
    return (
      <>
        <Results poll={poll} tally={tally} />
        <VoterList id={id} poll={poll} context={context} />
      </>
    );
  }
  return (
    <>
      <ul class="stage-options">
        {poll.options.map((option, index) => <li key={index} dir="auto">{option}</li>)}
      </ul>
      {poll.phase !== "draft" && (
        <p class="hush">
          <Icon name="hide" />
          {poll.results === "reveal" ? words.hiddenYouReveal : words.hiddenYou}
        </p>
      )}
    </>
  );
}

function VoterList({ id, poll, context }: { id: string; poll: Poll; context: ConsoleContext }) {
  const words = useWords();
  const lang = useLanguage();
  const voters = useValue(context.session.store.entity(`voters/${id}`));
  if (voters === undefined) return null;
  const names = (some: readonly string[] | undefined) =>
    some === undefined || some.length === 0 ? words.nobody : list(lang, some);
  return (
    <details class="log">
      <summary>{words.voters}</summary>
      <dl class="voters">
        {poll.options.map((option, index) => (
          <div key={index}>
            <dt dir="auto">{option}</dt>
            <dd dir="auto">{names(voters.options[index])}</dd>
          </div>
        ))}
        {poll.abstention && (
          <div>
            <dt>{words.abstained}</dt>
            <dd dir="auto">{names(voters.abstained)}</dd>
          </div>
        )}
      </dl>
    </details>
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
