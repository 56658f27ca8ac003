import type { Ballot, ChoiceDesign, Entry, Poll, PollDesign, PollOf, Vote } from "./protocol.ts";

/** The ballot that a vote brings. */
export function ballotIn(vote: Vote): Ballot {
  const { do: _do, poll: _poll, edition: _edition, earlier: _earlier, ...ballot } = vote;
  return ballot;
}

/** True for a poll that asks for a choice, which short designs do not say. */
export function isChoice(poll: Poll): poll is PollOf<ChoiceDesign> {
  return (poll.ask ?? "choice") === "choice";
}

/** How many lines the ballots of a poll are counted on, abstentions apart; 0 where there are none. */
export function lineCount(poll: PollDesign): number {
  if (poll.ask === "scale") return poll.steps;
  if (poll.ask === "consent") return consents.length;
  const isChoice = poll.ask === undefined || poll.ask === "choice";
  return isChoice ? poll.options.length + (poll.other === true ? 1 : 0) : 0;
}

/** The answers of consent in the order of their lines. */
export const consents = ["agree", "reservations", "object"] as const;

/** The lines a ballot stands on, the abstention after the last; empty where there are none. */
export function linesOfBallot(poll: PollDesign, ballot: Ballot): readonly number[] {
  if ("abstain" in ballot) return [lineCount(poll)];
  if ("choices" in ballot) return ballot.choices;
  if ("step" in ballot) return [ballot.step];
  return "consent" in ballot ? [consents.indexOf(ballot.consent)] : [];
}

function hasOneLinePerBallot(poll: PollDesign): boolean {
  if ("options" in poll) {
    return (poll.ask ?? "choice") === "choice" && "max" in poll && poll.max === 1;
  }
  return poll.ask === "scale" || poll.ask === "consent";
}

/** What the lines of two rounds must share for a move from one to the other to mean something. */
function lineNames(poll: PollDesign): string {
  if ("options" in poll) {
    return JSON.stringify([poll.options, "other" in poll && poll.other === true]);
  }
  return poll.ask === "scale" ? `${poll.steps}` : "";
}

/**
 * The line of this seat's ballot in the round before, when both rounds count ballots on the same
 * lines, one each; undefined otherwise. Only this device knows it.
 */
export function earlierLine(
  poll: Poll,
  before: Poll | undefined,
  ballot: Ballot | null,
): number | undefined {
  if (before === undefined || ballot === null) return undefined;
  const isAlike = (before.ask ?? "choice") === (poll.ask ?? "choice") &&
    hasOneLinePerBallot(poll) && hasOneLinePerBallot(before) &&
    lineNames(poll) === lineNames(before);
  return isAlike ? linesOfBallot(before, ballot)[0] : undefined;
}

/** The texts written on a ballot. */
export function textsOf(ballot: Ballot): readonly Entry[] {
  if ("texts" in ballot) return ballot.texts;
  const one = "other" in ballot ? ballot.other : "because" in ballot ? ballot.because : undefined;
  return one === undefined ? [] : [one];
}
