import { isChoice } from "../../core/ballot.ts";
import type { OwnBallot } from "../../core/own.ts";
import type { Poll } from "../../core/protocol.ts";
import { useLater } from "../../ui/later.ts";
import { useRoomWords } from "../../ui/words.ts";
import { choiceForm } from "./ChoiceFields.tsx";
import { laterPart } from "./laterPart.ts";
import { PaperFrame } from "./PaperFrame.tsx";
import type { SeatContext } from "./seat.ts";

export interface PaperProps<P extends Poll = Poll> {
  readonly id: string;
  readonly poll: P;
  readonly seat: SeatContext;
  readonly own: OwnBallot;
}

/** Where a seat answers, by what the poll asks. */
export function BallotPaper({ poll, ...rest }: PaperProps) {
  const words = useRoomWords();
  const later = useLater(laterPart, !isChoice(poll));
  if (isChoice(poll)) return <PaperFrame form={choiceForm} poll={poll} {...rest} />;
  if (later === null) return <p class="muted paper-coming" role="status">{words.loading}</p>;
  return <later.KindPaper poll={poll} {...rest} />;
}
