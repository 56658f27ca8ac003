import type { Activity } from "./protocol.ts";

/** The sentences of the privacy contract, named as in words/participant.ts. */
export type PrivacySentence =
  | "pollAnonymous"
  | "pollNamed"
  | "resultsLive"
  | "resultsClose"
  | "resultsReveal"
  | "wallAnonymous"
  | "wallNamed"
  | "wallSilent"
  | "wallShared";

/** Who can see what, from the activity's settings alone: said before a person answers. */
export function privacySentences(activity: Activity): readonly PrivacySentence[] {
  switch (activity.kind) {
    case "poll":
      return [
        activity.identity === "anonymous" ? "pollAnonymous" : "pollNamed",
        ({ live: "resultsLive", close: "resultsClose", reveal: "resultsReveal" } as const)[
          activity.results
        ],
      ];
    case "wall":
      return [
        activity.identity === "anonymous" ? "wallAnonymous" : "wallNamed",
        // Once revealed, a silent wall is shared: what is posted now is seen at once.
        activity.writing === "silent" && activity.phase !== "open" ? "wallSilent" : "wallShared",
      ];
  }
}
