import type { Language, Links, RoomCreate, RoomCreated } from "../core/protocol.ts";

/** The server's answer to a request of a page: a value, or a sentence to show. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly say: string };

async function ask<T>(path: string, language: Language, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      ...init,
      headers: { "Accept-Language": language, ...init.headers },
      referrerPolicy: "no-referrer",
    });
    if (response.ok) return { ok: true, value: await response.json() as T };
    const error = await response.json().catch(() => ({})) as { say?: string };
    return { ok: false, status: response.status, say: error.say ?? "" };
  } catch {
    return { ok: false, status: 0, say: "" };
  }
}

export function createRoom(room: RoomCreate): Promise<Answer<RoomCreated>> {
  return ask("/api/rooms", room.language, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(room),
  });
}

export function findRoom(code: string, language: Language): Promise<Answer<{ code: string }>> {
  return ask(`/api/rooms/${encodeURIComponent(code)}`, language, { method: "GET" });
}

/** All links of a room, for whoever holds the facilitator's secret. */
export async function findLinks(code: string, secret: string): Promise<Links | null> {
  const answer = await ask<RoomCreated>(`/api/rooms/${encodeURIComponent(code)}/links`, "en", {
    method: "GET",
    headers: { Authorization: `Bearer ${secret}` },
  });
  return answer.ok ? answer.value.links : null;
}

/** Fetches an export with the facilitator's secret and hands it to the browser as a file. */
export async function download(
  code: string,
  secret: string,
  kind: "json" | "csv",
): Promise<boolean> {
  try {
    const response = await fetch(`/api/rooms/${encodeURIComponent(code)}/export.${kind}`, {
      headers: { Authorization: `Bearer ${secret}` },
      referrerPolicy: "no-referrer",
    });
    if (!response.ok) return false;
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement("a");
    link.href = address;
    link.download = `atelier-${code}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return true;
  } catch {
    return false;
  }
}
