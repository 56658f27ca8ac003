import assert from "node:assert/strict";
import { test } from "node:test";
import { compose, type RoomTexts } from "../../src/core/compose.ts";
import type { Kind } from "../../src/core/guess.ts";
import { bareLine, listedLine } from "../../src/core/lines.ts";
import type { PollDesign } from "../../src/core/protocol.ts";
import { blankSketch, type Settings, type Sketch, sketchOf } from "../../src/core/sketch.ts";
import { example } from "./fixtures.ts";

const texts: RoomTexts = {
  low: "Pas du tout",
  high: "Tout à fait",
  grades: ["Excellent", "Très bien", "Bien", "Assez bien", "Passable", "Insuffisant", "À rejeter"],
};

function read(text: string, kind: Kind | null = null, set: Partial<Settings> = {}) {
  return compose({ ...blankSketch, text, kind, set }, texts);
}

const lines = "\nLexique\nFormation\nCompteur\nBudget";

test("the kind is guessed from French and English words without answers", () => {
  const phrases: readonly (readonly [Kind, readonly string[]])[] = [
    ["estimate", [
      "Combien de logements gérez-vous ?",
      "Quel pourcentage de vos dossiers est numérique ?",
      "Quel est le montant du budget ?",
      "How many people work with you?",
      "How much should it cost?",
      "What percentage of cases is digital?",
      "De 0 à 10, recommanderiez-vous l’atelier ?",
    ]],
    ["scale", [
      "De 1 à 5, êtes-vous à l’aise avec l’outil ?",
      "Sur une échelle, où en est votre équipe ?",
      "À quel point êtes-vous d’accord ?",
      "Notez l’atelier sur 10",
      "On a scale from 1 to 7, how clear was it?",
      "How likely are you to come back?",
      "Rate this session out of 5",
    ]],
    ["consent", [
      "Êtes-vous d’accord avec la feuille de route ?",
      "Adoptons-nous la feuille de route ?",
      "Y a-t-il une objection ?",
      "Consentement sur le calendrier",
      "Do we adopt the roadmap?",
      "Any objections?",
      "Do you agree to start in June?",
    ]],
    ["text", [
      "En un mot, comment arrivez-vous ?",
      "Quels mots décrivent votre année ?",
      "Qu’est-ce qui vous a surpris ?",
      "Describe this morning in a word",
      "What should we stop doing?",
    ]],
  ];
  for (const [kind, questions] of phrases) {
    for (const question of questions) assert.equal(read(question).kind, kind, question);
  }
});

test("the kind is guessed from French and English words above answers", () => {
  const phrases: readonly (readonly [Kind, readonly string[]])[] = [
    ["ranking", [
      "Classez ces chantiers",
      "Par ordre de priorité",
      "Rank these works",
      "Put them in order",
      "Prioritise these four",
    ]],
    ["points", [
      "Répartissez 100 points",
      "Vos 3 gommettes",
      "Share 10 points",
      "Place your five dots",
      "Distribuez votre budget de 50 points",
    ]],
    ["multiple", [
      "Choisissez jusqu’à 3 chantiers",
      "Plusieurs réponses possibles",
      "Quels sont les trois chantiers prioritaires ?",
      "Pick up to 3",
      "Select all that apply",
      "Choose 2",
      "Choisissez un ou deux chantiers",
      "Which three works come first?",
    ]],
    ["judgement", [
      "Jugement majoritaire sur les scénarios",
      "Donnez une mention à chaque piste",
      "Évaluez chaque piste",
      "Grade the following",
      "Rate each idea",
      "Notez les pistes de 1 à 5",
    ]],
    ["single", [
      "Où en êtes-vous ?",
      "Quels points voulez-vous aborder d’abord ?",
      "Êtes-vous d’accord ?",
      "In order to start, which one first?",
      "A shared observatory?",
      "Combien de sites ?",
    ]],
  ];
  for (const [kind, questions] of phrases) {
    for (const question of questions) assert.equal(read(question + lines).kind, kind, question);
  }
  assert.equal(read("Une pause ?\nOui\nNon").kind, "single");
  assert.equal(read("Une pause, de 1 à 5 ?\nOui\nNon").kind, "single");
});

