import assert from "node:assert/strict";
import { test } from "node:test";
import { readBoot, readDown } from "../../src/core/protocol.ts";
import type {
  ChoiceDesign,
  Join,
  Note,
  PollOf,
  RoomCreated,
  Tally,
  Update,
  Wall,
} from "../../src/core/protocol.ts";
import { slotOf } from "../../src/core/outbox.ts";
import { isSecret } from "../../src/core/identifier.ts";
import { abstaining, choiceRules, readPaper } from "../../src/core/paper.ts";
import { example, protocolExamples } from "./fixtures.ts";

test("P1: every message of the server in the document is read", () => {
  for (const name of ["welcome", "update", "update-full", "ack", "refused", "bye"]) {
    const text = JSON.stringify(example(name));
    assert.deepEqual(readDown(text), example(name), name);
  }
});

test("P1: unknown types, broken text and wrong shapes are ignored", () => {
  for (
    const text of ['{"type":"later"}', "{", "[]", "null", '{"type":"update"}', '{"type":"ack"}']
  ) {
    assert.equal(readDown(text), null, text);
  }
});

test("P1: unknown fields do no harm", () => {
  const message = readDown('{"type":"ack","id":"c1","rev":1,"later":{"x":1}}');
  assert.equal(message?.type, "ack");
});

test("commands of the document have the slots of their ballot or note", () => {
  type Sent = Parameters<typeof slotOf>[0];
  assert.equal(slotOf(example<Sent>("vote"), "c17"), "poll/00000000000000a1");
  assert.equal(slotOf(example<Sent>("abstain"), "c18"), "poll/00000000000000a1");
  assert.equal(slotOf(example<Sent>("note-post"), "c19"), "note/00000000000000b7");
  for (const name of ["activity-add", "activity-launch", "note-hide", "screen-show"]) {
    assert.equal(slotOf(example<Sent>(name), "c20"), "command/c20", name);
  }
});

test("tokens and secrets of the document look like secrets", () => {
  assert.ok(isSecret(example<Join>("join").token ?? ""));
  assert.ok(isSecret(example<Join>("join-facilitator").secret ?? ""));
  const { links } = example<RoomCreated>("room-created");
  assert.ok(isSecret(new URL(links.facilitator).hash.slice(1)));
});

test("entities of the document have what the pages read", () => {
  const poll = example<PollOf<ChoiceDesign>>("poll");
  assert.equal(poll.options.length, 4);
  assert.deepEqual(readPaper(choiceRules, poll, abstaining), { abstain: true });
  assert.equal(example<Wall>("wall").sections.length, 2);
  assert.equal(example<Tally>("tally").counts?.length, poll.options.length);
  assert.equal(example<Note>("note").section, 0);
  assert.ok(protocolExamples().size >= 20);
});

test("the boot state is read, and an unknown code is told apart from no state", () => {
  const update: Update = example("update-full");
  const carried = readBoot(JSON.stringify({ code: "K7PM2X", update }));
  assert.deepEqual(carried?.update?.put, update.put);
  assert.deepEqual(readBoot('{"code":null,"update":null}'), { code: null, update: null });
  assert.equal(readBoot("null"), null);
});
