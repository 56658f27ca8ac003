import { useRef, useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
}

/** A text to copy; where copying by a button is forbidden, it is selected for the keyboard. */
export function CopyField({ label, text, copy, copied }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const take = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
      setTimeout(() => setIsCopied(false), 2_500);
    } catch {
      input.current?.focus();
    }
  };
  return (
    <div class="copy-field">
      <input
        ref={input}
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" onClick={take} aria-live="polite">
        <Icon name={isCopied ? "check" : "copy"} />
        {isCopied ? copied : copy}
      </button>
    </div>
  );
}
