import assert from "node:assert/strict";
import { test } from "node:test";
import { ballotIn, earlierLine, lineCount } from "../../src/core/ballot.ts";
import { readNumber, writtenNumber } from "../../src/core/decimal.ts";
import { slotOf } from "../../src/core/outbox.ts";
import { blank, choiceRules, filled, type Paper, readPaper } from "../../src/core/paper.ts";
import {
  consentRules,
  estimateRules,
  judgementRules,
  pointsRules,
  rankingRules,
  scaleRules,
  textRules,
} from "../../src/core/papers.ts";
import { privacySentences } from "../../src/core/privacy.ts";
import type { ChoiceDesign, Command, Poll, PollOf, Tally, Vote } from "../../src/core/protocol.ts";
import { roundsOf } from "../../src/core/rounds.ts";
import { EntityStore } from "../../src/core/store.ts";
import { UnsentPapers } from "../../src/core/unsent.ts";
import { headlines } from "../../src/ui/results/summary.ts";
import { example } from "./fixtures.ts";

const common = {
  kind: "poll",
  question: "?",
  abstention: true,
  results: "live",
  identity: "anonymous",
  phase: "open",
} as const;
const options = ["a", "b", "c"];
const text = (words: string) => ({ entry: "00000000000000b7", text: words });
const paper = (some: Partial<Paper>): Paper => ({ ...blank, ...some });

test("votes of the document are ballots, and have the slot of their poll", () => {
  for (const name of ["vote-consent", "vote-ranking", "vote-other", "vote-texts"]) {
    const vote = example<Vote>(name);
    assert.equal(slotOf(vote, "c1"), "poll/00000000000000a1", name);
    const { do: _do, poll: _poll, ...rest } = vote;
    assert.ok(Object.keys(ballotIn(vote)).every((key) => key in rest));
    assert.ok(!("edition" in ballotIn(vote)) && !("earlier" in ballotIn(vote)), name);
  }
  for (const name of ["poll-hands", "timer-set", "timer-extend", "poll-bring"]) {
    assert.equal(slotOf(example<Command>(name), "c9"), "command/c9", name);
  }
});

test("a choice is complete when its free option is written", () => {
  const poll: PollOf<ChoiceDesign> = { ...common, options, min: 1, max: 2, other: true };
  assert.equal(readPaper(choiceRules, poll, paper({ picked: [1, 3] })), null);
  const written = paper({ picked: [1, 3], texts: [text(" Un forum ")] });
  const other = text("Un forum");
  assert.deepEqual(readPaper(choiceRules, poll, written), { choices: [1, 3], other });
  const unticked = paper({ picked: [1], texts: [text("x")] });
  assert.deepEqual(readPaper(choiceRules, poll, unticked), { choices: [1] });
  const long = paper({ picked: [3], texts: [text("é".repeat(141))] });
  assert.equal(readPaper(choiceRules, poll, long), null);
});

test("scale, ranking and judgement say when they are complete", () => {
  const scale = { ...common, ask: "scale", steps: 5, low: "", high: "" } as const;
  assert.equal(readPaper(scaleRules, scale, blank), null);
  assert.deepEqual(readPaper(scaleRules, scale, paper({ picked: [0] })), { step: 0 });
  const ranking = { ...common, ask: "ranking", options, min: 2, max: 3 } as const;
  assert.equal(readPaper(rankingRules, ranking, paper({ picked: [2] })), null);
  assert.deepEqual(readPaper(rankingRules, ranking, paper({ picked: [2, 0] })), {
    ranking: [2, 0],
  });
  const judgement = { ...common, ask: "judgement", options, grades: ["+", "-"] } as const;
  assert.equal(readPaper(judgementRules, judgement, paper({ given: [0, -1, 1] })), null);
  const graded = paper({ given: [0, 0, 1] });
  assert.deepEqual(readPaper(judgementRules, judgement, graded), { grades: [0, 0, 1] });
});

test("points: not too many, all where all are asked, at most so many on one", () => {
  const poll = { ...common, ask: "points", options, points: 10, most: 6, all: true } as const;
  assert.equal(readPaper(pointsRules, poll, paper({ given: [6, 3] })), null);
  assert.equal(readPaper(pointsRules, poll, paper({ given: [7, 3] })), null);
  assert.equal(readPaper(pointsRules, poll, paper({ given: [6, 6] })), null);
  assert.deepEqual(readPaper(pointsRules, poll, paper({ given: [6, 4] })), { points: [6, 4, 0] });
  const some = { ...poll, all: false };
  assert.deepEqual(readPaper(pointsRules, some, paper({ given: [1] })), { points: [1, 0, 0] });
  assert.equal(readPaper(pointsRules, some, paper({ given: [0, 0, 0] })), null);
});

test("numbers are whole numbers of the last decimal, and thousands are never guessed", () => {
  assert.equal(readNumber("12,5", 2), 1250);
  assert.equal(readNumber("12.50", 2), 1250);
  assert.equal(readNumber(" 1\u202f000 ", 0), 1000);
  assert.equal(readNumber("-0,5", 1), -5);
  assert.equal(readNumber("\u22123", 0), -3);
  assert.equal(readNumber("12,00", 0), 12);
  assert.equal(readNumber("12,5", 0), null);
  assert.equal(readNumber("1,000", 0), null);
  assert.equal(readNumber("0,125", 3), 125);
  assert.equal(readNumber("1e5", 0), null);
  assert.equal(readNumber("", 0), null);
  assert.equal(writtenNumber(1250, 2), "12.50");
  assert.equal(writtenNumber(-5, 1), "-0.5");
  const poll = {
    ...common,
    ask: "estimate",
    unit: "km",
    decimals: 1,
    from: 0,
    to: 100,
  } as const;
  assert.deepEqual(readPaper(estimateRules, poll, paper({ typed: "10" })), { number: 100 });
  assert.equal(readPaper(estimateRules, poll, paper({ typed: "10,1" })), null);
  const sent = filled(estimateRules, poll, { number: 45 });
  assert.deepEqual(readPaper(estimateRules, poll, sent), { number: 45 });
});

