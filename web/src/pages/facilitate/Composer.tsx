import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { compose, type Composed } from "../../core/compose.ts";
import { type Kind, kinds } from "../../core/guess.ts";
import type { PollDesign } from "../../core/protocol.ts";
import { blankSketch, type Settings, type Sketch, sketchOf } from "../../core/sketch.ts";
import { useCalm, useValue } from "../../ui/use.ts";
import { useLanguage } from "../../ui/words.ts";
import { composerWords } from "../../words/composer.ts";
import { CommonSettings } from "./CommonSettings.tsx";
import { type ConsoleContext, useComposerWords, useWords } from "./context.ts";
import { described } from "./described.ts";
import { FormEnd, Segments } from "./Field.tsx";
import { KindSettings } from "./KindSettings.tsx";

export interface ComposerProps {
  readonly context: ConsoleContext;
  /** What it is written for: what was begun under this name comes back. */
  readonly name: string;
  readonly design: PollDesign | null;
  /** True once the poll is launched: what people have read stays. */
  readonly isLaunched?: boolean;
  readonly hint?: string;
  /** What the button says that sends it. */
  readonly send: string;
  readonly onSend: (design: PollDesign) => void;
  readonly onCancel: () => void;
}

/** A poll written in one box: what it is understood as shows beside it and can be changed. */
export function Composer(props: ComposerProps) {
  const { context, name, design, hint, onSend } = props;
  const words = useComposerWords();
  const shared = useWords();
  const room = useValue(context.session.store.entity("room"));
  const written = useSketch(context, name, design);
  const { sketch, write } = written;
  const composed = compose(sketch, composerWords[room?.language ?? "fr"].room);
  const [isTried, setIsTried] = useState(false);
  const set = (some: Partial<Settings>) => write({ ...sketch, set: { ...sketch.set, ...some } });
  const trouble = composed.trouble === null
    ? ""
    : words.troubles[composed.trouble.what](composed.trouble.number);
  const send = () => {
    setIsTried(true);
    if (composed.design === null) return;
    context.sketches.drop(name);
    onSend(composed.design);
  };
  const sendByKeys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="stack editor composer"
      noValidate
      onKeyDown={sendByKeys}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="stack composer-body">
        {hint !== undefined && <p class="muted">{hint}</p>}
        {written.isKept && <Kept onStartAgain={written.startAgain} />}
        <Box
          key={written.isKept}
          text={sketch.text}
          onInput={(text) => write({ ...sketch, text })}
        />
        <Understood composed={composed} trouble={isTried ? "" : trouble} />
        <KindRow
          kind={composed.kind}
          isGuessed={sketch.kind === null}
          onChange={(kind) => write({ ...sketch, kind })}
        />
        <KindSettings composed={composed} onSet={set} />
        <CommonSettings
          composed={composed}
          room={room}
          isFixed={props.isLaunched === true}
          onSet={set}
        />
      </div>
      <div class="composer-end">
        <FormEnd
          trouble={isTried ? trouble : ""}
          cancel={shared.cancel}
          onCancel={props.onCancel}
        >
          <button type="submit" class="primary" aria-keyshortcuts="Control+Enter Meta+Enter">
            {props.send}
            <kbd aria-hidden="true">{words.sendKeys}</kbd>
          </button>
        </FormEnd>
      </div>
    </form>
  );
}

/** The sketch under a name: what was begun, else the design to change, else a blank one. */
function useSketch(context: ConsoleContext, name: string, design: PollDesign | null) {
  const { sketches } = context;
  const start = () => design === null ? blankSketch : sketchOf(design);
  const [kept, setKept] = useState(() => sketches.of(name));
  const [sketch, setSketch] = useState<Sketch>(() => kept ?? start());
  const write = (next: Sketch) => {
    setSketch(next);
    const isNew = next.text.trim() !== "" &&
      JSON.stringify(next) !== JSON.stringify(start());
    if (isNew) sketches.keep(name, next);
    else sketches.drop(name);
  };
  const startAgain = () => {
    sketches.drop(name);
    setKept(null);
    setSketch(start());
  };
  return { sketch, write, isKept: kept !== null, startAgain };
}

/** What was begun before came back, and need not stay. */
function Kept({ onStartAgain }: { onStartAgain: () => void }) {
  const words = useComposerWords();
  return (
    <p class="kept">
      {words.kept}
      <button type="button" class="quiet small" onClick={onStartAgain}>{words.startAgain}</button>
    </p>
  );
}

function Box({ text, onInput }: { text: string; onInput: (text: string) => void }) {
  const words = useComposerWords();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  return (
    <label class="field">
      <span>{words.box}</span>
      <textarea
        ref={box}
        class="composer-box"
        rows={6}
        value={text}
        dir="auto"
        placeholder={words.boxExample}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

/** What the words come to, or what they still need; read aloud after a pause in the writing. */
function Understood({ composed, trouble }: { composed: Composed; trouble: string }) {
  const words = useComposerWords();
  const lang = useLanguage();
  const isBlank = composed.question === "";
  const what = composed.design === null
    ? words.kinds[composed.kind].toLowerCase()
    : described(composed.design, words, lang);
  const lacks = composed.hasSpareLines ? words.spareLines : trouble;
  const said = isBlank ? "" : `${words.understood} ${what}. ${lacks}`;
  return (
    <div class="understood">
      {!isBlank && (
        <p>
          <span class="muted">{words.understood}</span> <strong dir="auto">{what}</strong>
        </p>
      )}
      {!isBlank && lacks !== "" && <p class="understood-trouble">{lacks}</p>}
      <p class="sr-only" role="status">{useCalm(said, 1_500)}</p>
    </div>
  );
}

function KindRow({ kind, isGuessed, onChange }: {
  readonly kind: Kind;
  readonly isGuessed: boolean;
  readonly onChange: (kind: Kind | null) => void;
}) {
  const words = useComposerWords();
  const name = useId();
  return (
    <div class="kind-row">
      <Segments
        legend={words.kind}
        name={name}
        value={kind}
        items={kinds.map((each) => [each, words.kinds[each]] as const)}
        onChange={onChange}
      />
      {!isGuessed && (
        <button type="button" class="quiet small" onClick={() => onChange(null)}>
          {words.guessAgain}
        </button>
      )}
    </div>
  );
}
