import { lineCount } from "../../core/ballot.ts";
import { list, number } from "../../core/i18n.ts";
import type { Ballot, Language, Poll } from "../../core/protocol.ts";
import { amount, lineLabels } from "../../ui/results/labels.ts";
import { useValue } from "../../ui/use.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";
import { type ConsoleContext, useWords } from "./context.ts";

interface VotersProps {
  readonly id: string;
  readonly poll: Poll;
  readonly context: ConsoleContext;
}

/** Who answered what, in a named poll whose results are due: by line, else by person. */
export function Voters({ id, poll, context }: VotersProps) {
  const words = useWords();
  const shared = useRoomWords();
  const lang = useLanguage();
  const voters = useValue(context.session.store.entity(`voters/${id}`));
  if (voters === undefined) return null;
  const names = (some: readonly string[] | undefined) =>
    some === undefined || some.length === 0 ? words.nobody : list(lang, some);
  const lines = lineCount(poll) === 0 ? [] : lineLabels(poll, lang);
  return (
    <details class="log">
      <summary>{words.voters}</summary>
      <dl class="voters">
        {lines.map((line, index) => (
          <Line key={index} label={line} text={names(voters.options[index])} />
        ))}
        {voters.ballots?.map(({ name, ballot }, index) => (
          <Line
            key={index}
            label={name}
            text={ballotText(poll, ballot, lang, shared.abstention)}
          />
        ))}
        {poll.abstention && <Line label={words.abstained} text={names(voters.abstained)} />}
      </dl>
    </details>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt dir="auto">{label}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
}

/** A ballot of a kind without lines, in words. */
function ballotText(poll: Poll, ballot: Ballot, lang: Language, abstention: string): string {
  const options = "options" in poll ? poll.options : [];
  const name = (index: number) => options[index] ?? "";
  if ("ranking" in ballot) return ballot.ranking.map(name).join(" › ");
  if ("points" in ballot) {
    return ballot.points.flatMap((points, index) =>
      points === 0 ? [] : [`${name(index)} (${number(lang, points)})`]
    ).join(", ");
  }
  if ("number" in ballot && poll.ask === "estimate") {
    return amount(lang, poll, ballot.number);
  }
  if ("texts" in ballot) return ballot.texts.map(({ text }) => text).join(" · ");
  if ("grades" in ballot && poll.ask === "judgement") {
    return ballot.grades.map((grade, index) => `${name(index)} (${poll.grades[grade] ?? ""})`)
      .join(", ");
  }
  return "abstain" in ballot ? abstention : "";
}
