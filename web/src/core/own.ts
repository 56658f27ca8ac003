import { ballotIn } from "./ballot.ts";
import type { Keepsakes } from "./keepsakes.ts";
import type { Outbox } from "./outbox.ts";
import type { Ballot, Moderation, OwnNote } from "./protocol.ts";

/** How far the seat's own ballot got. */
export interface OwnBallot {
  readonly ballot: Ballot | null;
  readonly is: "none" | "sending" | "withdrawing" | "saved" | "remembered";
}

/** The seat's ballot as it stands: what is on its way counts before what is recorded. */
export function ownBallot(poll: string, keepsakes: Keepsakes, outbox: Outbox): OwnBallot {
  const waiting = outbox.last(`poll/${poll}`)?.command;
  if (waiting?.do === "poll.withdraw") return { ballot: null, is: "withdrawing" };
  if (waiting?.do === "poll.vote") {
    return { ballot: ballotIn(waiting), is: "sending" };
  }
  const { mine, onlyHere } = keepsakes.of(poll);
  if (mine === undefined || "notes" in mine) return { ballot: null, is: "none" };
  return { ballot: mine, is: onlyHere ? "remembered" : "saved" };
}

/** One of the seat's notes with its truth: on its way, recorded, hidden. */
export interface OwnNoteState extends OwnNote {
  readonly is: "sending" | "saved";
  /** The facilitator's reason when the note is hidden now. */
  readonly hidden: string | null;
}

/** The seat's notes on a wall, recorded ones first, then those on their way. */
export function ownNotes(
  wall: string,
  keepsakes: Keepsakes,
  outbox: Outbox,
  log: readonly Moderation[],
): readonly OwnNoteState[] {
  const { mine } = keepsakes.of(wall);
  const recorded = mine !== undefined && "notes" in mine ? mine.notes : [];
  const notes = new Map<string, OwnNoteState>();
  for (const note of recorded) {
    notes.set(note.note, { ...note, is: "saved", hidden: hiddenReason(note.note, log) });
  }
  for (const { command } of outbox.pending.value) {
    if (command.do === "note.withdraw" && command.wall === wall) notes.delete(command.note);
    if ((command.do === "note.post" || command.do === "note.edit") && command.wall === wall) {
      const { note, section, text } = command;
      notes.set(note, { note, section, text, is: "sending", hidden: hiddenReason(note, log) });
    }
  }
  return [...notes.values()];
}

/** The reason the note is hidden for, null when the last thing done to it was not hiding. */
export function hiddenReason(note: string, log: readonly Moderation[]): string | null {
  const last = log.findLast((line) => line.note === note);
  return last?.done === "hide" ? last.reason : null;
}
