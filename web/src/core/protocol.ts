/** The messages of `atelier.v1`, as Docs/Protocol.md defines them (its fixtures test this file). */
import type { Grouping, PollDesign } from "./designs.ts";

export type * from "./designs.ts";

export type Language = "fr" | "en";
export type Role = "participant" | "facilitator" | "display" | "guest";
export type Identity = "anonymous" | "named";
export type ResultsPolicy = "live" | "close" | "reveal";
export type Writing = "silent" | "shared";
export type PollPhase = "draft" | "open" | "closed" | "revealed";
export type WallPhase = "draft" | "silent" | "open" | "closed";

export interface Room {
  readonly code: string;
  readonly title: string;
  readonly phase: "lobby" | "open" | "ended";
  readonly language: Language;
  readonly organisations: readonly string[];
  readonly colleges: readonly string[];
  readonly focus: string | null;
}

/** A wall as a facilitator writes it. */
export interface WallDesign {
  readonly kind: "wall";
  readonly title: string;
  readonly sections: readonly string[];
  readonly writing: Writing;
  readonly identity: Identity;
  readonly notesPerSeat: number;
}

export type Design = PollDesign | WallDesign;
/** A poll of one or of any kind, as it stands. */
export type PollOf<D extends PollDesign> = D & {
  readonly phase: PollPhase;
  /** How often it was edited after its launch; 0 when absent. */
  readonly edition?: number;
};
export type Poll = PollOf<PollDesign>;
export type Wall = WallDesign & { readonly phase: WallPhase };
export type Activity = Poll | Wall;

export interface Progress {
  readonly answered?: number;
  readonly of?: number;
  readonly notes?: number;
}

/** What the ballots of a poll come to; beside the first two each kind has its own fields. */
export interface Tally {
  readonly ballots: number;
  readonly abstentions: number;
  /** Choice, scale, points, consent: one number a line, the free option last. */
  readonly counts?: readonly number[];
  /** Hands a facilitator counted, one number a line, the abstention last. */
  readonly hands?: readonly number[];
  /** Scale (steps from 1) and estimate. */
  readonly sum?: number;
  readonly quartiles?: readonly [number, number, number];
  readonly least?: number;
  readonly greatest?: number;
  readonly columns?: {
    readonly from: number;
    readonly width: number;
    readonly counts: readonly number[];
  };
  /** Ranking. */
  readonly borda?: readonly number[];
  readonly bordaRanks?: readonly number[];
  readonly winner?: number;
  /** Ranking (Schulze) and judgement: from 1, equal ranks are ties. */
  readonly ranks?: readonly number[];
  /** Judgement: ballots per option and grade, and the majority grades. */
  readonly judged?: readonly (readonly number[])[];
  readonly grades?: readonly (number | null)[];
  readonly words?: readonly (readonly [string, number])[];
}

export interface Voters {
  readonly options: readonly (readonly string[])[];
  readonly abstained: readonly string[];
  readonly ballots?: readonly { readonly name: string; readonly ballot: Ballot }[];
}

export type ConsentAnswer = "agree" | "reservations" | "object";

/** A text on a ballot, as everybody sees it. */
export interface EntryView {
  readonly poll: string;
  readonly text: string;
  readonly consent?: ConsentAnswer;
  /** Why it is hidden; only facilitators receive hidden texts. */
  readonly hidden?: string;
}

/** A result by group, or the moves since the round before; null is left out. */
export interface BreakdownTable {
  readonly by: Grouping | "earlier";
  readonly rows: readonly {
    readonly group: number | null;
    readonly total: number | null;
    readonly counts: readonly (number | null)[];
  }[];
}

export interface Timer {
  readonly endsMs: number;
}

export interface Note {
  readonly wall: string;
  readonly section: number;
  readonly text: string;
  readonly place: number;
  readonly author?: string;
  /** The poll whose proposal it was. */
  readonly from?: string;
  /** Why it is hidden; only facilitators receive hidden notes. */
  readonly hidden?: string;
}

export interface Moderation {
  readonly note: string;
  readonly done: "hide" | "restore";
  readonly reason: string;
}

export interface Screen {
  readonly show: "follow" | "welcome" | "activity";
  readonly activity: string | null;
}

export interface Presence {
  readonly seats: number;
  readonly here: number;
  readonly away?: readonly string[];
}

export interface Seat {
  readonly name: string;
  readonly organisation?: number;
  readonly college?: number;
}

/** A text on one's own ballot; its id is made here and kept when the text changes. */
export interface Entry {
  readonly entry: string;
  readonly text: string;
}

export type Ballot =
  | { readonly choices: readonly number[]; readonly other?: Entry }
  | { readonly step: number }
  | { readonly ranking: readonly number[] }
  | { readonly points: readonly number[] }
  | { readonly number: number }
  | { readonly texts: readonly Entry[] }
  | { readonly grades: readonly number[] }
  | { readonly consent: ConsentAnswer; readonly because?: Entry }
  | { readonly abstain: true };

export interface OwnNote {
  readonly note: string;
  readonly section: number;
  readonly text: string;
}

export type Mine = Ballot | { readonly notes: readonly OwnNote[] };

