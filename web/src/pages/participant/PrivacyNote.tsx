import { privacySentences } from "../../core/privacy.ts";
import type { Activity } from "../../core/protocol.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "./words.ts";

/** Who can see what, in plain words, before a person answers. */
export function PrivacyNote({ activity }: { activity: Activity }) {
  const words = useWords();
  const [who, when] = privacySentences(activity);
  return (
    <aside class="privacy" aria-label={words.whoSees}>
      {who !== undefined && (
        <p>
          <Icon name={activity.identity === "anonymous" ? "lock" : "people"} />
          {words[who]}
        </p>
      )}
      {when !== undefined && (
        <p>
          <Icon name="eye" />
          {words[when]}
        </p>
      )}
    </aside>
  );
}
