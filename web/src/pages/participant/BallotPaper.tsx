import { useRef, useState } from "preact/hooks";
import type { OwnBallot } from "../../core/own.ts";
import type { Poll } from "../../core/protocol.ts";
import {
  isComplete,
  isSame,
  nothing,
  type Selection,
  selectionOf,
  toggle,
} from "../../core/selection.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import type { ParticipantWords } from "../../words/participant.ts";
import type { SeatContext } from "./seat.ts";
import { useWords } from "./words.ts";

function instruction(poll: Poll, words: ParticipantWords): string {
  const min = Math.max(1, poll.min);
  if (poll.max === 1) return words.chooseOne;
  if (min === poll.max) return words.chooseExactly(min);
  return min === 1 ? words.chooseUpTo(poll.max) : words.chooseBetween(min, poll.max);
}

interface PaperProps {
  readonly id: string;
  readonly poll: Poll;
  readonly seat: SeatContext;
  readonly own: OwnBallot;
}

/** The choices, and the bar at the thumb that sends them and tells the truth about it. */
export function BallotPaper({ id, poll, seat, own }: PaperProps) {
  const words = useWords();
  const recorded = selectionOf(own.ballot);
  // null: the paper shows what was sent; else what is being ticked.
  const [ticked, setTicked] = useState<Selection | null>(null);
  const [isFull, setIsFull] = useState(false);
  const truthLine = useRef<HTMLDivElement>(null);
  const selection = ticked ?? recorded;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isComplete(poll, selection)) return;
    if (selection.abstain) seat.session.send({ do: "poll.vote", poll: id, abstain: true });
    else seat.session.send({ do: "poll.vote", poll: id, choices: selection.choices });
    setTicked(null);
    // The button goes away: the focus stays with what it did.
    truthLine.current?.focus({ preventScroll: true });
  };
  const choose = (option: number) => {
    const next = toggle(poll, selection, option);
    setIsFull(next === null);
    if (next !== null) setTicked(next);
  };
  const abstain = () => {
    setIsFull(false);
    setTicked(selection.abstain && poll.max > 1 ? nothing : { choices: [], abstain: true });
  };
  const withdraw = () => {
    seat.session.send({ do: "poll.withdraw", poll: id });
    setTicked(null);
    truthLine.current?.focus({ preventScroll: true });
  };
  const changed = ticked !== null && !isSame(ticked, recorded);
  // Something can still be sent: a first answer, or a change of it.
  const isOpen = own.ballot === null || changed;
  return (
    <form class="paper" onSubmit={send}>
      <fieldset class="choices">
        <legend>{instruction(poll, words)}</legend>
        {poll.options.map((option, index) => (
          <ChoiceCard
            key={index}
            kind={poll.max === 1 ? "radio" : "checkbox"}
            name={`poll-${id}`}
            label={option}
            checked={selection.choices.includes(index)}
            onChoose={() => choose(index)}
          />
        ))}
        {poll.abstention && (
          <ChoiceCard
            kind={poll.max === 1 ? "radio" : "checkbox"}
            name={`poll-${id}`}
            label={words.abstain}
            hint={words.abstainHint}
            checked={selection.abstain}
            onChoose={abstain}
          />
        )}
      </fieldset>
      <div class="thumb-bar">
        <div class="thumb-truth" ref={truthLine} tabIndex={-1}>
          {changed && poll.max > 1
            ? <PaperCount selection={selection} max={poll.max} isFull={isFull} />
            : <BallotTruth id={id} seat={seat} own={own} changed={changed} />}
        </div>
        {isOpen
          ? (
            <button
              type="submit"
              class="primary big"
              aria-disabled={!(changed && isComplete(poll, selection))}
            >
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

function PaperCount(
  { selection, max, isFull }: { selection: Selection; max: number; isFull: boolean },
) {
  const words = useWords();
  return (
    <p class="muted paper-count" role="status">
      {isFull ? words.full(max) : words.chosen(selection.choices.length, max)}
    </p>
  );
}

interface CardProps {
  readonly kind: "radio" | "checkbox";
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function ChoiceCard({ kind, name, label, hint, checked, onChoose }: CardProps) {
  return (
    <label class={`choice${hint === undefined ? "" : " is-abstain"}`}>
      <input
        type={kind}
        name={name}
        checked={checked}
        onChange={(event) => {
          onChoose();
          // A refused tick must not stay on the paper: what is drawn is the selection.
          if (kind === "checkbox") event.currentTarget.checked = checked;
        }}
      />
      <span class="choice-mark" aria-hidden="true" />
      <span class="choice-label" dir="auto">
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}

interface TruthProps {
  readonly id: string;
  readonly seat: SeatContext;
  readonly own: OwnBallot;
  readonly changed: boolean;
}

/** Where the ballot is, in words; an alert only when it was refused. */
function BallotTruth({ id, seat, own, changed }: TruthProps) {
  const words = useWords();
  const link = useValue(seat.session.link);
  const refusal = useValue(seat.session.refusals)
    .findLast((one) => one.pending.slot === `poll/${id}`);
  if (refusal !== undefined) {
    return <p class="alert" role="alert">{words.refusedVote(refusal.say)}</p>;
  }
  return (
    <p class={`truth is-${own.is}`} role="status">
      {truth(words, own, link.is === "live", changed)}
    </p>
  );
}

function truth(words: ParticipantWords, own: OwnBallot, isLive: boolean, changed: boolean) {
  switch (own.is) {
    case "none":
    case "remembered":
      return changed ? "" : words.notAnswered;
    case "withdrawing":
      return isLive ? words.withdrawing : words.waitingNetwork;
    case "sending":
      return isLive ? words.sending : words.waitingNetwork;
    case "saved":
      return changed ? "" : (
        <>
          <Icon name="check" />
          {words.saved}
        </>
      );
  }
}
