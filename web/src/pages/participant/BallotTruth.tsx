import type { OwnBallot } from "../../core/own.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import type { ParticipantWords } from "../../words/participant.ts";
import type { SeatContext } from "./seat.ts";
import { useWords } from "./words.ts";

interface TruthProps {
  readonly id: string;
  readonly seat: SeatContext;
  readonly own: OwnBallot;
  readonly changed: boolean;
}

/** Where the ballot is, in words; an alert only when it was refused. */
export function BallotTruth({ id, seat, own, changed }: TruthProps) {
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
