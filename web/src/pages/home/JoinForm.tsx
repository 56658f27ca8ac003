import { useRef, useState } from "preact/hooks";
import { readCode } from "../../core/identifier.ts";
import { findRoom } from "../../ui/http.ts";
import { useLanguage } from "../../ui/words.ts";
import type { HomeWords } from "../../words/home.ts";

/** Joining by code: typed with spaces, in any case, or pasted as a whole link. */
export function JoinForm({ words }: { words: HomeWords }) {
  const lang = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [trouble, setTrouble] = useState("");
  const fail = (sentence: string) => {
    setTrouble(sentence);
    input.current?.focus();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const code = readCode(typed);
    if (code === null) return fail(words.codeOdd);
    const found = await findRoom(code, lang);
    if (found.ok) return location.assign(`/${code}`);
    if (found.status === 404) return fail(words.codeUnknown);
    fail(found.status === 429 ? words.codeTooMany : found.say || words.noNetwork);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <label class="field">
        <span>{words.codeLabel}</span>
        <input
          ref={input}
          class="code-input"
          value={typed}
          autoCapitalize="characters"
          autoComplete="off"
          spellcheck={false}
          enterkeyhint="go"
          maxLength={200}
          aria-invalid={trouble !== ""}
          aria-describedby="code-hint"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setTrouble("");
          }}
        />
        <small id="code-hint">{words.codeExample}</small>
      </label>
      {trouble !== "" && <p class="alert" role="alert">{trouble}</p>}
      <button type="submit" class="primary big">{words.joinButton}</button>
    </form>
  );
}
