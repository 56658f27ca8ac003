/**
 * The connection as a value: an event in, the next state and what to do out. No clock, no socket.
 *
 * `now` and every deadline are milliseconds on any steady clock; `random` is in [0, 1).
 */

/** Times of the link, in milliseconds. */
export const LinkTimes = {
  /** First and longest wait before trying again; each try doubles it, half of it is random. */
  backoffFirst: 500,
  backoffLongest: 15_000,
  /** Silence after which a ping asks whether anybody is there (Protocol.md, `ping`). */
  pingAfter: 8_000,
  /** Silence after which the connection counts as dead. */
  deadAfter: 10_000,
  /** How long opening a connection may take: two round trips on a slow 3G are 4 s. */
  openWithin: 12_000,
  /** After waking (network back, page shown again) an answer must come this soon. */
  wakeWithin: 3_000,
} as const;

export type LinkState =
  | { readonly is: "idle" }
  | { readonly is: "opening"; readonly tries: number; readonly until: number }
  | { readonly is: "joining"; readonly tries: number; readonly until: number }
  | {
    readonly is: "live";
    readonly heard: number;
    readonly pinged: boolean;
    readonly dead: number;
  }
  | { readonly is: "waiting"; readonly tries: number; readonly until: number }
  | { readonly is: "stopped"; readonly code: string; readonly say: string };

export type LinkEvent =
  | { readonly on: "start" }
  | { readonly on: "opened" }
  | { readonly on: "joined" }
  | { readonly on: "heard" }
  | {
    readonly on: "bye";
    readonly code: string;
    readonly say: string;
    readonly again: boolean;
    readonly afterMs: number;
  }
  | { readonly on: "closed"; readonly close: number }
  | { readonly on: "tick" }
  | { readonly on: "wake" };

export type LinkAction = "open" | "close" | "join" | "ping" | "flush";

export interface LinkStep {
  readonly state: LinkState;
  readonly actions: readonly LinkAction[];
}

/** Close codes that mean "do not come back", when the `bye` before them was lost (section 6). */
const finalCloses: Readonly<Record<number, string>> = {
  4000: "violation",
  4003: "wrong-secret",
  4004: "room-unknown",
  4005: "room-full",
  4006: "invalid-join",
  4009: "replaced",
};

/** The moment the link wants a `tick`, null when it waits for nothing. */
export function deadline(state: LinkState): number | null {
  switch (state.is) {
    case "idle":
    case "stopped":
      return null;
    case "opening":
    case "joining":
    case "waiting":
      return state.until;
    case "live":
      return state.pinged ? state.dead : state.heard + LinkTimes.pingAfter;
  }
}

/** The next state and what to do, after `event` at `now`. */
export function step(state: LinkState, event: LinkEvent, now: number, random: number): LinkStep {
  switch (event.on) {
    case "start":
      return state.is === "idle" || state.is === "stopped" ? open(0, now) : stay(state);
    case "opened":
      return state.is === "opening" ? then({ ...state, is: "joining" }, "join") : stay(state);
    case "joined":
      return state.is === "joining" ? then(alive(now), "flush") : stay(state);
    case "heard":
      return state.is === "live" ? stay(alive(now)) : stay(state);
    case "bye":
      return bye(state, event, now, random);
    case "closed":
      return closed(state, event.close, now, random);
    case "tick":
      return tick(state, now, random);
    case "wake":
      return wake(state, now);
  }
}

function stay(state: LinkState): LinkStep {
  return { state, actions: [] };
}

function then(state: LinkState, ...actions: LinkAction[]): LinkStep {
  return { state, actions };
}

function open(tries: number, now: number): LinkStep {
  return then({ is: "opening", tries, until: now + LinkTimes.openWithin }, "open");
}

function alive(now: number): LinkState {
  return { is: "live", heard: now, pinged: false, dead: now + LinkTimes.deadAfter };
}

function retry(tries: number, now: number, random: number, ...actions: LinkAction[]): LinkStep {
  const ceiling = Math.min(LinkTimes.backoffLongest, LinkTimes.backoffFirst * 2 ** tries);
  const until = now + ceiling * (0.5 + random / 2);
  return then({ is: "waiting", tries: tries + 1, until }, ...actions);
}

function bye(
  state: LinkState,
  event: Extract<LinkEvent, { on: "bye" }>,
  now: number,
  random: number,
): LinkStep {
  if (state.is === "stopped" || state.is === "idle") return stay(state);
  if (!event.again) return then({ is: "stopped", code: event.code, say: event.say }, "close");
  const wait = Math.max(event.afterMs, LinkTimes.backoffFirst);
  const until = now + wait + random * wait * 0.5;
  return then({ is: "waiting", tries: 0, until }, "close");
}

function closed(state: LinkState, close: number, now: number, random: number): LinkStep {
  switch (state.is) {
    case "idle":
    case "stopped":
    case "waiting":
      return stay(state);
    case "opening":
    case "joining":
    case "live": {
      const final = finalCloses[close];
      if (final !== undefined) return stay({ is: "stopped", code: final, say: "" });
      return retry(state.is === "live" ? 0 : state.tries, now, random);
    }
  }
}

function tick(state: LinkState, now: number, random: number): LinkStep {
  const due = deadline(state);
  if (due === null || now < due) return stay(state);
  switch (state.is) {
    case "idle":
    case "stopped":
      return stay(state);
    case "opening":
    case "joining":
      return retry(state.tries, now, random, "close");
    case "waiting":
      return open(state.tries, now);
    case "live":
      if (state.pinged) return retry(0, now, random, "close");
      return then({ ...state, pinged: true }, "ping");
  }
}

function wake(state: LinkState, now: number): LinkStep {
  switch (state.is) {
    case "idle":
    case "stopped":
    case "opening":
    case "joining":
      return stay(state);
    case "waiting":
      return open(state.tries, now);
    case "live": {
      const dead = Math.min(state.dead, now + LinkTimes.wakeWithin);
      return then({ ...state, pinged: true, dead: Math.max(dead, now) }, "ping");
    }
  }
}
