import type { ComponentChildren, ComponentType } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ballotIn, earlierLine } from "../../core/ballot.ts";
import {
  blank,
  filled,
  holdsWriting,
  isSame,
  type Paper,
  type PaperRules,
  readPaper,
} from "../../core/paper.ts";
import type { Ballot, Language, Poll, Vote } from "../../core/protocol.ts";
import { useValue } from "../../ui/use.ts";
import { useLanguage } from "../../ui/words.ts";
import type { PaperProps } from "./BallotPaper.tsx";
import { BallotTruth } from "./BallotTruth.tsx";
import { ChoiceCard } from "./ChoiceCard.tsx";
import type { SeatContext } from "./seat.ts";
import { useWords } from "./words.ts";

export interface FieldsProps<P extends Poll> {
  readonly id: string;
  readonly poll: P;
  readonly paper: Paper;
  /** Writes the paper; null when it took no more. */
  readonly onWrite: (paper: Paper | null) => void;
  /** The abstention, where it is offered. */
  readonly abstention: ComponentChildren;
}

/** How a kind of poll is answered. */
export interface PaperForm<P extends Poll> {
  readonly rules: PaperRules<P>;
  readonly Fields: ComponentType<FieldsProps<P>>;
  /** True when abstaining is one radio among the answers; else it is a box of its own. */
  isRadio(poll: P): boolean;
  /** How far the paper is filled in, said while it is. */
  status?(poll: P, paper: Paper, lang: Language, isFull: boolean): string;
}

interface FrameProps<P extends Poll> extends PaperProps<P> {
  readonly form: PaperForm<P>;
}

/** The fields of a paper, and the bar at the thumb that sends it and tells the truth about it. */
export function PaperFrame<P extends Poll>({ form, id, poll, seat, own }: FrameProps<P>) {
  const words = useWords();
  const lang = useLanguage();
  const truthLine = useRef<HTMLDivElement>(null);
  const [isFull, setIsFull] = useState(false);
  const { paper, recorded, isOutdated, write, forget } = usePaper(form.rules, poll, {
    id,
    seat,
    own,
  });
  const changed = !isSame(paper, recorded);
  const ballot = changed ? readPaper(form.rules, poll, paper) : null;
  const stay = () => {
    forget();
    setIsFull(false);
    // The button goes away: the focus stays with what it did.
    truthLine.current?.focus({ preventScroll: true });
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (ballot === null) return;
    seat.session.send(voteOf(id, poll, ballot, seat));
    stay();
  };
  const withdraw = () => {
    seat.session.send({ do: "poll.withdraw", poll: id });
    stay();
  };
  const isRadio = form.isRadio(poll);
  const abstention = poll.abstention && (
    <ChoiceCard
      kind={isRadio ? "radio" : "checkbox"}
      name={`poll-${id}`}
      label={words.abstain}
      hint={words.abstainHint}
      checked={paper.abstain}
      onChoose={() => {
        setIsFull(false);
        write(
          isRadio
            ? { ...blank, texts: paper.texts, abstain: true }
            : { ...paper, abstain: !paper.abstain },
        );
      }}
    />
  );
  // Nothing is counted on a paper that was sent or that says nothing but the abstention.
  const isCounted = (changed || own.is === "none") && !paper.abstain;
  const status = isCounted ? form.status?.(poll, paper, lang, isFull) ?? "" : "";
  return (
    <form class={`paper is-${poll.ask ?? "choice"}`} noValidate onSubmit={send}>
      {isOutdated && <p class="alert" role="alert">{words.pollChanged}</p>}
      <form.Fields
        id={id}
        poll={poll}
        paper={paper}
        abstention={abstention}
        onWrite={(next) => {
          setIsFull(next === null);
          if (next !== null) write(next);
        }}
      />
      <div class="thumb-bar">
        <div class="thumb-truth" ref={truthLine} tabIndex={-1}>
          {status !== "" && <p class="muted paper-count" role="status">{status}</p>}
          <BallotTruth id={id} seat={seat} own={own} changed={changed} />
        </div>
        {own.ballot === null || changed
          ? (
            <button type="submit" class="primary big" aria-disabled={ballot === null}>
              {own.ballot === null ? words.send : words.change}
            </button>
          )
          : (
            <button type="button" class="quiet" aria-label={words.withdraw} onClick={withdraw}>
              {words.withdrawShort}
            </button>
          )}
      </div>
    </form>
  );
}

/** The ballot on its way, with what only this device knows of the round before. */
function voteOf(id: string, poll: Poll, ballot: Ballot, seat: SeatContext): Vote {
  const { session, keepsakes } = seat;
  const before = poll.follows === undefined
    ? undefined
    : session.store.entity(`activity/${poll.follows}`).value;
  const told = poll.follows === undefined ? undefined : keepsakes.of(poll.follows).mine;
  const kept = told === undefined || "notes" in told ? null : told;
  const earlier = before?.kind === "poll" ? earlierLine(poll, before, kept) : undefined;
  return {
    ...ballot,
    do: "poll.vote",
    poll: id,
    ...((poll.edition ?? 0) === 0 ? {} : { edition: poll.edition }),
    ...(earlier === undefined ? {} : { earlier }),
  } as Vote;
}

/** The paper as it stands: what was sent, or what is being changed, which survives a reload. */
function usePaper<P extends Poll>(
  rules: PaperRules<P>,
  poll: P,
  { id, seat, own }: Pick<PaperProps, "id" | "seat" | "own">,
) {
  useRefusedPaper(rules, poll, id, seat);
  const unsent = useValue(seat.unsent.of(id));
  const recorded = filled(rules, poll, own.ballot);
  const edition = poll.edition ?? 0;
  const isOutdated = unsent !== null && unsent.edition !== edition;
  const paper = unsent === null
    ? recorded
    : isOutdated
    ? rules.fit(poll, unsent.paper)
    : unsent.paper;
  return {
    paper,
    recorded,
    isOutdated,
    write: (next: Paper) => seat.unsent.keep(id, { paper: next, edition }),
    forget: () => seat.unsent.keep(id, null),
  };
}

/** A refused answer goes back onto the paper, so that nothing is filled in twice. */
function useRefusedPaper<P extends Poll>(
  rules: PaperRules<P>,
  poll: P,
  id: string,
  seat: SeatContext,
): void {
  const refusals = useValue(seat.session.refusals);
  // At once: the vote may close, and its paper go away, in the next moment.
  useLayoutEffect(() => {
    for (const { pending, code } of refusals) {
      const { command } = pending;
      if (command.do !== "poll.vote" || command.poll !== id) continue;
      if (seat.returned.has(pending.id)) continue;
      seat.returned.add(pending.id);
      const paper = filled(rules, poll, ballotIn(command));
      if (seat.unsent.of(id).value !== null) continue;
      if (code === "poll-closed" && !holdsWriting(paper)) continue;
      seat.unsent.keep(id, { paper, edition: command.edition ?? 0 });
    }
  }, [refusals]);
}
