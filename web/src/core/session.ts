import { deadline, type LinkAction, type LinkEvent, type LinkState, step } from "./link.ts";
import { Outbox, type Pending, type Refusal, type Shelf } from "./outbox.ts";
import { type Command, type Down, type Join, type OwnNote, readDown } from "./protocol.ts";
import { ballotIn } from "./ballot.ts";
import { batch, type Signal, signal, type Source } from "./signal.ts";
import { EntityStore } from "./store.ts";

/** One connection, as a WebSocket gives it. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketListener {
  opened(): void;
  message(text: string): void;
  closed(code: number): void;
}

/** What a session needs from the world around it. */
export interface World {
  connect(listener: SocketListener): Socket;
  /** Milliseconds on a steady clock. */
  now(): number;
  random(): number;
  /** Calls back once after `ms`; returns the cancelling function. */
  after(ms: number, work: () => void): () => void;
}

/** Waiting before a command refused as too fast is sent again, in milliseconds. */
const tooFastPause = 1_200;

/** A role's connection to a room: the entities it sees and the commands on their way. */
export class Session {
  readonly store = new EntityStore();
  readonly outbox: Outbox;
  readonly #linkState: Source<LinkState> = signal({ is: "idle" });
  readonly #seatName: Source<string | null> = signal(null);
  readonly #refusalList: Source<readonly Refusal[]> = signal([]);
  #socket: Socket | null = null;
  #cancelTick: () => void = () => {};
  /** What the server's clock is ahead of the steady one; this device's clock before a welcome. */
  #ahead: number;
  #pings = 0;

  readonly #world: World;
  readonly #join: () => Omit<Join, "do" | "since">;

  /** `join` is asked before each connection: language and name may have changed. */
  constructor(
    world: World,
    join: () => Omit<Join, "do" | "since">,
    shelf: Shelf | null,
    shelfKey: string,
  ) {
    this.#world = world;
    this.#join = join;
    this.#ahead = Date.now() - world.now();
    this.outbox = new Outbox(shelf, shelfKey);
  }

  get link(): Signal<LinkState> {
    return this.#linkState;
  }

  /** The seat's name as the server knows it; null before the first welcome. */
  get name(): Signal<string | null> {
    return this.#seatName;
  }

  /** Refused commands not yet dismissed, oldest first. */
  get refusals(): Signal<readonly Refusal[]> {
    return this.#refusalList;
  }

  /** The server's time, in milliseconds, as `timer/ID` counts it. */
  serverNow(): number {
    return this.#world.now() + this.#ahead;
  }

  start(): void {
    this.#on({ on: "start" });
  }

  /** Something says that the network may be back, or the page is looked at again. */
  wake(): void {
    this.#on({ on: "wake" });
  }

  /** Sends a command now or as soon as there is a connection. */
  send(command: Command): void {
    const entry = this.outbox.add(command);
    batch(() => this.#dropRefusals(entry));
    if (entry !== null && this.#linkState.value.is === "live") this.#transmit(entry);
  }

  dismiss(refusal: Refusal): void {
    this.#refusalList.set(this.#refusalList.value.filter((other) => other !== refusal));
  }

  #dropRefusals(entry: Pending | null): void {
    if (entry === null) return;
    this.#refusalList.set(
      this.#refusalList.value.filter((refusal) => refusal.pending.slot !== entry.slot),
    );
  }

  #on(event: LinkEvent): void {
    const next = step(this.#linkState.value, event, this.#world.now(), this.#world.random());
    this.#linkState.set(next.state);
    for (const action of next.actions) this.#act(action);
    this.#schedule();
  }

  #schedule(): void {
    this.#cancelTick();
    const due = deadline(this.#linkState.value);
    if (due === null) return;
    const wait = Math.max(0, due - this.#world.now());
    this.#cancelTick = this.#world.after(wait, () => this.#on({ on: "tick" }));
  }

  #act(action: LinkAction): void {
    switch (action) {
      case "open":
        return this.#open();
      case "close":
        return this.#drop();
      case "join":
        return this.#transmitJoin();
      case "ping":
        this.#pings += 1;
        return this.#socket?.send(JSON.stringify({ id: `ping${this.#pings}`, do: "ping" }));
      case "flush":
        return this.#flush();
    }
  }

