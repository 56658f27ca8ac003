import { canHaveOther, type Composed } from "../../core/compose.ts";
import type { Settings } from "../../core/sketch.ts";
import { limits } from "../../core/trouble.ts";
import { useComposerWords } from "./context.ts";
import { Check, NumberField, TextField } from "./Field.tsx";

interface KindProps {
  readonly composed: Composed;
  readonly onSet: (some: Partial<Settings>) => void;
}

/** What can be set of the kind of poll at hand. */
export function KindSettings({ composed, onSet }: KindProps) {
  const words = useComposerWords();
  const { kind, settings } = composed;
  switch (kind) {
    case "single":
    case "multiple":
    case "ranking":
      return <Answers composed={composed} onSet={onSet} />;
    case "scale":
      return <Scale composed={composed} onSet={onSet} />;
    case "points":
      return <Points composed={composed} onSet={onSet} />;
    case "estimate":
      return <Estimate composed={composed} onSet={onSet} />;
    case "text":
      return (
        <NumberField
          label={words.texts}
          value={settings.texts}
          min={limits.texts[0]}
          max={limits.texts[1]}
          onChange={(texts) => onSet({ texts })}
        />
      );
    case "judgement":
      return (
        <TextField
          label={words.grades}
          value={settings.grades}
          rows={3}
          hint={words.gradesHint}
          onInput={(grades) => onSet({ grades })}
        />
      );
    case "consent":
      return <p class="muted">{words.consentHint}</p>;
  }
}

function Answers({ composed, onSet }: KindProps) {
  const words = useComposerWords();
  const { kind, settings, options } = composed;
  const lines = options.length + (settings.other ? 1 : 0);
  return (
    <>
      {kind !== "single" && (
        <div class="number-row">
          <NumberField
            label={words.min}
            value={settings.min}
            min={1}
            max={lines}
            onChange={(min) => onSet({ min })}
          />
          <NumberField
            label={words.max}
            value={settings.max}
            min={1}
            max={lines}
            onChange={(max) => onSet({ max })}
          />
        </div>
      )}
      {canHaveOther(kind) && (
        <Check
          label={words.other}
          isOn={settings.other}
          onChange={(other) => onSet({ other })}
        />
      )}
    </>
  );
}

function Scale({ composed, onSet }: KindProps) {
  const words = useComposerWords();
  const { settings, options } = composed;
  return (
    <>
      <div class="number-row">
        <NumberField
          label={words.steps}
          value={settings.steps}
          min={limits.steps[0]}
          max={limits.steps[1]}
          onChange={(steps) => onSet({ steps })}
        />
      </div>
      {options.length > 1 ? <p class="muted">{words.endsFromLines}</p> : (
        <div class="number-row">
          <TextField label={words.low} value={settings.low} onInput={(low) => onSet({ low })} />
          <TextField label={words.high} value={settings.high} onInput={(high) => onSet({ high })} />
        </div>
      )}
    </>
  );
}

function Points({ composed, onSet }: KindProps) {
  const words = useComposerWords();
  const { points, most, all } = composed.settings;
  return (
    <>
      <div class="number-row">
        <NumberField
          label={words.points}
          value={points}
          min={1}
          max={limits.points}
          onChange={(some) => onSet({ points: some })}
        />
        <NumberField
          label={words.most}
          value={most}
          min={1}
          max={points}
          onChange={(some) => onSet({ most: some })}
        />
      </div>
      <Check label={words.all} isOn={all} onChange={(isOn) => onSet({ all: isOn })} />
    </>
  );
}

function Estimate({ composed, onSet }: KindProps) {
  const words = useComposerWords();
  const { unit, decimals, from, to } = composed.settings;
  return (
    <div class="number-row">
      <NumberField
        label={words.from}
        value={from}
        step="any"
        onChange={(some) => onSet({ from: some })}
      />
      <NumberField
        label={words.to}
        value={to}
        step="any"
        onChange={(some) => onSet({ to: some })}
      />
      <TextField
        label={words.unit}
        value={unit}
        hint={words.unitExample}
        onInput={(some) => onSet({ unit: some })}
      />
      <NumberField
        label={words.decimals}
        value={decimals}
        min={limits.decimals[0]}
        max={limits.decimals[1]}
        onChange={(some) => onSet({ decimals: some })}
      />
    </div>
  );
}
