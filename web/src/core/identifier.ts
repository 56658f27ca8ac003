/** Random ids and secrets of the protocol (section 1). */

export type RandomBytes = (length: number) => Uint8Array;

const webCrypto: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** 64 random bits as 16 lower-case hexadecimal digits: notes and activities. */
export function newId(random: RandomBytes = webCrypto): string {
  return [...random(8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** 128 random bits in base64url without padding, 22 characters: the token of a seat. */
export function newToken(random: RandomBytes = webCrypto): string {
  const text = btoa(String.fromCharCode(...random(16)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** True for a text that can be a secret or token of the protocol. */
export function isSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}

/**
 * Reads a join code as a person types it: spaces, hyphens and letter case do not matter, and a whole
 * participant link works too. Null when it cannot be a code.
 */
export function readCode(typed: string): string | null {
  const link = /^https?:\/\/[^/]+\/([^/?#]+)/i.exec(typed.trim());
  const text = (link?.[1] ?? typed).replaceAll(/[\s\-.·]/g, "").toUpperCase();
  return /^[A-Z0-9]{4,12}$/.test(text) ? text : null;
}
