import type { Activity, Poll, Wall } from "../../core/protocol.ts";
import { useLanguage } from "../../ui/words.ts";
import { useComposerWords, useConductWords, useWords } from "./context.ts";
import { described } from "./described.ts";

/** The settings of an activity, in one line of words. */
export function Settled({ activity }: { activity: Activity }) {
  return activity.kind === "poll"
    ? <SettledPoll poll={activity} />
    : <SettledWall wall={activity} />;
}

function Parts({ parts }: { parts: readonly string[] }) {
  return <p class="muted settled" dir="auto">{parts.join(" · ")}</p>;
}

function SettledPoll({ poll }: { poll: Poll }) {
  const words = useWords();
  const composing = useComposerWords();
  const conduct = useConductWords();
  const lang = useLanguage();
  const what = described(poll, composing, lang);
  const parts = [
    what.charAt(0).toUpperCase() + what.slice(1),
    poll.identity === "anonymous" ? words.anonymous : words.named,
    { live: words.resultsLive, close: words.resultsClose, reveal: words.resultsReveal }[
      poll.results
    ],
    ...(poll.seconds === undefined ? [] : [conduct.seconds(poll.seconds)]),
    ...(poll.quorum === undefined ? [] : [conduct.quorum(poll.quorum)]),
    ...(poll.breakdown === undefined
      ? []
      : [poll.breakdown === "college" ? conduct.byCollege : conduct.byOrganisation]),
  ];
  return <Parts parts={parts} />;
}

function SettledWall({ wall }: { wall: Wall }) {
  const words = useWords();
  const parts = [
    wall.identity === "anonymous" ? words.anonymous : words.named,
    wall.writing === "silent" ? words.silent : words.shared,
    words.perPerson(wall.notesPerSeat),
  ];
  return <Parts parts={parts} />;
}
