import type { Ballot, Poll, Tally } from "../../core/protocol.ts";

/** What the result of one kind of poll is drawn from. */
export interface KindProps<P extends Poll> {
  readonly poll: P;
  readonly tally: Tally;
  readonly mine: Ballot | null;
  readonly isTable: boolean;
  readonly plain: boolean;
}
