import { CopyField } from "../../ui/CopyField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { type ConsoleContext, useWords } from "./context.ts";

interface LinkListProps {
  readonly context: ConsoleContext;
  readonly isFresh: boolean;
  readonly onDone: () => void;
}

/** The links of the room, each with whom it is for. */
export function LinkList({ context, isFresh, onDone }: LinkListProps) {
  const words = useWords();
  const shared = useRoomWords();
  const { code, secret } = context;
  const links = useValue(context.links);
  const participant = links?.participant ?? `${location.origin}/${code}`;
  const own = links?.facilitator ?? `${location.origin}/${code}/facilitate#${secret}`;
  return (
    <div class="stack">
      {isFresh && <p>{words.createdText}</p>}
      <div class="link-card is-secret">
        <h3>
          <Icon name="lock" />
          {words.linkFacilitator}
        </h3>
        <p>{words.keepSecret}</p>
        <CopyField
          label={words.linkFacilitator}
          text={own}
          copy={words.copy}
          copied={words.copied}
        />
      </div>
      <div class="link-card link-participant">
        <div class="stack">
          <h3>
            <Icon name="people" />
            {words.linkParticipant}
          </h3>
          <p class="link-code">
            <span class="muted">{shared.code}</span> <strong class="code-text">{code}</strong>
          </p>
          <CopyField
            label={words.linkParticipant}
            text={participant}
            copy={words.copy}
            copied={words.copied}
          />
        </div>
        <img
          class="link-qr"
          src={`/api/rooms/${encodeURIComponent(code)}/qr.svg`}
          width="148"
          height="148"
          alt={shared.qrAlt}
        />
      </div>
      {links === null ? <p class="muted">{words.linksLost}</p> : (
        <>
          <LinkLine icon="screen" label={words.linkDisplay} text={links.display} />
          <LinkLine icon="eye" label={words.linkGuest} text={links.guest} />
        </>
      )}
      {isFresh && (
        <div class="form-end">
          <button type="button" class="primary" onClick={onDone}>{words.start}</button>
        </div>
      )}
    </div>
  );
}

function LinkLine({ icon, label, text }: { icon: "screen" | "eye"; label: string; text: string }) {
  const words = useWords();
  return (
    <div class="link-card">
      <h3>
        <Icon name={icon} />
        {label}
      </h3>
      <CopyField label={label} text={text} copy={words.copy} copied={words.copied} />
    </div>
  );
}
