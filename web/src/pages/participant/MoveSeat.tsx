import { Icon } from "../../ui/Icon.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { useWords } from "./words.ts";

/** The personal link that carries this seat to another device. */
export function MoveSeat({ code, token }: { code: string; token: string }) {
  const words = useWords();
  const link = `${location.origin}/${code}#seat=${token}`;
  return (
    <details class="move-seat">
      <summary>
        <Icon name="out" />
        {words.moveSeat}
      </summary>
      <p class="muted">{words.moveSeatText}</p>
      <CopyField label={words.moveSeat} text={link} copy={words.copy} copied={words.copied} />
    </details>
  );
}
