import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { languageNames, languages } from "../core/i18n.ts";
import { chooseLanguage, chooseTheme, type Theme, theme } from "./preferences.ts";
import { Dialog, type DialogHandle } from "./Dialog.tsx";
import { Icon } from "./Icon.tsx";
import { useValue } from "./use.ts";
import { useLanguage, useRoomWords } from "./words.ts";

const themes: readonly Theme[] = ["auto", "light", "dark"];

/** Language and appearance, as two rows of choices. */
export function PreferenceFields() {
  const words = useRoomWords();
  const now = useLanguage();
  const shown = useValue(theme);
  const themeNames = { auto: words.themeAuto, light: words.themeLight, dark: words.themeDark };
  return (
    <>
      <fieldset class="segments">
        <legend>{words.language}</legend>
        {languages.map((lang) => (
          <label key={lang} lang={lang}>
            <input
              type="radio"
              name="language"
              checked={lang === now}
              onChange={() => chooseLanguage(lang)}
            />
            <span>{languageNames[lang]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="segments">
        <legend>{words.theme}</legend>
        {themes.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="theme"
              checked={name === shown}
              onChange={() => chooseTheme(name)}
            />
            <span>{themeNames[name]}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** The button that opens the settings; `children` are a page's own ones. */
export function Settings({ children }: { children?: ComponentChildren }) {
  const words = useRoomWords();
  const dialog = useRef<DialogHandle>(null);
  return (
    <>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={words.settings}
        title={words.settings}
        onClick={() => dialog.current?.open()}
      >
        <Icon name="gear" />
      </button>
      <Dialog handle={dialog} title={words.settings}>
        <div class="stack">
          <PreferenceFields />
          {children}
        </div>
      </Dialog>
    </>
  );
}
