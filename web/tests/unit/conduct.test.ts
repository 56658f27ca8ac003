import assert from "node:assert/strict";
import { test } from "node:test";
import { designOf, nextRound } from "../../src/core/next.ts";
import type { Poll } from "../../src/core/protocol.ts";
import { Sketches } from "../../src/core/sketches.ts";
import { example } from "./fixtures.ts";

const poll = example<Poll>("poll");

test("another round is the same design, after its question", () => {
  const open: Poll = { ...poll, edition: 2, seconds: 90 };
  const next = nextRound("00000000000000a1", designOf(open));
  assert.equal(next.follows, "00000000000000a1");
  assert.equal(next.seconds, 90);
  assert.ok(!("phase" in next) && !("edition" in next));
});

test("what is begun is kept by name, through reloads, until it is sent", () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  new Sketches(shelf, "room/").keep("new", { text: "Où ?", kind: "scale", set: { steps: 7 } });
  const again = new Sketches(shelf, "room/");
  assert.deepEqual(again.of("new"), { text: "Où ?", kind: "scale", set: { steps: 7 } });
  assert.equal(again.of("quick"), null);
  again.drop("new");
  assert.equal(new Sketches(shelf, "room/").of("new"), null);
  kept.set("room/new", "{broken");
  assert.equal(new Sketches(shelf, "room/").of("new"), null);
});