  #open(): void {
    this.#drop();
    // Late events of an abandoned socket must not touch its successor.
    const isCurrent = () => this.#socket === socket;
    const socket: Socket = this.#world.connect({
      opened: () => isCurrent() && this.#on({ on: "opened" }),
      message: (text) => isCurrent() && this.#receive(text),
      closed: (code) => isCurrent() && this.#lost(code),
    });
    this.#socket = socket;
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.store.synced.set(false);
    socket?.close();
  }

  #lost(code: number): void {
    this.#socket = null;
    this.store.synced.set(false);
    this.#on({ on: "closed", close: code });
  }

  #transmitJoin(): void {
    const since = this.store.rev;
    const join: Join = { do: "join", ...this.#join(), ...(since === undefined ? {} : { since }) };
    this.#socket?.send(JSON.stringify(join));
  }

  #transmit(entry: Pending): void {
    this.outbox.sent(entry.id);
    this.#socket?.send(JSON.stringify({ id: entry.id, ...entry.command }));
  }

  #flush(): void {
    for (const entry of this.outbox.pending.value) this.#transmit(entry);
  }

  #receive(text: string): void {
    this.#on({ on: "heard" });
    const message = readDown(text);
    if (message !== null) this.#take(message);
  }

  #take(message: Down): void {
    switch (message.type) {
      case "welcome":
        this.#seatName.set(message.seat?.name ?? null);
        this.#ahead = message.serverTimeMs - this.#world.now();
        return this.#on({ on: "joined" });
      case "update":
        return batch(() => {
          this.store.apply(message);
          this.store.synced.set(true);
        });
      case "ack": {
        const entry = this.outbox.acked(message.id);
        if (entry !== null) this.#settle(entry.command);
        return;
      }
      case "refused":
        return this.#refuse(message);
      case "bye":
        return this.#on({ ...message, on: "bye", afterMs: message.afterMs ?? 0 });
      case "pong":
        return;
    }
  }

  #refuse(message: Extract<Down, { type: "refused" }>): void {
    const outcome = this.outbox.refused(message);
    if (outcome === null) return;
    if (outcome !== "again") {
      this.#refusalList.set([...this.#refusalList.value, outcome]);
    } else if (message.code === "too-fast") {
      this.#world.after(tooFastPause, () => {
        const entry = this.outbox.pending.value.find((other) => other.id === message.id);
        if (entry !== undefined && this.#linkState.value.is === "live") this.#transmit(entry);
      });
    }
  }

  /** The server said yes: show it until its own `mine/...` arrives, so that nothing flickers. */
  #settle(command: Command): void {
    switch (command.do) {
      case "poll.vote":
        return this.store.put(`mine/${command.poll}`, ballotIn(command));
      case "poll.withdraw":
        return this.store.put(`mine/${command.poll}`, undefined);
      case "note.post":
      case "note.edit":
        return this.#settleNotes(command.wall, command.note, {
          note: command.note,
          section: command.section,
          text: command.text,
        });
      case "note.withdraw":
        return this.#settleNotes(command.wall, command.note, null);
      default:
        return;
    }
  }

  #settleNotes(wall: string, note: string, settled: OwnNote | null): void {
    const mine = this.store.entity(`mine/${wall}`).value;
    const notes = mine !== undefined && "notes" in mine ? mine.notes : [];
    const known = notes.some((other) => other.note === note);
    const kept = settled === null
      ? notes.filter((other) => other.note !== note)
      : known
      ? notes.map((other) => other.note === note ? settled : other)
      : [...notes, settled];
    this.store.put(`mine/${wall}`, { notes: kept });
  }
}
