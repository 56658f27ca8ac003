import type { Poll } from "../../core/protocol.ts";
import type { EntityStore } from "../../core/store.ts";
import { number } from "../../core/i18n.ts";
import { Results } from "../../ui/Results.tsx";
import { useValue } from "../../ui/use.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";

interface PollSlideProps {
  readonly id: string;
  readonly poll: Poll;
  readonly store: EntityStore;
}

export function PollSlide({ id, poll, store }: PollSlideProps) {
  const words = useRoomWords();
  const tally = useValue(store.entity(`tally/${id}`));
  const progress = useValue(store.entity(`progress/${id}`));
  const answered = progress?.answered ?? 0;
  const of = progress?.of ?? 0;
  const lines = poll.options.length + (poll.abstention ? 1 : 0);
  return (
    <section class={`slide poll-slide${lines > 5 ? " is-dense" : ""}`}>
      <header>
        <h1 dir="auto">{poll.question}</h1>
        <p class="slide-progress">
          {poll.phase === "open" ? words.answered(answered, of) : words.closed}
        </p>
      </header>
      {tally === undefined
        ? <Suspense poll={poll} answered={answered} of={of} />
        : <Results poll={poll} tally={tally} plain />}
    </section>
  );
}

/** Options without results: how many have answered is all there is to see. */
function Suspense({ poll, answered, of }: { poll: Poll; answered: number; of: number }) {
  const words = useRoomWords();
  const lang = useLanguage();
  const when = poll.phase === "closed"
    ? words.hiddenClosed
    : poll.results === "reveal"
    ? words.hiddenUntilReveal
    : words.hiddenUntilClose;
  return (
    <div class="suspense">
      <ol class="suspense-options">
        {poll.options.map((option, index) => <li key={index} dir="auto">{option}</li>)}
      </ol>
      <div class="suspense-count">
        <p class="huge">
          {number(lang, answered)}
          <small>/ {number(lang, of)}</small>
        </p>
        <progress
          max={Math.max(1, of)}
          value={answered}
          aria-label={words.answered(answered, of)}
        />
        <p>{when}</p>
      </div>
    </div>
  );
}
