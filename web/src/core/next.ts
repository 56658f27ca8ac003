import type { Activity, Design, FacilitatorCommand, Poll, PollDesign, Room } from "./protocol.ts";

/** The one thing a facilitator most likely does next, named as in words/facilitator.ts. */
export interface NextAction {
  readonly what:
    | "openRoom"
    | "launch"
    | "closePoll"
    | "revealResults"
    | "revealNotes"
    | "closeWall"
    | "launchNext";
  readonly command: FacilitatorCommand;
  /** The activity it concerns; null for the room. */
  readonly activity: string | null;
}

/**
 * The next step of the workshop from its state alone: finish what is shown, then launch the first
 * draft of the agenda that follows it. Null when nothing is left.
 */
export function nextAction(
  room: Room,
  agenda: readonly string[],
  activityOf: (id: string) => Activity | undefined,
): NextAction | null {
  if (room.phase === "ended") return null;
  if (room.phase === "lobby") {
    return { what: "openRoom", command: { do: "room.open" }, activity: null };
  }
  const current = room.focus === null ? undefined : activityOf(room.focus);
  if (room.focus !== null && current !== undefined) {
    const own = actionOf(room.focus, current);
    if (own !== null) return own;
  }
  const after = room.focus === null ? 0 : agenda.indexOf(room.focus) + 1;
  const drafts = [...agenda.slice(after), ...agenda.slice(0, after)]
    .filter((id) => activityOf(id)?.phase === "draft");
  const [draft] = drafts;
  if (draft === undefined) return null;
  const command = { do: "activity.launch", activity: draft } as const;
  return { what: room.focus === null ? "launch" : "launchNext", command, activity: draft };
}

/** What an activity itself asks for next; null when it is finished. */
export function actionOf(id: string, activity: Activity): NextAction | null {
  switch (activity.phase) {
    case "draft":
      return of("launch", "activity.launch", id);
    case "silent":
      return of("revealNotes", "activity.reveal", id);
    case "open":
      return of(activity.kind === "poll" ? "closePoll" : "closeWall", "activity.close", id);
    case "closed":
      return activity.kind === "poll" && activity.results === "reveal"
        ? of("revealResults", "activity.reveal", id)
        : null;
    case "revealed":
      return null;
  }
}

function of(
  what: NextAction["what"],
  verb: "activity.launch" | "activity.reveal" | "activity.close",
  id: string,
): NextAction {
  return { what, command: { do: verb, activity: id }, activity: id };
}

/** The activity as commands carry it: without what the room adds while it runs. */
export function designOf(activity: Poll): PollDesign;
export function designOf(activity: Activity): Design;
export function designOf(activity: Activity): Design {
  const { phase: _, edition: __, ...design } = { edition: 0, ...activity };
  return design;
}

/** The same question asked again. */
export function nextRound(id: string, poll: PollDesign): PollDesign {
  return { ...poll, follows: id };
}
