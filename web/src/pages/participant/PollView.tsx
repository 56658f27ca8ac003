import { useState } from "preact/hooks";
import { type OwnBallot, ownBallot } from "../../core/own.ts";
import { isSame, selectionOf } from "../../core/selection.ts";
import type { Poll } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Results } from "../../ui/Results.tsx";
import { useValue } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { BallotPaper } from "./BallotPaper.tsx";
import { PrivacyNote } from "./PrivacyNote.tsx";
import type { SeatContext } from "./seat.ts";
import { useWords } from "./words.ts";

interface PollProps {
  readonly id: string;
  readonly poll: Poll;
  readonly seat: SeatContext;
}

export function PollView({ id, poll, seat }: PollProps) {
  const own = useOwnBallot(id, seat);
  return (
    <article class="poll">
      <h1 tabIndex={-1} dir="auto">{poll.question}</h1>
      <PollProgress id={id} seat={seat} />
      {poll.phase === "open" && <PrivacyNote activity={poll} />}
      {poll.phase === "open"
        ? <BallotPaper id={id} poll={poll} seat={seat} own={own} />
        : <OwnAnswer poll={poll} own={own} />}
      <PollResults id={id} poll={poll} seat={seat} own={own} />
    </article>
  );
}

function useOwnBallot(id: string, seat: SeatContext): OwnBallot {
  const { session, keepsakes } = seat;
  useValue(session.store.entity(`mine/${id}`));
  useValue(session.store.synced);
  useValue(session.outbox.pending);
  return ownBallot(id, keepsakes, session.outbox);
}

function PollProgress({ id, seat }: { id: string; seat: SeatContext }) {
  const words = useRoomWords();
  const progress = useValue(seat.session.store.entity(`progress/${id}`));
  return (
    <p class="progress-line muted">
      {progress?.answered === undefined
        ? "\u00a0"
        : words.answered(progress.answered, progress.of ?? 0)}
    </p>
  );
}

/** The indexes of the lines that are the seat's own: the abstention comes after the options. */
function ownLines(poll: Poll, own: OwnBallot): readonly number[] {
  if (own.ballot === null) return [];
  return "choices" in own.ballot ? own.ballot.choices : [poll.options.length];
}

/** After the close: what this seat answered, as the server or only this device knows it. */
function OwnAnswer({ poll, own }: { poll: Poll; own: OwnBallot }) {
  const words = useWords();
  const lines = ownLines(poll, own);
  const labels = lines.map((line) => poll.options[line] ?? words.abstain);
  return (
    <div class="own-answer">
      <p class="tag">
        <Icon name="lock" />
        {words.voteClosed}
      </p>
      {labels.length === 0 ? <p class="muted">{words.noAnswerGiven}</p> : (
        <>
          <p class="muted">{own.is === "remembered" ? words.yourAnswerHere : words.yourAnswer}</p>
          <ul>{labels.map((label) => <li key={label} dir="auto">{label}</li>)}</ul>
        </>
      )}
    </div>
  );
}

function PollResults({ id, poll, seat, own }: PollProps & { own: OwnBallot }) {
  const words = useRoomWords();
  const tally = useValue(seat.session.store.entity(`tally/${id}`));
  const [wantsResults, setWantsResults] = useState(false);
  if (tally === undefined) {
    if (poll.phase === "open") return null;
    return (
      <p class="hush">
        <Icon name="hide" />
        {words.hiddenClosed}
      </p>
    );
  }
  // A person who has not answered yet is not shown what others did unless they ask.
  const voted = !isSame(selectionOf(own.ballot), selectionOf(null));
  if (poll.phase === "open" && !voted && !wantsResults) {
    return (
      <p class="show-results">
        <button type="button" class="quiet" onClick={() => setWantsResults(true)}>
          <Icon name="poll" />
          {words.resultsSoFar}
        </button>
      </p>
    );
  }
  return (
    <section class="results-block" aria-labelledby={`results-${id}`}>
      <h2 id={`results-${id}`}>{poll.phase === "open" ? words.resultsSoFar : words.results}</h2>
      <Results poll={poll} tally={tally} mine={ownLines(poll, own)} />
    </section>
  );
}
