import { Icon, type IconName } from "../../ui/Icon.tsx";

interface CardProps {
  readonly kind: "radio" | "checkbox";
  readonly name: string;
  readonly label: string;
  /** Only the abstention explains itself. */
  readonly hint?: string;
  readonly icon?: IconName;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

/** One answer, as large as a thumb. */
export function ChoiceCard({ kind, name, label, hint, icon, checked, onChoose }: CardProps) {
  return (
    <label class={`choice${hint === undefined ? "" : " is-abstain"}`}>
      <input
        type={kind}
        name={name}
        checked={checked}
        onChange={(event) => {
          onChoose();
          // A refused tick must not stay on the paper: what is drawn is the selection.
          if (kind === "checkbox") event.currentTarget.checked = checked;
        }}
      />
      <span class="choice-mark" aria-hidden="true" />
      <span class="choice-label" dir="auto">
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
      {icon !== undefined && <Icon name={icon} />}
    </label>
  );
}
