import { consents } from "./ballot.ts";
import { readNumber, writtenNumber } from "./decimal.ts";
import {
  blank,
  entryLimit,
  type Paper,
  type PaperRules,
  proposalLimit,
  sendable,
} from "./paper.ts";
import type {
  ConsentDesign,
  EstimateDesign,
  JudgementDesign,
  PointsDesign,
  PollOf,
  RankingDesign,
  ScaleDesign,
  TextDesign,
} from "./protocol.ts";

const options = (poll: { readonly options: readonly string[] }) => poll.options.length;

export const scaleRules: PaperRules<PollOf<ScaleDesign>> = {
  fill: (_poll, ballot) => "step" in ballot ? { ...blank, picked: [ballot.step] } : blank,
  read: (_poll, { picked: [step] }) => step === undefined ? null : { step },
  fit: (poll, paper) => ({ ...paper, picked: paper.picked.filter((step) => step < poll.steps) }),
};

export const rankingRules: PaperRules<PollOf<RankingDesign>> = {
  fill: (_poll, ballot) => "ranking" in ballot ? { ...blank, picked: ballot.ranking } : blank,
  read: (poll, { picked }) =>
    picked.length < Math.max(1, poll.min) || picked.length > poll.max ? null : { ranking: picked },
  fit: (poll, paper) => {
    const picked = paper.picked.filter((option) => option < options(poll));
    return { ...paper, picked: picked.slice(0, poll.max) };
  },
};

/** The points of a paper, one number per option. */
export function pointsOn(poll: PointsDesign, paper: Paper): readonly number[] {
  return poll.options.map((_, index) => Math.max(0, paper.given[index] ?? 0));
}

export function pointsLeft(poll: PointsDesign, paper: Paper): number {
  return poll.points - pointsOn(poll, paper).reduce((sum, points) => sum + points, 0);
}

export const pointsRules: PaperRules<PollOf<PointsDesign>> = {
  fill: (_poll, ballot) => "points" in ballot ? { ...blank, given: ballot.points } : blank,
  read: (poll, paper) => {
    const points = pointsOn(poll, paper);
    const left = pointsLeft(poll, paper);
    const fits = left >= 0 && left < poll.points && points.every((one) => one <= poll.most);
    return fits && (left === 0 || !poll.all) ? { points } : null;
  },
  fit: (poll, paper) => ({ ...paper, given: pointsOn(poll, paper) }),
};

export const estimateRules: PaperRules<PollOf<EstimateDesign>> = {
  fill: (poll, ballot) =>
    "number" in ballot
      ? { ...blank, typed: writtenNumber(ballot.number, poll.decimals).replace(".", ",") }
      : blank,
  read: (poll, { typed }) => {
    const number = readNumber(typed, poll.decimals);
    return number === null || number < poll.from || number > poll.to ? null : { number };
  },
  fit: (_poll, paper) => paper,
};

export const textRules: PaperRules<PollOf<TextDesign>> = {
  fill: (_poll, ballot) => "texts" in ballot ? { ...blank, texts: ballot.texts } : blank,
  read: (poll, paper) => {
    const written = paper.texts.filter(({ text }) => text.trim() !== "");
    const texts = written.flatMap((entry) => sendable(entry, entryLimit) ?? []);
    const fits = texts.length === written.length && texts.length <= poll.most;
    return fits && texts.length > 0 ? { texts } : null;
  },
  fit: (_poll, paper) => paper,
};

export const judgementRules: PaperRules<PollOf<JudgementDesign>> = {
  fill: (_poll, ballot) => "grades" in ballot ? { ...blank, given: ballot.grades } : blank,
  read: (poll, { given }) => {
    const grades = poll.options.map((_, index) => given[index] ?? -1);
    return grades.every((grade) => grade >= 0) ? { grades } : null;
  },
  fit: (poll, paper) => ({
    ...paper,
    given: poll.options.map((_, index) => {
      const grade = paper.given[index] ?? -1;
      return grade < poll.grades.length ? grade : -1;
    }),
  }),
};

export const consentRules: PaperRules<PollOf<ConsentDesign>> = {
  fill: (_poll, ballot) =>
    "consent" in ballot
      ? {
        ...blank,
        picked: [consents.indexOf(ballot.consent)],
        texts: ballot.because === undefined ? [] : [ballot.because],
      }
      : blank,
  read: (_poll, { picked: [line], texts: [written] }) => {
    const consent = consents[line ?? -1];
    if (consent === undefined) return null;
    const because = sendable(written, proposalLimit);
    if (because !== null && consent !== "agree") return { consent, because };
    const isEmpty = written === undefined || written.text.trim() === "";
    const needsText = consent === "object" || (consent === "reservations" && !isEmpty);
    return needsText ? null : { consent };
  },
  fit: (_poll, paper) => paper,
};
