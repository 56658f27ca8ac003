import { consents, lineCount } from "../../core/ballot.ts";
import type { ConsentDesign, PointsDesign, Poll, PollOf } from "../../core/protocol.ts";
import { Bars, type Row, RowTable } from "../Bars.tsx";
import { tallyRows } from "../rows.ts";
import { useLanguage, useRoomWords } from "../words.ts";
import { Estimate } from "./Estimate.tsx";
import { Judgement } from "./Judgement.tsx";
import { lineLabels } from "./labels.ts";
import { Ranking } from "./Ranking.tsx";
import { Scale } from "./Scale.tsx";
import type { KindProps } from "./view.ts";
import { WordCloud } from "./WordCloud.tsx";
import { useResultWords } from "./words.ts";

export { kindSummary } from "./summary.ts";

/** The result of every kind of poll but the choice. */
export function KindResult({ poll, ...rest }: KindProps<Poll>) {
  const words = useResultWords();
  const { ballots, abstentions } = rest.tally;
  // Without an answer there is no order, no median and no word to draw.
  if (ballots === abstentions && lineCount(poll) === 0) {
    return abstentions === 0 ? null : <p class="result-note">{words.abstained(abstentions)}</p>;
  }
  switch (poll.ask) {
    case "scale":
      return <Scale poll={poll} {...rest} />;
    case "ranking":
      return <Ranking poll={poll} {...rest} />;
    case "points":
      return <Points poll={poll} {...rest} />;
    case "estimate":
      return <Estimate poll={poll} {...rest} />;
    case "text":
      return <WordCloud poll={poll} {...rest} />;
    case "judgement":
      return <Judgement poll={poll} {...rest} />;
    case "consent":
      return <Consent poll={poll} {...rest} />;
    default:
      return null;
  }
}

/** Three bars, each with a colour and a shape that says what it is. */
function Consent({ poll, tally, mine, isTable }: KindProps<PollOf<ConsentDesign>>) {
  const lang = useLanguage();
  const shared = useRoomWords();
  const rows = tallyRows(poll, tally, lineLabels(poll, lang), shared.abstentions, mine);
  const looks = rows.map((row, line): Row => {
    const look = consents[line];
    return look === undefined ? row : { ...row, look };
  });
  return isTable ? <RowTable rows={looks} /> : <Bars rows={looks} />;
}

/** A bar per option with its share of all the points given. */
function Points({ poll, tally, mine, isTable }: KindProps<PollOf<PointsDesign>>) {
  const words = useResultWords();
  const rows = tallyRows({ ...poll, abstention: false }, tally, poll.options, "", null);
  const own = mine !== null && "points" in mine ? mine.points : [];
  const marked = rows.map((row, option) => ({ ...row, isMine: (own[option] ?? 0) > 0 }));
  return (
    <>
      {isTable ? <RowTable rows={marked} count={words.points} /> : <Bars rows={marked} />}
      {tally.abstentions > 0 && <p class="result-note">{words.abstained(tally.abstentions)}</p>}
    </>
  );
}
