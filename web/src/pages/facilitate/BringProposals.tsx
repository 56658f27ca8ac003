import { useRef, useState } from "preact/hooks";
import { newId } from "../../core/identifier.ts";
import type { Wall } from "../../core/protocol.ts";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { noItems, useValue, useValueOr } from "../../ui/use.ts";
import { conductWords } from "../../words/conduct.ts";
import { type ConsoleContext, useConductWords, useWords } from "./context.ts";
import { FormEnd } from "./Field.tsx";

interface BringProps {
  readonly id: string;
  readonly context: ConsoleContext;
}

/** The proposals of objections, on their way to a wall, where they are worked on. */
export function BringProposals({ id, context }: BringProps) {
  const words = useConductWords();
  const { store } = context.session;
  useValue(store.changes("entry"));
  const dialog = useRef<DialogHandle>(null);
  const [said, setSaid] = useState("");
  const count = store.ids("entry").filter((each) => {
    const entry = store.entity(`entry/${each}`).value;
    return entry?.poll === id && entry.consent === "object" && entry.hidden === undefined;
  }).length;
  if (count === 0) return null;
  return (
    <div class="actions">
      <button type="button" onClick={() => dialog.current?.open()}>
        <Icon name="note" />
        {words.bringProposals(count)}
      </button>
      <p class="said" role="status">{said}</p>
      <Dialog handle={dialog} title={words.bringProposals(count)}>
        <BringForm
          id={id}
          context={context}
          onDone={(isSent) => {
            if (isSent) setSaid(words.brought(count));
            dialog.current?.close();
          }}
        />
      </Dialog>
    </div>
  );
}

function BringForm({ id, context, onDone }: BringProps & { onDone: (isSent: boolean) => void }) {
  const words = useConductWords();
  const shared = useWords();
  const { session } = context;
  const walls = useLaunchedWalls(context);
  const [wall, setWall] = useState(walls[0]?.[0] ?? "");
  const sections = walls.find(([each]) => each === wall)?.[1].sections ?? noItems;
  const [section, setSection] = useState(() => proposalColumn(sections));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (wall === "") bringToNewWall(id, context);
    else session.send({ do: "poll.bring", poll: id, wall, section });
    onDone(true);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p>{words.bringText}</p>
      <label class="field">
        <span>{words.wall}</span>
        <select
          value={wall}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setWall(value);
            setSection(proposalColumn(walls.find(([each]) => each === value)?.[1].sections ?? []));
          }}
        >
          {walls.map(([each, { title }]) => <option key={each} value={each}>{title}</option>)}
          <option value="">{words.newProposalWall}</option>
        </select>
      </label>
      {sections.length > 1 && (
        <label class="field">
          <span>{words.section}</span>
          <select
            value={section}
            onChange={(event) => setSection(Number(event.currentTarget.value))}
          >
            {sections.map((title, index) => <option key={index} value={index}>{title}</option>)}
          </select>
        </label>
      )}
      <FormEnd trouble="" cancel={shared.cancel} onCancel={() => onDone(false)}>
        <button type="submit" class="primary">{words.bringNow}</button>
      </FormEnd>
    </form>
  );
}

/** The column that is named after proposals, else the first. */
function proposalColumn(sections: readonly string[]): number {
  return Math.max(0, sections.findIndex((title) => /^propos/i.test(title)));
}

function useLaunchedWalls(context: ConsoleContext): readonly (readonly [string, Wall])[] {
  const { store } = context.session;
  useValue(store.changes("activity"));
  const agenda = useValueOr(store.entity("agenda"), noItems);
  return agenda.flatMap((id) => {
    const activity = store.entity(`activity/${id}`).value;
    return activity?.kind === "wall" && activity.phase !== "draft" ? [[id, activity] as const] : [];
  });
}

/** Makes a shared wall after the poll, without leaving where everybody is now. */
function bringToNewWall(poll: string, { session }: ConsoleContext): void {
  const room = session.store.entity("room").value;
  const agenda = session.store.entity("agenda").value ?? [];
  const title = conductWords[room?.language ?? "fr"].proposals;
  const wall = newId();
  session.send({
    do: "activity.add",
    activity: wall,
    as: {
      kind: "wall",
      title,
      sections: [title],
      writing: "shared",
      identity: "anonymous",
      notesPerSeat: 10,
    },
    at: agenda.indexOf(poll) + 1,
  });
  session.send({ do: "activity.launch", activity: wall });
  session.send({ do: "poll.bring", poll, wall, section: 0 });
  session.send({ do: "activity.focus", activity: room?.focus ?? null });
}