test("numbers in the question set the ballot", () => {
  const settings = (text: string) => read(text).settings;
  assert.equal(settings("De 1 à 7, est-ce clair ?").steps, 7);
  assert.deepEqual(pick(settings("From 0 to 10, how likely?"), "from", "to"), [0, 10]);
  assert.deepEqual(pick(settings("Jusqu’à trois chantiers" + lines), "min", "max"), [1, 3]);
  assert.deepEqual(pick(settings("Choose 2" + lines), "min", "max"), [2, 2]);
  assert.deepEqual(pick(settings("De 2 à 3 réponses" + lines), "min", "max"), [2, 3]);
  assert.deepEqual(pick(settings("Choose one to three" + lines), "min", "max"), [1, 3]);
  assert.deepEqual(pick(settings("Plusieurs réponses" + lines), "min", "max"), [1, 4]);
  assert.deepEqual(pick(settings("Up to 9" + lines), "min", "max"), [1, 4]);
  assert.deepEqual(pick(settings("Classez vos 3 premiers" + lines), "min", "max"), [1, 3]);
  assert.deepEqual(pick(settings("Répartissez" + lines), "points", "most", "all"), [
    100,
    100,
    true,
  ]);
  assert.deepEqual(
    pick(settings("Cinq gommettes, au plus 2 par piste" + lines), "points", "most", "all"),
    [5, 2, false],
  );
  assert.deepEqual(pick(settings("Quel pourcentage ?"), "unit", "from", "to"), ["%", 0, 100]);
  assert.deepEqual(
    pick(settings("Combien, entre 0 et 1 000 € ?"), "unit", "from", "to"),
    ["€", 0, 1000],
  );
  assert.deepEqual(pick(settings("How long, from 0.5 to 2?"), "from", "to", "decimals"), [
    0.5,
    2,
    1,
  ]);
  assert.deepEqual(pick(settings("Combien en 2024-2025 ?"), "from", "to"), [0, 1_000_000]);
  assert.equal(settings("En trois mots, l’année ?").texts, 3);
  assert.equal(settings("En un mot ?").texts, 1);
});

function pick(settings: Settings, ...names: (keyof Settings)[]) {
  return names.map((name) => settings[name]);
}

test("answers lose the bullets of their list, and only those", () => {
  assert.deepEqual(read("Où ?\n- Un\n* Deux\n• Trois\n1. Quatre\n2) Cinq\n–  Six").options, [
    "Un",
    "Deux",
    "Trois",
    "Quatre",
    "Cinq",
    "Six",
  ]);
  assert.deepEqual(read("Où ?\n\n  A \nA\n2024\n-5 %\n3.5").options, ["A", "2024", "-5 %", "3.5"]);
  for (const line of ["- a", "1. a", "a", "-5", "b) c"]) {
    assert.equal(bareLine(listedLine(line)), line);
  }
});

test("a line for others is the free answer, unless it is set otherwise", () => {
  for (const line of ["Autre…", "Autres", "- Autre (précisez)", "Other:", "Other ..."]) {
    const { options, settings } = read(`Où ?\nA\n${line}`);
    assert.deepEqual([options, settings.other], [["A"], true], line);
  }
  assert.equal(read("Où ?\nA\nAutre chose que A").settings.other, false);
  assert.deepEqual(read("Où ?\nA\nAutre", null, { other: false }).options, ["A", "Autre"]);
  assert.deepEqual(read("Classez\nA\nAutre").options, ["A", "Autre"]);
  assert.equal(read("Où ?\nA\nAutre…").design?.kind, "poll");
});

test("lines under a scale are its ends", () => {
  const { kind, settings } = read("De 1 à 5 ?\nJamais\nToujours");
  assert.deepEqual([kind, settings.low, settings.high], ["scale", "Jamais", "Toujours"]);
  const likert = read("Utile ?\nNon\nUn peu\nOui", "scale").settings;
  assert.deepEqual(pick(likert, "steps", "low", "high"), [3, "Non", "Oui"]);
  assert.equal(read("Un mot ?\nA\nB", "text").hasSpareLines, true);
});

test("a kind set by hand stays, and settings by hand win over words", () => {
  assert.equal(read("Classez" + lines, "single").kind, "single");
  assert.equal(read("Jusqu’à 3" + lines, null, { max: 2 }).settings.max, 2);
  assert.deepEqual(read("Un observatoire ?\nOui\nNon").design, {
    kind: "poll",
    question: "Un observatoire ?",
    options: ["Oui", "Non"],
    min: 1,
    max: 1,
    abstention: true,
    results: "live",
    identity: "anonymous",
  });
});

