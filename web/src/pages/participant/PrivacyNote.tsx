import { type PrivacySentence, privacySentences } from "../../core/privacy.ts";
import type { Activity } from "../../core/protocol.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { useWords } from "./words.ts";

function iconOf(sentence: PrivacySentence): IconName {
  switch (sentence) {
    case "pollAnonymous":
    case "wallAnonymous":
      return "lock";
    case "pollNamed":
    case "wallNamed":
    case "byGroup":
      return "people";
    case "textsShown":
      return "note";
    case "earlierSent":
      return "link";
    default:
      return "eye";
  }
}

/** Fewest people of a group whose result is shown, where the poll says nothing. */
const usualThreshold = 5;

/** Who can see what, in plain words, before a person answers. */
export function PrivacyNote({ activity }: { activity: Activity }) {
  const words = useWords();
  const poll = activity.kind === "poll" ? activity : null;
  const least = poll?.threshold ?? usualThreshold;
  return (
    <aside class="privacy" aria-label={words.whoSees}>
      {privacySentences(activity).map((sentence) => {
        const said = words[sentence];
        return (
          <p key={sentence}>
            <Icon name={iconOf(sentence)} />
            {typeof said === "string" ? said : said(least, poll?.breakdown === "organisation")}
          </p>
        );
      })}
    </aside>
  );
}
