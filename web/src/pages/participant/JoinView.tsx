import { useState } from "preact/hooks";
import type { Room } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { localShelf } from "../../ui/preferences.ts";
import { Settings } from "../../ui/Settings.tsx";
import { useTitle } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import type { Introduction } from "./seat.ts";
import { useWords } from "./words.ts";

/** A try to join that was refused: why, and what was written then. */
export interface Refused {
  readonly say: string;
  readonly said: Introduction;
}

interface JoinProps {
  readonly code: string;
  readonly room: Room | undefined;
  readonly refused: Refused | null;
  readonly onJoin: (introduction: Introduction) => void;
}

/** One screen, one big button: everything else is optional. */
export function JoinView({ code, room, refused, onJoin }: JoinProps) {
  const words = useWords();
  const shared = useRoomWords();
  useTitle(room?.title);
  const [name, setName] = useState(refused?.said.name ?? "");
  const [organisation, setOrganisation] = useState("");
  const [college, setCollege] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onJoin({
      ...(name.trim() === "" ? {} : { name: name.trim() }),
      ...(organisation === "" ? {} : { organisation: Number(organisation) }),
      ...(college === "" ? {} : { college: Number(college) }),
    });
  };
  return (
    <div class="page">
      <header class="masthead">
        <p class="brand">
          <span class="mark" aria-hidden="true" />
          {shared.product}
        </p>
        <Settings />
      </header>
      <main class="join">
        <p class="eyebrow">
          {shared.code} <span class="code-text">{code}</span>
        </p>
        <h1 dir="auto">{room?.title ?? shared.product}</h1>
        {refused !== null && <p class="alert" role="alert">{refused.say}</p>}
        <form class="stack" onSubmit={submit}>
          <label class="field">
            <span>
              {words.yourName} <small>({words.optional})</small>
            </span>
            <input
              value={name}
              maxLength={60}
              autoComplete="nickname"
              aria-describedby="name-hint"
              onInput={(event) => setName(event.currentTarget.value)}
            />
            <small id="name-hint">{words.nameHint}</small>
          </label>
          <Choice
            label={words.organisation}
            items={room?.organisations ?? []}
            value={organisation}
            onChange={setOrganisation}
          />
          <Choice
            label={words.college}
            items={room?.colleges ?? []}
            value={college}
            onChange={setCollege}
          />
          <button type="submit" class="primary big">{words.join}</button>
        </form>
        <p class="assurance">
          <Icon name="lock" />
          {words.joinPrivacy}
        </p>
        {localShelf === null && <p class="alert">{words.storageOff}</p>}
      </main>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly items: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, items, value, onChange }: ChoiceProps) {
  const words = useWords();
  if (items.length === 0) return null;
  return (
    <label class="field">
      <span>
        {label} <small>({words.optional})</small>
      </span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {items.map((item, index) => <option key={index} value={String(index)}>{item}</option>)}
      </select>
    </label>
  );
}
