import type { Ballot, Language, Poll } from "../../../core/protocol.ts";
import { amount, lineLabels } from "../../../ui/results/labels.ts";
import { number } from "../../../core/i18n.ts";
import { resultWords } from "../../../words/results.ts";

/** A ballot in words, one line for each thing it says. */
export function ballotLines(poll: Poll, ballot: Ballot, lang: Language): readonly string[] {
  const words = resultWords[lang];
  const labels = lineLabels(poll, lang);
  if ("step" in ballot) return [labels[ballot.step] ?? ""];
  if ("ranking" in ballot) {
    return ballot.ranking.map((option, at) => `${at + 1}. ${labels[option] ?? ""}`);
  }
  if ("points" in ballot) {
    return ballot.points.flatMap((points, option) =>
      points === 0 ? [] : [words.gradeOf(labels[option] ?? "", number(lang, points))]
    );
  }
  if ("number" in ballot) return poll.ask === "estimate" ? [amount(lang, poll, ballot.number)] : [];
  if ("texts" in ballot) return ballot.texts.map(({ text }) => text);
  if ("grades" in ballot && poll.ask === "judgement") {
    return ballot.grades.map((grade, option) =>
      words.gradeOf(labels[option] ?? "", poll.grades[grade] ?? "")
    );
  }
  if (!("consent" in ballot)) return [];
  const answer = words[ballot.consent];
  return ballot.because === undefined ? [answer] : [answer, ballot.because.text];
}
