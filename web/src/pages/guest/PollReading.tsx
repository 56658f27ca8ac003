import type { Session } from "../../core/session.ts";
import { Entries } from "../../ui/Entries.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Quorum } from "../../ui/Quorum.tsx";
import { offered } from "../../ui/results/labels.ts";
import { Results } from "../../ui/Results.tsx";
import { Rounds } from "../../ui/Rounds.tsx";
import { Tables } from "../../ui/Tables.tsx";
import { Timer } from "../../ui/Timer.tsx";
import { useValue } from "../../ui/use.ts";
import { hiddenUntil, useWatcherWords } from "../../ui/watcherWords.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";

/** A poll to read: its result and all that stands beside it, or why there is none yet. */
export function PollReading(
  { id, session, heading }: { id: string; session: Session; heading: "h2" | "h3" },
) {
  const words = useRoomWords();
  const watch = useWatcherWords();
  const lang = useLanguage();
  const { store } = session;
  const poll = useValue(store.entity(`activity/${id}`));
  const tally = useValue(store.entity(`tally/${id}`));
  if (poll?.kind !== "poll") return null;
  const state = (
    <>
      <Quorum id={id} poll={poll} store={store} />
      <Timer id={id} session={session} />
    </>
  );
  if (tally !== undefined) {
    return (
      <>
        {state}
        <Results id={id} poll={poll} tally={tally} />
        <Rounds id={id} store={store} heading={heading} />
        <Tables id={id} poll={poll} store={store} heading={heading} />
        <Entries id={id} poll={poll} store={store} heading={heading} />
      </>
    );
  }
  return (
    <>
      {state}
      <ul class="guest-options">
        {offered(poll, lang).map((line, index) => <li key={index} dir="auto">{line}</li>)}
      </ul>
      <p class="hush">
        <Icon name="hide" />
        {hiddenUntil(poll, words, watch)}
      </p>
    </>
  );
}
