import { pickLanguage } from "../core/i18n.ts";
import type { Shelf } from "../core/outbox.ts";
import type { Language } from "../core/protocol.ts";
import { type Signal, signal } from "../core/signal.ts";

export type Theme = "auto" | "light" | "dark";

/** This browser's lasting storage; null where it is forbidden. */
export const localShelf: Shelf | null = openShelf(() => localStorage);
/** This tab's storage; null where it is forbidden. */
export const tabShelf: Shelf | null = openShelf(() => sessionStorage);

function openShelf(open: () => Storage): Shelf | null {
  try {
    const storage = open();
    storage.setItem("atelier/probe", "1");
    storage.removeItem("atelier/probe");
    return storage;
  } catch {
    return null;
  }
}

const languageKey = "atelier/language";
const themeKey = "atelier/theme";

const languageSource = signal<Language>(
  pickLanguage([localShelf?.getItem(languageKey), ...navigator.languages]),
);
const themeSource = signal<Theme>(readTheme(localShelf?.getItem(themeKey) ?? null));

export const language: Signal<Language> = languageSource;
export const theme: Signal<Theme> = themeSource;

/** True when this person chose the language themselves. */
export function hasChosenLanguage(): boolean {
  return (localShelf?.getItem(languageKey) ?? null) !== null;
}

/** Speaks the person's language: chosen here, else the browser's, else the room's. */
export function speak(lang: Language): void {
  languageSource.set(lang);
  document.documentElement.lang = lang;
}

export function chooseLanguage(lang: Language): void {
  localShelf?.setItem(languageKey, lang);
  speak(lang);
}

export function chooseTheme(chosen: Theme): void {
  localShelf?.setItem(themeKey, chosen);
  themeSource.set(chosen);
  showTheme();
}

/** Carries language and theme to the document; call once at the start of a page. */
export function showPreferences(): void {
  document.documentElement.lang = language.value;
  showTheme();
}

function showTheme(): void {
  document.documentElement.dataset["theme"] = theme.value;
}

function readTheme(text: string | null): Theme {
  return text === "light" || text === "dark" ? text : "auto";
}
