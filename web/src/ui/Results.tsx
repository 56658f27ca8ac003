import { ResultFrame, type ResultsProps } from "./ResultFrame.tsx";
import * as kinds from "./results/kinds.tsx";

/** What the ballots of a poll of any kind come to, drawn or as a table. */
export function Results(props: ResultsProps) {
  return <ResultFrame kinds={kinds} {...props} />;
}
