import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox, type Shelf } from "../../src/core/outbox.ts";
import type { SeatCommand } from "../../src/core/protocol.ts";

class MemoryShelf implements Shelf {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

function counter(): () => string {
  let last = 0;
  return () => `c${last += 1}`;
}

const vote = (choice: number): SeatCommand => ({ do: "poll.vote", poll: "p", choices: [choice] });
const note = (verb: "note.post" | "note.edit", text: string): SeatCommand => ({
  do: verb,
  wall: "w",
  note: "n",
  section: 0,
  text,
});
const withdraw: SeatCommand = { do: "note.withdraw", wall: "w", note: "n" };
const verbs = (outbox: Outbox) => outbox.pending.value.map((entry) => entry.command.do);

test("the last ballot of a poll is the only one that waits", () => {
  const outbox = new Outbox(null, "", counter());
  outbox.add(vote(0));
  outbox.sent("c1");
  outbox.add(vote(2));
  assert.deepEqual(outbox.pending.value.map((entry) => entry.id), ["c2"]);
  assert.equal(outbox.acked("c1"), null);
  outbox.add({ do: "poll.withdraw", poll: "p" });
  assert.deepEqual(verbs(outbox), ["poll.withdraw"]);
});

test("ballots of different polls do not touch each other, and keep their order", () => {
  const outbox = new Outbox(null, "", counter());
  outbox.add(vote(0));
  outbox.add({ do: "poll.vote", poll: "q", abstain: true });
  assert.deepEqual(outbox.pending.value.map((entry) => entry.slot), ["poll/p", "poll/q"]);
});

test("P18: everything survives a reload until it is answered", () => {
  const shelf = new MemoryShelf();
  const before = new Outbox(shelf, "o", counter());
  before.add(vote(1));
  before.sent("c1");
  before.add(note("note.post", "idea"));
  const after = new Outbox(shelf, "o", counter());
  assert.deepEqual(after.pending.value, before.pending.value);
  after.acked("c1");
  after.acked("c2");
  assert.equal(shelf.items.size, 0);
});

test("a broken or foreign memory is an empty outbox", () => {
  const shelf = new MemoryShelf();
  for (const text of ["{", "7", '[{"id":3}]', "[null]"]) {
    shelf.setItem("o", text);
    assert.deepEqual(new Outbox(shelf, "o").pending.value, [], text);
  }
});

test("a storage that refuses loses nothing of this page", () => {
  const outbox = new Outbox({
    getItem: () => null,
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => {},
  }, "o");
  outbox.add(vote(1));
  assert.equal(outbox.pending.value.length, 1);
});

test("editing a note that never left changes what will be posted", () => {
  const outbox = new Outbox(null, "", counter());
  outbox.add(note("note.post", "first"));
  outbox.add(note("note.edit", "second"));
  assert.deepEqual(verbs(outbox), ["note.post"]);
  const [only] = outbox.pending.value;
  assert.ok(only?.command.do === "note.post");
  assert.equal(only.command.text, "second");
});

test("editing a note that may have arrived follows it", () => {
  const outbox = new Outbox(null, "", counter());
  outbox.add(note("note.post", "first"));
  outbox.sent("c1");
  outbox.add(note("note.edit", "second"));
  outbox.add(note("note.edit", "third"));
  assert.deepEqual(verbs(outbox), ["note.post", "note.edit"]);
});

test("withdrawing a note that never left leaves nothing to send", () => {
  const outbox = new Outbox(null, "", counter());
  outbox.add(note("note.post", "first"));
  assert.equal(outbox.add(withdraw), null);
  assert.deepEqual(verbs(outbox), []);
});

test("withdrawing a note that may have arrived follows it and drops later edits", () => {
  const outbox = new Outbox(null, "", counter());
  outbox.add(note("note.post", "first"));
  outbox.sent("c1");
  outbox.add(note("note.edit", "second"));
  outbox.add(withdraw);
  assert.deepEqual(verbs(outbox), ["note.post", "note.withdraw"]);
});

test("a refusal takes the command out; a passing one leaves it to be sent again", () => {
  const outbox = new Outbox(null, "", counter());
  outbox.add(vote(1));
  const fast = outbox.refused({ type: "refused", id: "c1", code: "too-fast", say: "" });
  assert.equal(fast, "again");
  assert.equal(outbox.pending.value.length, 1);
  const closed = outbox.refused({ type: "refused", id: "c1", code: "poll-closed", say: "Clos." });
  assert.ok(closed !== null && closed !== "again");
  assert.equal(closed.say, "Clos.");
  assert.equal(outbox.pending.value.length, 0);
});
