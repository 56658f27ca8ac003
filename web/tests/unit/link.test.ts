import assert from "node:assert/strict";
import { test } from "node:test";
import { deadline, type LinkState, LinkTimes, step } from "../../src/core/link.ts";

const idle: LinkState = { is: "idle" };
const live: LinkState = { is: "live", heard: 0, pinged: false, dead: LinkTimes.deadAfter };
const bye = { on: "bye", code: "restart", say: "", again: true, afterMs: 1_000 } as const;

test("starting opens, an open socket joins, a welcome flushes the outbox", () => {
  const opening = step(idle, { on: "start" }, 0, 0);
  assert.deepEqual(opening.actions, ["open"]);
  const joining = step(opening.state, { on: "opened" }, 10, 0);
  assert.deepEqual(joining.actions, ["join"]);
  const joined = step(joining.state, { on: "joined" }, 20, 0);
  assert.deepEqual(joined.actions, ["flush"]);
  assert.equal(joined.state.is, "live");
});

test("silence is asked after at 8 s and ends the connection at 10 s", () => {
  assert.equal(deadline(live), 8_000);
  const asked = step(live, { on: "tick" }, 8_000, 0);
  assert.deepEqual(asked.actions, ["ping"]);
  assert.equal(deadline(asked.state), 10_000);
  const dead = step(asked.state, { on: "tick" }, 10_000, 0);
  assert.deepEqual(dead.actions, ["close"]);
  assert.equal(dead.state.is, "waiting");
});

test("anything heard puts both off", () => {
  const asked = step(live, { on: "tick" }, 8_000, 0);
  const heard = step(asked.state, { on: "heard" }, 8_100, 0);
  assert.equal(deadline(heard.state), 16_100);
});

test("waits double from half a second to 15 s, half of each is random", () => {
  let state: LinkState = step(idle, { on: "start" }, 0, 0).state;
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const lost = step(state, { on: "closed", close: 1006 }, 0, 1);
    waits.push(deadline(lost.state) ?? -1);
    state = step(lost.state, { on: "tick" }, waits.at(-1) ?? 0, 0).state;
  }
  assert.deepEqual(waits, [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  const soonest = step(live, { on: "closed", close: 1006 }, 0, 0);
  assert.equal(deadline(soonest.state), 250);
});

test("a connection that never opens is given up", () => {
  const opening = step(idle, { on: "start" }, 0, 0).state;
  const tired = step(opening, { on: "tick" }, LinkTimes.openWithin, 0);
  assert.deepEqual(tired.actions, ["close"]);
  assert.equal(tired.state.is, "waiting");
});

test("a goodbye with `again` waits as told and up to half more", () => {
  assert.equal(deadline(step(live, bye, 100, 0).state), 1_100);
  assert.equal(deadline(step(live, bye, 100, 1).state), 1_600);
});

test("a goodbye without `again` stops for good, whatever comes", () => {
  const stopped = step(live, { ...bye, code: "replaced", again: false }, 0, 0);
  assert.deepEqual(stopped.actions, ["close"]);
  for (const event of [{ on: "wake" }, { on: "tick" }, { on: "closed", close: 1006 }] as const) {
    assert.equal(step(stopped.state, event, 99_999, 0).state.is, "stopped");
  }
});

test("a final close code stops even when its goodbye was lost", () => {
  const stopped = step(live, { on: "closed", close: 4004 }, 0, 0).state;
  assert.deepEqual(stopped, { is: "stopped", code: "room-unknown", say: "" });
});

test("waking tries at once, and a live link must answer soon", () => {
  const waiting = step(live, { on: "closed", close: 1006 }, 0, 1).state;
  assert.deepEqual(step(waiting, { on: "wake" }, 1, 0).actions, ["open"]);
  const woken = step(live, { on: "wake" }, 1_000, 0);
  assert.deepEqual(woken.actions, ["ping"]);
  assert.equal(deadline(woken.state), 1_000 + LinkTimes.wakeWithin);
});
