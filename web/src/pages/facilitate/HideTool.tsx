import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "./context.ts";

/** Under what people wrote: why it is hidden, and the button that hides it or shows it again. */
export function HideTool({ hidden, why, onAsk }: {
  readonly hidden: string | undefined;
  /** Why it is hidden, in words; null where its list says it already. */
  readonly why: ((reason: string) => string) | null;
  readonly onAsk: () => void;
}) {
  const words = useWords();
  const label = hidden === undefined ? words.hide : words.restore;
  return (
    <div class="note-tools">
      {hidden !== undefined && why !== null && (
        <p class="note-hidden">
          <Icon name="hide" />
          {why(hidden)}
        </p>
      )}
      <button
        type="button"
        class="quiet icon-only"
        aria-label={label}
        title={label}
        onClick={onAsk}
      >
        <Icon name={hidden === undefined ? "hide" : "eye"} />
      </button>
    </div>
  );
}
