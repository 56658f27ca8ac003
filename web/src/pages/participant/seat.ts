import { Drafts } from "../../core/drafts.ts";
import { newId, newToken } from "../../core/identifier.ts";
import { Keepsakes } from "../../core/keepsakes.ts";
import type { Update } from "../../core/protocol.ts";
import { Session } from "../../core/session.ts";
import { UnsentPapers } from "../../core/unsent.ts";
import { language, localShelf } from "../../ui/preferences.ts";
import { browserWorld, wakeWithBrowser } from "../../ui/world.ts";

/** What a person says of themselves when joining. */
export interface Introduction {
  readonly name?: string;
  readonly organisation?: number;
  readonly college?: number;
}

/** A seat as this browser keeps it: the token is the seat. */
export interface KeptSeat extends Introduction {
  readonly token: string;
}

/** Everything the pages of a seat need. */
export interface SeatContext {
  readonly code: string;
  readonly token: string;
  readonly session: Session;
  readonly drafts: Drafts;
  readonly unsent: UnsentPapers;
  readonly keepsakes: Keepsakes;
  /** Ids of refused commands whose text went back into the box. */
  readonly returned: Set<string>;
}

const seatKey = (code: string) => `atelier/${code}/seat`;

/** The seat this browser has in the room; null when it never joined. */
export function keptSeat(code: string): KeptSeat | null {
  try {
    const value: unknown = JSON.parse(localShelf?.getItem(seatKey(code)) ?? "null");
    if (typeof value !== "object" || value === null || !("token" in value)) return null;
    return typeof value.token === "string" ? value as KeptSeat : null;
  } catch {
    return null;
  }
}

export function keepSeat(code: string, seat: KeptSeat): void {
  localShelf?.setItem(seatKey(code), JSON.stringify(seat));
}

export function forgetSeat(code: string): void {
  localShelf?.removeItem(seatKey(code));
}

/** A new seat for a person: its token is made here, once. */
export function newSeat(introduction: Introduction): KeptSeat {
  return { token: newToken(), ...introduction };
}

/** Connects a seat to its room, starting from what the page carried. */
export function openSeat(code: string, seat: KeptSeat, carried: Update | null): SeatContext {
  // One tab, one client: it names this page so that a reconnect replaces its own dead connection.
  const client = newId();
  const prefix = `atelier/${code}/${seat.token.slice(0, 6)}/`;
  const session = new Session(
    browserWorld(code),
    () => ({ role: "participant", client, lang: language.value, ...seat }),
    localShelf,
    `${prefix}outbox`,
  );
  if (carried !== null) session.store.apply(carried);
  const drafts = new Drafts(localShelf, `${prefix}draft/`);
  const unsent = new UnsentPapers(localShelf, `${prefix}paper/`);
  const keepsakes = new Keepsakes(session.store, localShelf, `${prefix}mine`);
  wakeWithBrowser(session);
  session.start();
  return { code, token: seat.token, session, drafts, unsent, keepsakes, returned: new Set() };
}
