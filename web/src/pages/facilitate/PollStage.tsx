import type { Poll } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Results } from "../../ui/Results.tsx";
import { Rounds } from "../../ui/Rounds.tsx";
import { Tables } from "../../ui/Tables.tsx";
import { useValue } from "../../ui/use.ts";
import { BringProposals } from "./BringProposals.tsx";
import { type ConsoleContext, useWords } from "./context.ts";
import { Hands } from "./Hands.tsx";
import { ModeratedEntries } from "./ModeratedEntries.tsx";
import { Voters } from "./Voters.tsx";

interface PollProps {
  readonly id: string;
  readonly poll: Poll;
  readonly context: ConsoleContext;
}

/** A poll as it stands: what it asks, then what it comes to as soon as results are due. */
export function PollStage({ id, poll, context }: PollProps) {
  const { store } = context.session;
  const tally = useValue(store.entity(`tally/${id}`));
  const room = useValue(store.entity("room"));
  const takesHands = poll.phase !== "draft" && room?.phase === "open";
  return (
    <>
      {tally === undefined ? <Asked poll={poll} /> : (
        <>
          <Results id={id} poll={poll} tally={tally} />
          {poll.ask === "consent" && room?.phase === "open" && (
            <BringProposals id={id} context={context} />
          )}
          <ModeratedEntries id={id} poll={poll} context={context} />
          <Rounds id={id} store={store} />
          <Tables id={id} poll={poll} store={store} />
          <Voters id={id} poll={poll} context={context} />
        </>
      )}
      {takesHands && <Hands id={id} poll={poll} context={context} />}
    </>
  );
}

/** What the ballot offers, while its results are hidden or not yet there. */
function Asked({ poll }: { poll: Poll }) {
  const words = useWords();
  const options = "options" in poll ? poll.options : [];
  return (
    <>
      {options.length > 0 && (
        <ul class="stage-options">
          {options.map((option, index) => <li key={index} dir="auto">{option}</li>)}
        </ul>
      )}
      {poll.phase !== "draft" && (
        <p class="hush">
          <Icon name="hide" />
          {poll.results === "reveal" ? words.hiddenYouReveal : words.hiddenYou}
        </p>
      )}
    </>
  );
}
