import type { ComponentChildren } from "preact";
import type { EntryView, Poll } from "../core/protocol.ts";
import type { EntityStore } from "../core/store.ts";
import type { ResultWords } from "../words/results.ts";
import { Icon } from "./Icon.tsx";
import { memo } from "./memo.ts";
import { ModerationLog } from "./Notes.tsx";
import { useResultWords } from "./results/words.ts";
import { noItems, useValue, useValueOr } from "./use.ts";

interface EntriesProps {
  readonly id: string;
  readonly poll: Poll;
  readonly store: EntityStore;
  /** What stands under a text; the facilitator's buttons. */
  readonly tools?: (entry: string) => ComponentChildren;
  /** The projector shows the texts and nothing to open. */
  readonly plain?: boolean;
  /** Level of the titles in the page. */
  readonly heading?: "h2" | "h3";
}

/** Ids of a poll's texts by what they are: proposals and reservations apart. */
function entriesOf(store: EntityStore, poll: string): Map<EntryView["consent"], string[]> {
  const found = new Map<EntryView["consent"], string[]>();
  for (const id of store.ids("entry")) {
    const entry = store.entity(`entry/${id}`).value;
    if (entry?.poll !== poll) continue;
    found.set(entry.consent, [...found.get(entry.consent) ?? [], id]);
  }
  return found;
}

function titleOf(poll: Poll, consent: EntryView["consent"], words: ResultWords): string {
  if (consent === "object") return words.proposals;
  if (consent !== undefined) return words.remarks;
  return poll.ask === "text" ? words.texts : words.otherAnswers;
}

/** The texts written on a poll's ballots, without names, and what was hidden of them. */
export function Entries({ id, poll, store, tools, plain, heading }: EntriesProps) {
  const words = useResultWords();
  useValue(store.changes("entry"));
  const log = useValueOr(store.entity(`hidden/${id}`), noItems);
  const found = entriesOf(store, id);
  if (found.size === 0 && log.length === 0) return null;
  const Heading = heading ?? "h3";
  const order = ["object", "reservations", "agree", undefined] as const;
  return (
    <div class="entries">
      {order.map((consent) => {
        const ids = found.get(consent);
        return ids !== undefined && (
          <section key={consent ?? "text"}>
            <Heading>
              {titleOf(poll, consent, words)} <span class="wall-count">{ids.length}</span>
            </Heading>
            <ul>
              {ids.map((entry) => <EntryLine key={entry} store={store} id={entry} tools={tools} />)}
            </ul>
          </section>
        );
      })}
      {plain !== true && <ModerationLog log={log} />}
    </div>
  );
}

interface EntryLineProps {
  readonly store: EntityStore;
  readonly id: string;
  readonly tools: EntriesProps["tools"] | undefined;
}

const EntryLine = memo(function EntryLine({ store, id, tools }: EntryLineProps) {
  const words = useResultWords();
  const entry = useValue(store.entity(`entry/${id}`));
  if (entry === undefined) return null;
  return (
    <li class={`entry${entry.hidden === undefined ? "" : " is-hidden"}`}>
      <p class="note-text" dir="auto">{entry.text}</p>
      {entry.hidden !== undefined && (
        <p class="note-hidden">
          <Icon name="hide" />
          {words.hiddenText(entry.hidden)}
        </p>
      )}
      {tools?.(id)}
    </li>
  );
});
