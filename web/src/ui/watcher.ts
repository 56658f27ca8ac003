import type { Role, Update } from "../core/protocol.ts";
import { newId } from "../core/identifier.ts";
import { Session } from "../core/session.ts";
import { language } from "./preferences.ts";
import { browserWorld, wakeWithBrowser } from "./world.ts";

/** Connects a role that brings a secret; nothing of it outlives the page. */
export function openWatcher(
  code: string,
  role: Exclude<Role, "participant">,
  secret: string,
  carried: Update | null,
): Session {
  const client = newId();
  const session = new Session(
    browserWorld(code),
    () => ({ role, client, secret, lang: language.value }),
    null,
    "",
  );
  // The carried map is what participants may see: shown at once, never resumed from.
  if (carried !== null) session.store.apply(carried);
  session.store.rev = undefined;
  wakeWithBrowser(session);
  session.start();
  return session;
}