test("what is out of limits says which, before it is sent", () => {
  const trouble = (text: string, kind?: Kind, set?: Partial<Settings>) =>
    read(text, kind ?? null, set).trouble?.what;
  const many = (n: number) => Array.from({ length: n }, (_, i) => `\nR${i}`).join("");
  assert.equal(trouble(""), "needQuestion");
  assert.equal(trouble("é".repeat(300), "text"), undefined);
  assert.equal(trouble("é".repeat(301), "text"), "longQuestion");
  assert.equal(trouble("Où ?\nA"), "needOptions");
  assert.equal(trouble("Où ?\nA", "judgement"), undefined);
  assert.equal(trouble("Où ?" + many(60)), undefined);
  assert.equal(trouble("Où ?" + many(61)), "manyOptions");
  assert.equal(trouble("Où ?" + many(25), "ranking"), "manyOptions");
  assert.deepEqual(read(`Où ?\nA\n${"b".repeat(121)}`).trouble, { what: "longOption", number: 2 });
  assert.equal(trouble("Où ?" + lines, "multiple", { min: 3, max: 2 }), "needBounds");
  assert.equal(trouble("Où ?" + lines, "multiple", { max: NaN }), "needBounds");
  assert.equal(trouble("De ?", "scale", { steps: 12 }), "needSteps");
  assert.equal(trouble("De ?", "scale", { low: " " }), "needEnds");
  assert.equal(trouble("Où ?" + lines, "points", { points: 1001 }), "needPoints");
  assert.equal(trouble("Où ?" + lines, "points", { points: 10, most: 11 }), "needMost");
  assert.equal(trouble("Où ?" + lines, "points", { points: 10, most: 2 }), "shortPoints");
  assert.equal(trouble("Où ?" + lines, "points", { points: 10, most: 2, all: false }), undefined);
  assert.equal(trouble("?", "estimate", { unit: "u".repeat(21) }), "longUnit");
  assert.equal(trouble("?", "estimate", { from: 5, to: 5 }), "needRange");
  assert.equal(trouble("?", "estimate", { to: 1e13 }), "needRange");
  assert.equal(trouble("?", "text", { texts: 6 }), "needTexts");
  assert.equal(trouble("?\nA", "judgement", { grades: "Bien" }), "needGrades");
  assert.equal(trouble("?", "consent", { seconds: 4 }), "needSeconds");
  assert.equal(trouble("?", "consent", { quorum: 101 }), "needQuorum");
  assert.equal(trouble("?", "consent", { breakdown: "college", threshold: 4 }), "needThreshold");
});

test("a poll written again is the same poll", () => {
  const base = {
    kind: "poll",
    question: "Où ?",
    abstention: false,
    results: "reveal",
    identity: "named",
  } as const;
  const options = ["- A", "1. B", "Autre"];
  const designs: readonly PollDesign[] = [
    { ...base, options, min: 1, max: 1 },
    { ...base, options: ["A", "B"], min: 1, max: 3, other: true, seconds: 90, quorum: 50 },
    {
      ...base,
      ask: "scale",
      steps: 7,
      low: "Non",
      high: "Oui",
      breakdown: "college",
      threshold: 8,
    },
    { ...base, ask: "ranking", options, min: 2, max: 3, follows: "00000000000000a1" },
    { ...base, ask: "points", options, points: 9, most: 4, all: false },
    { ...base, ask: "estimate", unit: "k€", decimals: 2, from: -50, to: 1250 },
    { ...base, ask: "text", most: 4 },
    { ...base, ask: "judgement", options, grades: ["Bon", "Moyen", "Mauvais"] },
    { ...base, ask: "consent" },
  ];
  for (const design of designs) assert.deepEqual(again(design), design, design.ask ?? "choice");
  for (const name of ["poll", "poll-ranking", "poll-consent"]) {
    const { phase: _, edition: __, ...design } = example<PollDesign & Record<string, unknown>>(
      name,
    );
    assert.deepEqual(again(design), design, name);
  }
});

function again(design: PollDesign): PollDesign | null {
  const sketch: Sketch = JSON.parse(JSON.stringify(sketchOf(design)));
  return compose(sketch, texts).design;
}