test("texts and consent carry their entries; an objection is nothing without a proposal", () => {
  const texts = { ...common, ask: "text", most: 2 } as const;
  const written = paper({ texts: [text("un"), text(" ")] });
  assert.deepEqual(readPaper(textRules, texts, written), { texts: [text("un")] });
  const consent = { ...common, ask: "consent" } as const;
  assert.deepEqual(readPaper(consentRules, consent, paper({ picked: [1] })), {
    consent: "reservations",
  });
  assert.equal(readPaper(consentRules, consent, paper({ picked: [2] })), null);
  const objection = { consent: "object", because: text("un site") } as const;
  const filledIn = filled(consentRules, consent, objection);
  assert.deepEqual(readPaper(consentRules, consent, filledIn), objection);
  const agreed = { ...filledIn, picked: [0] };
  assert.deepEqual(readPaper(consentRules, consent, agreed), { consent: "agree" });
});

test("after an edit only what still fits is kept", () => {
  const fewer = { ...common, ask: "ranking", options: ["a", "b"], min: 1, max: 1 } as const;
  assert.deepEqual(rankingRules.fit(fewer, paper({ picked: [2, 1, 0] })).picked, [1]);
  const judged = { ...common, ask: "judgement", options, grades: ["+", "-"] } as const;
  assert.deepEqual(judgementRules.fit(judged, paper({ given: [1, 4] })).given, [1, -1, -1]);
});

test("the line of the round before is told only between alike rounds", () => {
  const scale = { ...common, ask: "scale", steps: 5, low: "", high: "" } as const;
  assert.equal(earlierLine(scale, { ...scale, low: "no" }, { step: 3 }), 3);
  assert.equal(earlierLine(scale, { ...scale, steps: 7 }, { step: 3 }), undefined);
  const consent = { ...common, ask: "consent" } as const;
  assert.equal(earlierLine(consent, consent, { abstain: true }), 3);
  assert.equal(earlierLine(consent, scale, { step: 1 }), undefined);
  assert.equal(earlierLine(consent, consent, null), undefined);
  const one: Poll = { ...common, options, min: 1, max: 1 };
  assert.equal(earlierLine(one, { ...one, ask: "choice" }, { choices: [2] }), 2);
  const many: Poll = { ...common, options, min: 1, max: 2 };
  assert.equal(earlierLine(many, many, { choices: [0, 1] }), undefined);
  assert.equal(lineCount({ ...one, other: true }), 4);
});

test("what is said about privacy follows the kind", () => {
  const poll = { ...common, ask: "consent", breakdown: "college", follows: "x" } as const;
  const said = ["pollAnonymous", "resultsLive", "textsShown", "byGroup", "earlierSent"];
  assert.deepEqual(privacySentences(poll), said);
  const ranking = { ...common, ask: "ranking", options, min: 1, max: 3, follows: "x" } as const;
  assert.deepEqual(privacySentences(ranking), ["pollAnonymous", "resultsLive"]);
});

test("rounds are numbered along what they follow, and only visible ones are shown", () => {
  const store = new EntityStore();
  const poll = { ...common, options, min: 1, max: 1 };
  const tally = { ballots: 1, abstentions: 0, counts: [1, 0, 0] };
  const put = {
    "activity/a": poll,
    "activity/b": { ...poll, follows: "a" },
    "activity/c": { ...poll, follows: "b" },
    "tally/a": tally,
    "tally/c": tally,
  };
  store.apply({ type: "update", rev: 1, put, del: [] });
  assert.deepEqual(roundsOf(store, "c").map(({ id, number }) => [id, number]), [["a", 1], [
    "c",
    3,
  ]]);
});

test("a loop of rounds ends", () => {
  const store = new EntityStore();
  const poll = { ...common, options, min: 1, max: 1, follows: "a" };
  store.apply({ type: "update", rev: 1, put: { "activity/a": poll }, del: [] });
  assert.deepEqual(roundsOf(store, "a"), []);
});

test("an unsent paper survives a reload and is forgotten when sent", () => {
  const items = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  new UnsentPapers(shelf, "x/").keep("p", { paper: paper({ typed: "12" }), edition: 1 });
  const again = new UnsentPapers(shelf, "x/");
  assert.equal(again.of("p").value?.paper.typed, "12");
  assert.equal(again.of("p").value?.edition, 1);
  again.keep("p", null);
  assert.equal(items.size, 0);
});

test("results of the document are said in a sentence in both languages", () => {
  const ranking = example<Poll>("poll-ranking");
  const [first, winner] = headlines(ranking, example<Tally>("tally-ranking"), "en");
  assert.equal(first, "First: Lexique.");
  assert.equal(winner, "“Lexique” beats every other option one by one.");
  const scale = { ...common, ask: "scale", steps: 5, low: "", high: "" } as const;
  const said = headlines(scale, example<Tally>("tally-scale"), "fr");
  assert.deepEqual(said, ["Moyenne 3,50", "Médiane 3,5"]);
  const none = { ballots: 2, abstentions: 2 };
  assert.deepEqual(headlines(scale, none, "en"), ["2 abstentions"]);
});
