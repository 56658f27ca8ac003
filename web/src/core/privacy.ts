import { isChoice } from "./ballot.ts";
import type { Activity, Poll } from "./protocol.ts";

/** The sentences of the privacy contract, named as in words/participant.ts. */
export type PrivacySentence =
  | "pollAnonymous"
  | "pollNamed"
  | "resultsLive"
  | "resultsClose"
  | "resultsReveal"
  | "textsShown"
  | "byGroup"
  | "earlierSent"
  | "wallAnonymous"
  | "wallNamed"
  | "wallSilent"
  | "wallShared";

/** Who can see what, from the activity's settings alone: said before a person answers. */
export function privacySentences(activity: Activity): readonly PrivacySentence[] {
  switch (activity.kind) {
    case "poll":
      return pollSentences(activity);
    case "wall":
      return [
        activity.identity === "anonymous" ? "wallAnonymous" : "wallNamed",
        // Once revealed, a silent wall is shared: what is posted now is seen at once.
        activity.writing === "silent" && activity.phase !== "open" ? "wallSilent" : "wallShared",
      ];
  }
}

function pollSentences(poll: Poll): readonly PrivacySentence[] {
  const when = { live: "resultsLive", close: "resultsClose", reveal: "resultsReveal" } as const;
  const takesTexts = isChoice(poll)
    ? poll.other === true
    : poll.ask === "text" || poll.ask === "consent";
  const comparesRounds = poll.follows !== undefined &&
    (isChoice(poll) ? poll.max === 1 : poll.ask === "scale" || poll.ask === "consent");
  return [
    poll.identity === "anonymous" ? "pollAnonymous" : "pollNamed",
    when[poll.results],
    ...(takesTexts ? ["textsShown" as const] : []),
    ...(poll.breakdown === undefined ? [] : ["byGroup" as const]),
    ...(comparesRounds ? ["earlierSent" as const] : []),
  ];
}
