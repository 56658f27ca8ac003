import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import { useRoomWords } from "../../ui/words.ts";
import { Segments } from "./Field.tsx";
import { type ConsoleContext, titleOf, useWords } from "./context.ts";

/** What the projector shows: the present step, the welcome, or a chosen step. */
export function ScreenControl(
  { context, selected }: { context: ConsoleContext; selected: string | null },
) {
  const words = useWords();
  const shared = useRoomWords();
  const { session } = context;
  const screen = useValue(session.store.entity("screen"));
  useValue(session.store.changes("activity"));
  const pending = useValue(session.outbox.pending);
  const link = useValue(context.links)?.display;
  if (screen === undefined) return null;
  const asked = pending.findLast(({ command }) => command.do === "screen.show")?.command;
  const shown = screen.activity === null || screen.show === "welcome"
    ? undefined
    : session.store.entity(`activity/${screen.activity}`).value;
  const chosen = selected === null ? undefined : session.store.entity(`activity/${selected}`).value;
  const canShow = selected !== null && chosen !== undefined && chosen.phase !== "draft";
  const show = (what: "follow" | "welcome" | "activity") => {
    if (what !== "activity") session.send({ do: "screen.show", show: what });
    else if (canShow) session.send({ do: "screen.show", show: what, activity: selected });
  };
  return (
    <section class="panel screen-control" aria-labelledby="screen-title">
      <h2 id="screen-title">
        <Icon name="screen" />
        {words.display}
      </h2>
      <p class="screen-now">
        <span class="muted">{words.shownNow}</span>{" "}
        <span dir="auto">{shown === undefined ? shared.welcome : titleOf(shown)}</span>
      </p>
      <Segments
        legend={words.display}
        name="screen"
        value={asked?.do === "screen.show" ? asked.show : screen.show}
        items={[
          ["follow", words.follow],
          ["welcome", words.welcomeCode],
          ...(canShow || screen.show === "activity" ? [["activity", words.thisStep] as const] : []),
        ]}
        onChange={show}
      />
      {screen.show === "activity" && canShow && screen.activity !== selected && (
        <button
          type="button"
          onClick={() => show("activity")}
        >
          {words.showThis}
        </button>
      )}
      {link !== undefined && (
        <p>
          <a class="button quiet small" href={link} target="_blank" rel="noreferrer">
            <Icon name="out" />
            {words.linkDisplay}
          </a>
        </p>
      )}
    </section>
  );
}
