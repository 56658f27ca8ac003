import type { Poll } from "../../core/protocol.ts";
import type { EntityStore } from "../../core/store.ts";
import { Entries } from "../../ui/Entries.tsx";
import { Rounds } from "../../ui/Rounds.tsx";
import { Tables } from "../../ui/Tables.tsx";
import type { PaperProps } from "./BallotPaper.tsx";
import { PaperFrame } from "./PaperFrame.tsx";
import { consentForm } from "./papers/Consent.tsx";
import { estimateForm } from "./papers/Estimate.tsx";
import { judgementForm } from "./papers/Judgement.tsx";
import { pointsForm } from "./papers/Points.tsx";
import { rankingForm } from "./papers/Ranking.tsx";
import { scaleForm } from "./papers/Scale.tsx";
import { textForm } from "./papers/Texts.tsx";

// What the page has already is in one file with it, and only the rest in this one.
import "./main.tsx";

export { KindResult, kindSummary } from "../../ui/results/kinds.tsx";
export { WallView } from "./WallView.tsx";
export { ballotLines } from "./papers/lines.ts";

/** The ballot paper of every kind of poll but the choice. */
export function KindPaper({ poll, ...rest }: PaperProps) {
  switch (poll.ask) {
    case "scale":
      return <PaperFrame form={scaleForm} poll={poll} {...rest} />;
    case "ranking":
      return <PaperFrame form={rankingForm} poll={poll} {...rest} />;
    case "points":
      return <PaperFrame form={pointsForm} poll={poll} {...rest} />;
    case "estimate":
      return <PaperFrame form={estimateForm} poll={poll} {...rest} />;
    case "text":
      return <PaperFrame form={textForm} poll={poll} {...rest} />;
    case "judgement":
      return <PaperFrame form={judgementForm} poll={poll} {...rest} />;
    case "consent":
      return <PaperFrame form={consentForm} poll={poll} {...rest} />;
    default:
      return null;
  }
}

interface BesideProps {
  readonly id: string;
  readonly poll: Poll;
  readonly store: EntityStore;
}

/** What stands beside a result: earlier rounds, groups, texts. */
export function Beside({ id, poll, store }: BesideProps) {
  return (
    <>
      <Rounds id={id} store={store} />
      <Tables id={id} poll={poll} store={store} />
      <Entries id={id} poll={poll} store={store} />
    </>
  );
}
