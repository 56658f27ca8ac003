import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { lineCount } from "../../core/ballot.ts";
import type { Poll, Tally } from "../../core/protocol.ts";
import { roundsOf } from "../../core/rounds.ts";
import type { Session } from "../../core/session.ts";
import type { EntityStore } from "../../core/store.ts";
import { Entries } from "../../ui/Entries.tsx";
import { Quorum } from "../../ui/Quorum.tsx";
import { Results } from "../../ui/Results.tsx";
import { useResultWords } from "../../ui/results/words.ts";
import { compares, Rounds } from "../../ui/Rounds.tsx";
import { Timer } from "../../ui/Timer.tsx";
import { useValue } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { usePaging } from "./paging.ts";
import { Suspense } from "./Suspense.tsx";

interface PollSlideProps {
  readonly id: string;
  readonly poll: Poll;
  readonly session: Session;
}

/** Above so many lines a result is drawn tighter. */
const roomyLines = 5;

export function PollSlide({ id, poll, session }: PollSlideProps) {
  const words = useRoomWords();
  const { store } = session;
  const tally = useValue(store.entity(`tally/${id}`));
  const progress = useValue(store.entity(`progress/${id}`));
  const answered = progress?.answered ?? 0;
  const of = progress?.of ?? 0;
  const abstained = useResultWords().abstained;
  const nothing = tally === undefined || tally.ballots === 0
    ? words.noBallots
    : abstained(tally.abstentions);
  const lines = "options" in poll ? poll.options.length + (poll.abstention ? 1 : 0) : 0;
  return (
    <section class={`slide poll-slide${lines > roomyLines ? " is-dense" : ""}`}>
      <header>
        <h1 dir="auto">{poll.question}</h1>
        <p class="slide-progress">
          {poll.phase === "open" ? words.answered(answered, of) : words.closed}
        </p>
        <div class="slide-state">
          <Quorum id={id} poll={poll} store={store} />
          <Timer id={id} session={session} plain />
        </div>
      </header>
      {tally === undefined
        ? <Suspense poll={poll} answered={answered} of={of} />
        : isBlank(poll, tally)
        ? <Suspense poll={poll} answered={answered} of={of} because={nothing} />
        : <Outcome id={id} poll={poll} store={store} />}
    </section>
  );
}

/** Whether results are due and nobody has given one to draw: no order, no median, no word. */
function isBlank(poll: Poll, tally: Tally): boolean {
  return lineCount(poll) === 0 && tally.ballots === tally.abstentions;
}

/** The result; beside it the rounds before, or what was written. */
function Outcome({ id, poll, store }: { id: string; poll: Poll; store: EntityStore }) {
  const tally = useValue(store.entity(`tally/${id}`));
  useValue(store.changes("tally"));
  useValue(store.changes("entry"));
  const rounds = roundsOf(store, id);
  const texts = store.ids("entry").filter((entry) => {
    const found = store.entity(`entry/${entry}`).value;
    return found?.poll === id && found.hidden === undefined;
  });
  const results = <Results id={id} poll={poll} tally={tally} plain />;
  const before = (
    <Pages count={rounds.length}>
      <Rounds id={id} store={store} plain />
    </Pages>
  );
  if (rounds.length > 1 && compares(rounds)) return before;
  if (rounds.length < 2 && texts.length === 0) return results;
  return (
    <div class="slide-split">
      {results}
      {rounds.length > 1 ? before : (
        <Pages count={texts.length}>
          <Entries id={id} poll={poll} store={store} heading="h2" plain />
        </Pages>
      )}
    </div>
  );
}

/** What is too tall for the screen, one page after the other; drawn again when `count` changes. */
function Pages({ count, children }: { count: number; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const page = usePaging(box, count);
  return (
    <div class="slide-texts">
      <div class="wall-pages" ref={box}>{children}</div>
      {page.of > 1 && <p class="slide-page">{page.at}/{page.of}</p>}
    </div>
  );
}
