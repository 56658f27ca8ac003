import assert from "node:assert/strict";
import { test } from "node:test";
import { Keepsakes } from "../../src/core/keepsakes.ts";
import { ownBallot, ownNotes } from "../../src/core/own.ts";
import { Session, type SocketListener, type World } from "../../src/core/session.ts";

/** A world where nothing happens by itself: the test is the server, the network and the clock. */
class TestWorld implements World {
  listener: SocketListener | null = null;
  readonly sent: Record<string, unknown>[] = [];
  time = 0;
  private timers: { at: number; work: () => void }[] = [];

  connect(listener: SocketListener) {
    this.listener = listener;
    return {
      send: (text: string) => {
        this.sent.push(JSON.parse(text));
      },
      close: () => {},
    };
  }
  now() {
    return this.time;
  }
  random() {
    return 0;
  }
  after(ms: number, work: () => void) {
    const timer = { at: this.time + ms, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  pass(ms: number): void {
    this.time += ms;
    const due = this.timers.filter((timer) => timer.at <= this.time);
    this.timers = this.timers.filter((timer) => timer.at > this.time);
    for (const timer of due) timer.work();
  }
  say(message: Record<string, unknown>): void {
    this.listener?.message(JSON.stringify(message));
  }
  welcome(put: Record<string, unknown> = {}): void {
    this.listener?.opened();
    this.say({ type: "welcome", role: "participant", seat: { id: "s", name: "Ada" }, rev: 5 });
    this.say({ type: "update", rev: 5, full: true, put, del: [] });
  }
}

const openPoll = { kind: "poll", phase: "open", options: ["a", "b"] };

function connected(put: Record<string, unknown> = { "activity/p": openPoll }) {
  const world = new TestWorld();
  const join = () => ({ role: "participant", client: "x", lang: "fr", token: "t" }) as const;
  const session = new Session(world, join, null, "");
  const keepsakes = new Keepsakes(session.store, null, "");
  session.start();
  world.welcome(put);
  return { world, session, keepsakes };
}

test("P7: the first join has no revision, a later one says the last seen", () => {
  const { world } = connected();
  assert.equal("since" in (world.sent[0] ?? {}), false);
  world.listener?.closed(1006);
  world.pass(1_000);
  world.listener?.opened();
  assert.equal(world.sent.at(-1)?.["since"], 5);
});

test("a ballot shows at once as sending, and stays when it is acknowledged", () => {
  const { world, session, keepsakes } = connected();
  session.send({ do: "poll.vote", poll: "p", choices: [1] });
  assert.deepEqual(ownBallot("p", keepsakes, session.outbox), {
    ballot: { choices: [1] },
    is: "sending",
  });
  world.say({ type: "ack", id: world.sent.at(-1)?.["id"], rev: 6 });
  assert.equal(ownBallot("p", keepsakes, session.outbox).is, "saved");
});

test("a refused ballot goes back to the recorded one, with the reason", () => {
  const { world, session, keepsakes } = connected({
    "activity/p": openPoll,
    "mine/p": { choices: [0] },
  });
  session.send({ do: "poll.vote", poll: "p", choices: [1] });
  const id = world.sent.at(-1)?.["id"];
  world.say({ type: "refused", id, code: "poll-closed", say: "Ce vote est clos." });
  assert.deepEqual(ownBallot("p", keepsakes, session.outbox), {
    ballot: { choices: [0] },
    is: "saved",
  });
  assert.equal(session.refusals.value[0]?.say, "Ce vote est clos.");
});

test("P18: what was not answered is sent again after the welcome, in order, with its id", () => {
  const { world, session } = connected();
  session.send({ do: "poll.vote", poll: "p", choices: [1] });
  session.send({ do: "note.post", wall: "w", note: "n", section: 0, text: "idea" });
  const ids = session.outbox.pending.value.map((entry) => entry.id);
  world.listener?.closed(1006);
  world.sent.length = 0;
  world.pass(1_000);
  world.welcome();
  assert.deepEqual(world.sent.slice(1).map((message) => message["id"]), ids);
});

test("commands given while there is no connection wait for it", () => {
  const { world, session } = connected();
  world.listener?.closed(1006);
  world.sent.length = 0;
  session.send({ do: "poll.vote", poll: "p", choices: [0] });
  assert.equal(world.sent.length, 0);
  world.pass(1_000);
  world.welcome();
  assert.equal(world.sent.at(-1)?.["do"], "poll.vote");
});

test("too fast is sent again a moment later, the same command", () => {
  const { world, session } = connected();
  session.send({ do: "poll.vote", poll: "p", choices: [0] });
  const id = world.sent.at(-1)?.["id"];
  world.say({ type: "refused", id, code: "too-fast", say: "" });
  world.sent.length = 0;
  world.pass(1_500);
  assert.equal(world.sent.at(-1)?.["id"], id);
  assert.equal(session.refusals.value.length, 0);
});

test("P16: after the close only this device remembers an anonymous answer", () => {
  const { world, session, keepsakes } = connected({
    "activity/p": openPoll,
    "mine/p": { choices: [1] },
  });
  const put = { "activity/p": { ...openPoll, phase: "closed" } };
  world.say({ type: "update", rev: 7, put, del: ["mine/p"] });
  assert.deepEqual(ownBallot("p", keepsakes, session.outbox), {
    ballot: { choices: [1] },
    is: "remembered",
  });
});

test("P15: an own note says that it is hidden and why, until it is restored", () => {
  const { session, keepsakes } = connected({
    "activity/w": { kind: "wall", phase: "open" },
    "mine/w": { notes: [{ note: "n", section: 0, text: "idea" }] },
  });
  const hide = { note: "n", done: "hide", reason: "hors sujet" } as const;
  const restore = { note: "n", done: "restore", reason: "" } as const;
  const [hidden] = ownNotes("w", keepsakes, session.outbox, [hide]);
  assert.equal(hidden?.hidden, "hors sujet");
  const [shown] = ownNotes("w", keepsakes, session.outbox, [hide, restore]);
  assert.equal(shown?.hidden, null);
});

test("a withdrawn or edited note shows so before the server answers", () => {
  const { session, keepsakes } = connected({
    "activity/w": { kind: "wall", phase: "open" },
    "mine/w": { notes: [{ note: "n", section: 0, text: "old" }] },
  });
  session.send({ do: "note.edit", wall: "w", note: "n", section: 1, text: "new" });
  const [edited] = ownNotes("w", keepsakes, session.outbox, []);
  assert.deepEqual([edited?.text, edited?.is], ["new", "sending"]);
  session.send({ do: "note.withdraw", wall: "w", note: "n" });
  assert.equal(ownNotes("w", keepsakes, session.outbox, []).length, 0);
});