/** What the entity under key `K` is. */
export type EntityOf<K extends string> = K extends "room" ? Room
  : K extends "agenda" ? readonly string[]
  : K extends "screen" ? Screen
  : K extends "presence" ? Presence
  : K extends `activity/${string}` ? Activity
  : K extends `progress/${string}` ? Progress
  : K extends `tally/${string}` ? Tally
  : K extends `voters/${string}` ? Voters
  : K extends `tables/${string}` ? readonly BreakdownTable[]
  : K extends `entry/${string}` ? EntryView
  : K extends `timer/${string}` ? Timer
  : K extends `time/${string}` ? Timer
  : K extends `note/${string}` ? Note
  : K extends `hidden/${string}` ? readonly Moderation[]
  : K extends `seat/${string}` ? Seat
  : K extends `mine/${string}` ? Mine
  : never;

export interface Update {
  readonly type: "update";
  readonly rev: number;
  readonly full?: boolean;
  readonly put: Readonly<Record<string, unknown>>;
  readonly del: readonly string[];
}

export interface Welcome {
  readonly type: "welcome";
  readonly role: Role;
  readonly seat?: { readonly id: string; readonly name: string };
  readonly rev: number;
  readonly serverTimeMs: number;
  readonly limits: { readonly messageBytes: number; readonly noteCharacters: number };
}

export interface Ack {
  readonly type: "ack";
  readonly id: string;
  readonly rev?: number;
}

export interface Refused {
  readonly type: "refused";
  readonly id: string;
  readonly code: string;
  readonly say: string;
}

export interface Bye {
  readonly type: "bye";
  readonly code: string;
  readonly say: string;
  readonly again: boolean;
  readonly afterMs?: number;
}

export interface Pong {
  readonly type: "pong";
  readonly id: string;
}

export type Down = Welcome | Update | Ack | Refused | Bye | Pong;

export interface Join {
  readonly do: "join";
  readonly role: Role;
  readonly client: string;
  readonly lang: Language;
  readonly token?: string;
  readonly secret?: string;
  readonly since?: number;
  readonly name?: string;
  readonly organisation?: number;
  readonly college?: number;
}

/** A ballot on its way; `earlier` is this seat's line in the round before. */
export type Vote = Ballot & {
  readonly do: "poll.vote";
  readonly poll: string;
  readonly edition?: number;
  readonly earlier?: number;
};

/** What a seat asks for. */
export type SeatCommand =
  | Vote
  | { readonly do: "poll.withdraw"; readonly poll: string }
  | {
    readonly do: "note.post" | "note.edit";
    readonly wall: string;
    readonly note: string;
    readonly section: number;
    readonly text: string;
  }
  | { readonly do: "note.withdraw"; readonly wall: string; readonly note: string };

/** What a facilitator asks for. */
export type FacilitatorCommand =
  | {
    readonly do: "note.hide" | "note.restore";
    readonly wall: string;
    readonly note: string;
    readonly reason: string;
  }
  | {
    readonly do: "entry.hide" | "entry.restore";
    readonly poll: string;
    readonly entry: string;
    readonly reason: string;
  }
  | { readonly do: "poll.hands"; readonly poll: string; readonly hands: readonly number[] }
  | {
    readonly do: "poll.bring";
    readonly poll: string;
    readonly wall: string;
    readonly section: number;
  }
  | { readonly do: "timer.set"; readonly activity: string; readonly endsMs: number | null }
  | {
    readonly do: "timer.extend";
    readonly activity: string;
    readonly seat: string;
    readonly endsMs: number;
  }
  | { readonly do: "room.open" | "room.end" }
  | {
    readonly do: "activity.add";
    readonly activity: string;
    readonly as: Design;
    readonly at?: number;
  }
  | { readonly do: "activity.edit"; readonly activity: string; readonly as: Design }
  | {
    readonly do: "activity.remove" | "activity.launch" | "activity.reveal" | "activity.close";
    readonly activity: string;
  }
  | { readonly do: "activity.move"; readonly activity: string; readonly to: number }
  | { readonly do: "activity.focus"; readonly activity: string | null }
  | { readonly do: "screen.show"; readonly show: "follow" | "welcome" }
  | { readonly do: "screen.show"; readonly show: "activity"; readonly activity: string };

export type Command = SeatCommand | FacilitatorCommand;

export interface RoomCreate {
  readonly title: string;
  readonly language: Language;
  readonly organisations: readonly string[];
  readonly colleges: readonly string[];
}

export interface Links {
  readonly participant: string;
  readonly facilitator: string;
  readonly display: string;
  readonly guest: string;
}

export interface RoomCreated {
  readonly code: string;
  readonly links: Links;
}

/** The state a page carries: null values when the code is unknown. */
export interface Boot {
  readonly code: string | null;
  readonly update: Update | null;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUpdate(fields: Fields): boolean {
  return typeof fields["rev"] === "number" && isFields(fields["put"]) &&
    Array.isArray(fields["del"]);
}

/** Reads a message of the server; null for what this client does not know (P1). */
export function readDown(text: string): Down | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isFields(value)) return null;
  const known = value as unknown as Down;
  switch (value["type"]) {
    case "update":
      return isUpdate(value) ? known : null;
    case "welcome":
      return typeof value["rev"] === "number" ? known : null;
    case "ack":
    case "refused":
    case "pong":
      return typeof value["id"] === "string" ? known : null;
    case "bye":
      return typeof value["code"] === "string" ? known : null;
    default:
      return null;
  }
}

/** Reads the state carried by the page; null when there is none. */
export function readBoot(text: string): Boot | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isFields(value)) return null;
  const code = typeof value["code"] === "string" ? value["code"] : null;
  const update = value["update"];
  const carried = isFields(update) && isUpdate(update) ? update as unknown as Update : null;
  return { code, update: carried };
}
