import assert from "node:assert/strict";
import { test } from "node:test";
import { codePoints, Drafts } from "../../src/core/drafts.ts";
import { isSecret, newId, newToken, readCode } from "../../src/core/identifier.ts";
import { list, number, percent, pickLanguage, plural } from "../../src/core/i18n.ts";
import { linesOf } from "../../src/core/lines.ts";
import { nextAction } from "../../src/core/next.ts";
import { privacySentences } from "../../src/core/privacy.ts";
import type { Activity, ChoiceDesign, Poll, Room, Update } from "../../src/core/protocol.ts";
import { blank, toggle } from "../../src/core/paper.ts";
import { percentages, shareOf } from "../../src/core/share.ts";
import { EntityStore } from "../../src/core/store.ts";
import { example } from "./fixtures.ts";

test("percentages sum to 100 by largest remainder", () => {
  for (
    const counts of [[9, 15, 7, 4, 4], [1, 1, 1], [29, 17, 46, 7], [1, 0, 0], [2, 3, 5, 7, 11]]
  ) {
    assert.equal(percentages(counts).reduce((sum, share) => sum + share, 0), 100, `${counts}`);
  }
  assert.deepEqual(percentages([9, 15, 7, 4, 4]), [23, 39, 18, 10, 10]);
  assert.deepEqual(percentages([0, 0]), [0, 0]);
  assert.equal(shareOf(19, 42), 45);
  assert.equal(shareOf(1, 0), 0);
});

test("P8: an update sets keys whole and removes; a full one forgets the rest first", () => {
  const store = new EntityStore();
  let calls = 0;
  store.entity("presence").subscribe(() => calls += 1);
  store.apply(example<Update>("update-full"));
  assert.deepEqual(store.entity("presence").value, { seats: 38, here: 37 });
  store.apply(example<Update>("update"));
  assert.equal(store.rev, 813);
  assert.deepEqual(store.ids("progress"), ["00000000000000a1"]);
  store.apply({ type: "update", rev: 900, full: true, put: {}, del: [] });
  assert.equal(store.entity("presence").value, undefined);
  assert.deepEqual(store.ids("progress"), []);
  assert.equal(calls, 2);
});

test("listeners see an update whole, each once", () => {
  const store = new EntityStore();
  const seen: unknown[] = [];
  store.changes("note").subscribe(() => seen.push(store.ids("note").length));
  const note = { wall: "w", section: 0, text: "x", place: 1 };
  store.apply({ type: "update", rev: 1, put: { "note/a": note, "note/b": note }, del: [] });
  assert.deepEqual(seen, [2]);
});

test("French and English count, group and list in their own way", () => {
  const forms = { one: "# note", other: "# notes" };
  assert.equal(plural("fr", 0, forms), "0 note");
  assert.equal(plural("en", 0, forms), "0 notes");
  assert.equal(plural("fr", 2, forms), "2 notes");
  assert.ok(/^12[\u00a0\u202f]%$/.test(percent("fr", 12)), "a space that does not break");
  assert.equal(percent("en", 12), "12%");
  assert.equal(number("fr", 1234), "1\u202f234");
  assert.equal(list("fr", ["a", "b", "c"]), "a, b et c");
  assert.equal(pickLanguage([null, "de", "en-GB"]), "en");
  assert.equal(pickLanguage(["de"]), "fr");
});

test("join codes are read as people type them", () => {
  assert.equal(readCode(" k7pm 2x "), "K7PM2X");
  assert.equal(readCode("K7P-M2X"), "K7PM2X");
  assert.equal(readCode("https://example.org/K7PM2X#seat=x"), "K7PM2X");
  assert.equal(readCode("K7"), null);
  assert.equal(readCode("où ?"), null);
});

test("ids are 16 hexadecimal digits, tokens 22 characters of base64url", () => {
  assert.equal(newId(() => new Uint8Array([0, 1, 2, 3, 250, 251, 252, 255])), "00010203fafbfcff");
  assert.equal(newToken(() => new Uint8Array(16).map((_, i) => i)), "AAECAwQFBgcICQoLDA0ODw");
  assert.ok(isSecret(newToken()));
});

test("notes are counted in code points", () => {
  assert.equal(codePoints("é😀"), 2);
  assert.equal(codePoints("e\u0301"), 2);
});

test("a refused text comes back without losing what is being written", () => {
  const drafts = new Drafts(null, "");
  drafts.write("w", { section: 0, text: "second", note: null, aside: "" });
  drafts.giveBack("w", 1, "first", null);
  assert.equal(drafts.of("w").value.text, "first\n\nsecond");
});

test("taking up a posted note sets a new one aside, and it returns", () => {
  const drafts = new Drafts(null, "");
  drafts.write("w", { section: 0, text: "new", note: null, aside: "" });
  drafts.edit("w", "n", 1, "posted");
  assert.equal(drafts.of("w").value.text, "posted");
  drafts.clear("w");
  assert.deepEqual(
    [drafts.of("w").value.text, drafts.of("w").value.note],
    ["new", null],
  );
});

test("lines are trimmed, without empty ones and repetitions", () => {
  assert.deepEqual(linesOf(" Oui \n\nNon\r\nOui"), ["Oui", "Non"]);
});

test("a paper takes no more than the maximum", () => {
  const poll: ChoiceDesign = { ...example<ChoiceDesign>("poll"), max: 2 };
  const full = { ...blank, picked: [0, 1] };
  assert.equal(toggle(poll, full, 2), null);
  assert.deepEqual(toggle(poll, full, 1), { ...blank, picked: [0] });
  assert.deepEqual(toggle(poll, { ...blank, abstain: true }, 3)?.picked, [3]);
});

test("what is said about privacy follows the settings", () => {
  const poll = example<Poll>("poll");
  assert.deepEqual(privacySentences(poll), ["pollAnonymous", "resultsLive"]);
  const named = { ...poll, identity: "named", results: "reveal" } as const;
  assert.deepEqual(privacySentences(named), ["pollNamed", "resultsReveal"]);
  const wall = example<Activity>("wall");
  assert.deepEqual(privacySentences(wall), ["wallAnonymous", "wallSilent"]);
});

test("the next step: open the room, launch, close, reveal, launch what follows", () => {
  const poll = { ...example<Poll>("poll"), results: "reveal" } as const;
  const room: Room = {
    code: "K7PM2X",
    title: "",
    phase: "lobby",
    language: "fr",
    organisations: [],
    colleges: [],
    focus: null,
  };
  const what = (phase: Poll["phase"], now: Room) =>
    nextAction(now, ["a", "b"], (id) => ({ ...poll, phase: id === "a" ? phase : "draft" }))?.what;
  assert.equal(what("draft", room), "openRoom");
  const open: Room = { ...room, phase: "open" };
  assert.equal(what("draft", open), "launch");
  const onA: Room = { ...open, focus: "a" };
  assert.equal(what("open", onA), "closePoll");
  assert.equal(what("closed", onA), "revealResults");
  assert.equal(what("revealed", onA), "launchNext");
  assert.equal(what("open", { ...onA, phase: "ended" }), undefined);
});
