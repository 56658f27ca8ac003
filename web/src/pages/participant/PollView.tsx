import { useState } from "preact/hooks";
import { ballotIn, isChoice, textsOf } from "../../core/ballot.ts";
import { type OwnBallot, ownBallot } from "../../core/own.ts";
import type { Ballot, Poll } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useLater } from "../../ui/later.ts";
import { Quorum } from "../../ui/Quorum.tsx";
import { ResultFrame } from "../../ui/ResultFrame.tsx";
import { choiceLabels } from "../../ui/rows.ts";
import { Timer } from "../../ui/Timer.tsx";
import { useValue } from "../../ui/use.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";
import { BallotPaper } from "./BallotPaper.tsx";
import { laterPart } from "./laterPart.ts";
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
      <Quorum id={id} poll={poll} store={seat.session.store} />
      <Timer id={id} session={seat.session} />
      {poll.phase === "open" && <PrivacyNote activity={poll} />}
      {poll.phase === "open"
        ? <BallotPaper id={id} poll={poll} seat={seat} own={own} />
        : <OwnAnswer id={id} poll={poll} seat={seat} own={own} />}
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

/** A ballot in words, one line for each thing it says. */
function useBallotLines(poll: Poll, ballot: Ballot | null): readonly string[] {
  const words = useWords();
  const shared = useRoomWords();
  const lang = useLanguage();
  const isKind = !isChoice(poll);
  const later = useLater(laterPart, isKind && ballot !== null);
  if (ballot === null) return [];
  if ("abstain" in ballot) return [words.abstain];
  if (isKind) return later?.ballotLines(poll, ballot, lang) ?? [shared.loading];
  if (!("choices" in ballot)) return [];
  const labels = choiceLabels(poll, shared);
  return ballot.choices.map((line) =>
    line === poll.options.length && ballot.other !== undefined
      ? `${labels[line]} – ${ballot.other.text}`
      : labels[line] ?? ""
  );
}

/** What was written and did not count: left on the paper, or refused as the vote closed. */
function useLostWriting(id: string, seat: SeatContext): readonly string[] {
  const unsent = useValue(seat.unsent.of(id))?.paper;
  const refused = useValue(seat.session.refusals).flatMap(({ pending: { command } }) =>
    command.do === "poll.vote" && command.poll === id ? textsOf(ballotIn(command)) : []
  );
  const texts = [...unsent?.texts ?? [], ...refused].map(({ text }) => text.trim());
  return [...new Set([unsent?.typed ?? "", ...texts])].filter((text) => text !== "");
}

/** After the close: what this seat answered, as the server or only this device knows it. */
function OwnAnswer({ id, poll, seat, own }: PollProps & { own: OwnBallot }) {
  const words = useWords();
  const lines = useBallotLines(poll, own.ballot);
  const lost = useLostWriting(id, seat);
  return (
    <div class="own-answer">
      <p class="tag">
        <Icon name="lock" />
        {words.voteClosed}
      </p>
      {lines.length === 0 ? <p class="muted">{words.noAnswerGiven}</p> : (
        <>
          <p class="muted">{own.is === "remembered" ? words.yourAnswerHere : words.yourAnswer}</p>
          <ul>{lines.map((line, index) => <li key={index} dir="auto">{line}</li>)}</ul>
        </>
      )}
      {lost.length > 0 && (
        <div class="not-sent">
          <p class="muted">{words.notSent}</p>
          <ul>{lost.map((text, index) => <li key={index} dir="auto">{text}</li>)}</ul>
        </div>
      )}
    </div>
  );
}

function PollResults({ id, poll, seat, own }: PollProps & { own: OwnBallot }) {
  const words = useRoomWords();
  const { store } = seat.session;
  const tally = useValue(store.entity(`tally/${id}`));
  const tables = useValue(store.entity(`tables/${id}`));
  const [wantsResults, setWantsResults] = useState(false);
  const hasMore = !isChoice(poll) || poll.other === true || poll.follows !== undefined ||
    tables !== undefined;
  const later = useLater(laterPart, hasMore && tally !== undefined);
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
  if (poll.phase === "open" && own.ballot === null && !wantsResults) {
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
      <ResultFrame id={id} poll={poll} tally={tally} mine={own.ballot} kinds={later} />
      {later !== null && <later.Beside id={id} poll={poll} store={store} />}
    </section>
  );
}
