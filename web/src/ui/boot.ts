import { type Boot, readBoot } from "../core/protocol.ts";
import { isSecret } from "../core/identifier.ts";
import { localShelf, tabShelf } from "./preferences.ts";

/** The state this page came with; null when it came without one. */
export function carriedBoot(): Boot | null {
  return readBoot(document.getElementById("boot")?.textContent ?? "null");
}

/** The code in the address: the first part of the path. */
export function codeInAddress(): string {
  return decodeURIComponent(location.pathname.split("/")[1] ?? "").toUpperCase();
}

/**
 * The secret of a role: taken from the address once and then removed from it, so that a shared
 * screen does not show it. Facilitators keep it in this browser, others in this tab.
 */
export function takeSecret(code: string, role: "facilitator" | "display" | "guest"): string | null {
  const key = `atelier/${code}/${role}`;
  const inAddress = location.hash.slice(1);
  const shelf = role === "facilitator" ? localShelf : tabShelf;
  if (isSecret(inAddress)) {
    shelf?.setItem(key, inAddress);
    clearHash();
    return inAddress;
  }
  return shelf?.getItem(key) ?? null;
}

/** The seat of a personal link `#seat=TOKEN`, removed from the address; null without one. */
export function takeSeatToken(): string | null {
  const match = /^#seat=([A-Za-z0-9_-]{22})$/.exec(location.hash);
  if (match?.[1] === undefined) return null;
  clearHash();
  return match[1];
}

function clearHash(): void {
  history.replaceState(null, "", location.pathname + location.search);
}

/** A link opened over this very page changes only the end of the address: start again with it. */
export function startAgainOnNewLink(): void {
  addEventListener("hashchange", () => {
    if (location.hash.length > 1) location.reload();
  });
}
