import { useId } from "preact/hooks";
import { canBeBrokenDown, type Composed } from "../../core/compose.ts";
import type { Grouping, Room } from "../../core/protocol.ts";
import type { Settings } from "../../core/sketch.ts";
import { limits } from "../../core/trouble.ts";
import { useComposerWords, useConductWords, useWords } from "./context.ts";
import { Check, NumberField, Segments } from "./Field.tsx";

interface CommonProps {
  readonly composed: Composed;
  readonly room: Room | undefined;
  /** True when what people have read can no longer change. */
  readonly isFixed: boolean;
  readonly onSet: (some: Partial<Settings>) => void;
}

/** What can be set of every poll, folded: the usual is right most of the time. */
export function CommonSettings({ composed, room, isFixed, onSet }: CommonProps) {
  const words = useComposerWords();
  const { settings } = composed;
  return (
    <details class="more-settings">
      <summary>
        <span>{words.more}</span>
        <CommonSummary settings={settings} />
      </summary>
      <div class="stack">
        {isFixed && <p class="muted">{words.fixed}</p>}
        <Visibility settings={settings} isFixed={isFixed} onSet={onSet} />
        <Check
          label={words.abstention}
          isOn={settings.abstention}
          onChange={(abstention) => onSet({ abstention })}
        />
        <Duration seconds={settings.seconds} onSet={onSet} />
        <NumberField
          label={words.quorum}
          value={settings.quorum}
          min={limits.quorum[0]}
          max={limits.quorum[1]}
          hint={words.quorumHint}
          onChange={(quorum) => onSet({ quorum: Number.isNaN(quorum) ? null : quorum })}
        />
        {canBeBrokenDown(composed.kind) && (
          <Breakdown settings={settings} room={room} isFixed={isFixed} onSet={onSet} />
        )}
      </div>
    </details>
  );
}

/** What is set, in words, while the settings are folded. */
function CommonSummary({ settings }: { settings: Settings }) {
  const words = useWords();
  const conduct = useConductWords();
  const { seconds, quorum } = settings;
  const parts = [
    settings.identity === "anonymous" ? words.anonymous : words.named,
    { live: words.resultsLive, close: words.resultsClose, reveal: words.resultsReveal }[
      settings.results
    ],
    ...(seconds === null ? [] : [conduct.seconds(seconds)]),
    ...(quorum === null ? [] : [conduct.quorum(quorum)]),
  ];
  return <small>{parts.join(" · ")}</small>;
}

interface PartProps {
  readonly settings: Settings;
  readonly isFixed: boolean;
  readonly onSet: (some: Partial<Settings>) => void;
}

/** Who sees what, and when. */
function Visibility({ settings, isFixed, onSet }: PartProps) {
  const words = useWords();
  const { results, identity } = settings;
  const name = useId();
  return (
    <>
      <Segments
        legend={words.results}
        name={`${name}-results`}
        value={results}
        isFixed={isFixed}
        items={[
          ["live", words.resultsLive],
          ["close", words.resultsClose],
          ["reveal", words.resultsReveal],
        ]}
        onChange={(some) => onSet({ results: some })}
      />
      <Segments
        legend={words.identity}
        name={`${name}-identity`}
        value={identity}
        isFixed={isFixed}
        items={[["anonymous", words.anonymous], ["named", words.named]]}
        hint={identity === "anonymous" ? words.anonymousHint : words.namedPollHint}
        onChange={(some) => onSet({ identity: some })}
      />
    </>
  );
}

/** Minutes and seconds; both empty for no timer. */
function Duration({ seconds, onSet }: { seconds: number | null; onSet: PartProps["onSet"] }) {
  const words = useComposerWords();
  const minutes = seconds === null ? null : Math.floor(seconds / 60);
  const rest = seconds === null ? null : seconds % 60;
  const write = (some: number | null, more: number | null) => {
    const total = (some || 0) * 60 + (more || 0);
    onSet({ seconds: total === 0 ? null : total });
  };
  return (
    <fieldset class="duration">
      <legend>{words.timer}</legend>
      <div class="number-row">
        <NumberField
          label={words.minutes}
          value={minutes}
          min={0}
          max={1_440}
          onChange={(some) => write(some, rest)}
        />
        <NumberField
          label={words.seconds}
          value={rest}
          min={0}
          max={59}
          onChange={(more) => write(minutes, more)}
        />
      </div>
      <small>{words.timerHint}</small>
    </fieldset>
  );
}

/** By which group results are also shown, among what the room asks of people. */
function Breakdown({ settings, room, isFixed, onSet }: PartProps & { room: Room | undefined }) {
  const words = useComposerWords();
  const name = useId();
  const groups: (readonly [Grouping, string])[] = [];
  if ((room?.colleges.length ?? 0) > 0) groups.push(["college", words.byCollege]);
  if ((room?.organisations.length ?? 0) > 0) groups.push(["organisation", words.byOrganisation]);
  if (groups.length === 0) return null;
  return (
    <>
      <Segments
        legend={words.breakdown}
        name={name}
        value={settings.breakdown ?? "none"}
        isFixed={isFixed}
        items={[["none", words.noBreakdown] as const, ...groups]}
        onChange={(by: Grouping | "none") => onSet({ breakdown: by === "none" ? null : by })}
      />
      {settings.breakdown !== null && !isFixed && (
        <NumberField
          label={words.threshold}
          value={settings.threshold}
          min={limits.threshold[0]}
          max={limits.threshold[1]}
          onChange={(threshold) => onSet({ threshold })}
        />
      )}
    </>
  );
}
