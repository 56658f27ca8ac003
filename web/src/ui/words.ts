import type { Language } from "../core/protocol.ts";
import { type RoomWords, roomWords } from "../words/room.ts";
import { language } from "./preferences.ts";
import { useValue } from "./use.ts";

/** The present language; redraws when it changes. */
export function useLanguage(): Language {
  return useValue(language);
}

/** The words every page shares, in the present language. */
export function useRoomWords(): RoomWords {
  return roomWords[useLanguage()];
}
