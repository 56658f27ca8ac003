import { useState } from "preact/hooks";
import { languageNames, languages } from "../../core/i18n.ts";
import { linesOf } from "../../core/lines.ts";
import type { Language, RoomCreated } from "../../core/protocol.ts";
import { createRoom } from "../../ui/http.ts";
import { localShelf } from "../../ui/preferences.ts";
import { useLanguage } from "../../ui/words.ts";
import type { HomeWords } from "../../words/home.ts";

/** Remembers the links of the new room in this browser and goes to its console. */
function enter(created: RoomCreated): void {
  localShelf?.setItem(`atelier/${created.code}/links`, JSON.stringify(created.links));
  const { pathname, hash } = new URL(created.links.facilitator);
  location.assign(pathname + hash);
}

export function CreateForm({ words }: { words: HomeWords }) {
  const now = useLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const [title, setTitle] = useState("");
  const [organisations, setOrganisations] = useState("");
  const [colleges, setColleges] = useState("");
  const [trouble, setTrouble] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const language = chosen ?? now;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (title.trim() === "") return setTrouble(words.titleMissing);
    setIsBusy(true);
    setTrouble("");
    const answer = await createRoom({
      title: title.trim(),
      language,
      organisations: linesOf(organisations),
      colleges: linesOf(colleges),
    });
    setIsBusy(false);
    if (answer.ok) enter(answer.value);
    else setTrouble(answer.say || words.noNetwork);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <label class="field">
        <span>{words.titleLabel}</span>
        <input
          value={title}
          maxLength={200}
          placeholder={words.titleExample}
          autoComplete="off"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <fieldset class="segments">
        <legend>{words.languageLabel}</legend>
        {languages.map((lang) => (
          <label key={lang} lang={lang}>
            <input
              type="radio"
              name="room-language"
              checked={lang === language}
              onChange={() => setChosen(lang)}
            />
            <span>{languageNames[lang]}</span>
          </label>
        ))}
      </fieldset>
      <details class="groups">
        <summary>{words.groups}</summary>
        <div class="stack">
          <Lines
            label={words.organisationsLabel}
            hint={words.onePerLine}
            value={organisations}
            onInput={setOrganisations}
          />
          <Lines
            label={words.collegesLabel}
            hint={words.onePerLine}
            value={colleges}
            onInput={setColleges}
          />
        </div>
      </details>
      {trouble !== "" && <p class="alert" role="alert">{trouble}</p>}
      <button type="submit" class="big" aria-disabled={isBusy}>
        {isBusy ? words.creating : words.createButton}
      </button>
    </form>
  );
}

interface LinesProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
}

function Lines({ label, hint, value, onInput }: LinesProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <textarea rows={4} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      <small>{hint}</small>
    </label>
  );
}
