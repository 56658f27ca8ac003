import type { ComponentChildren } from "preact";

interface SegmentsProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly items: readonly (readonly [T, string])[];
  readonly hint?: string;
  /** True for what can be read here and not changed. */
  readonly isFixed?: boolean;
  readonly onChange: (value: T) => void;
}

/** A short closed list as one row of choices. */
export function Segments<T extends string>(
  { legend, name, value, items, hint, isFixed, onChange }: SegmentsProps<T>,
) {
  return (
    <fieldset class="segments" disabled={isFixed === true}>
      <legend>{legend}</legend>
      {items.map(([item, label]) => (
        <label key={item}>
          <input
            type="radio"
            name={name}
            checked={item === value}
            onChange={() => onChange(item)}
          />
          <span>{label}</span>
        </label>
      ))}
      {hint !== undefined && <small class="segments-hint">{hint}</small>}
    </fieldset>
  );
}

interface NumberProps {
  readonly label: string;
  /** Null for none. */
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | "any";
  readonly hint?: string;
  /** Not a number while the field is empty. */
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, value, min, max, step, hint, onChange }: NumberProps) {
  return (
    <label class="field number-field">
      <span>{label}</span>
      <input
        type="number"
        inputMode={step === undefined ? "numeric" : "decimal"}
        value={value === null || Number.isNaN(value) ? "" : value}
        min={min}
        max={max}
        step={step}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

/** One thing to have or not. */
export function Check({ label, isOn, onChange }: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

export function TextField({ label, value, onInput, hint, rows }: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly hint?: string;
  readonly rows?: number;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      {rows === undefined
        ? (
          <input
            value={value}
            dir="auto"
            autoComplete="off"
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )
        : (
          <textarea
            rows={rows}
            value={value}
            dir="auto"
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

/** The end of a form in a dialog: what is missing, and the way out. */
export function FormEnd(
  { trouble, cancel, onCancel, children }: {
    readonly trouble: string;
    readonly cancel: string;
    readonly onCancel: () => void;
    readonly children: ComponentChildren;
  },
) {
  return (
    <>
      {trouble !== "" && <p class="alert" role="alert">{trouble}</p>}
      <div class="form-end">
        <button type="button" class="quiet" onClick={onCancel}>{cancel}</button>
        {children}
      </div>
    </>
  );
}
