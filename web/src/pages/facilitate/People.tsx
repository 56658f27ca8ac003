import { list } from "../../core/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useValue } from "../../ui/use.ts";
import { useLanguage } from "../../ui/words.ts";
import { type ConsoleContext, useConductWords, useWords } from "./context.ts";

/** Who is here, and who was and is not. */
export function People({ context }: { context: ConsoleContext }) {
  const words = useWords();
  const lang = useLanguage();
  const presence = useValue(context.session.store.entity("presence"));
  const away = presence?.away ?? [];
  const unnamed = presence === undefined ? 0 : presence.seats - presence.here - away.length;
  const names = unnamed > 0 ? [...away, words.more(unnamed)] : away;
  return (
    <section class="panel people" aria-labelledby="people-title">
      <h2 id="people-title">
        <Icon name="people" />
        {words.people}
      </h2>
      {presence === undefined || presence.seats === 0
        ? <p class="muted">{words.nobodyYet}</p>
        : <p class="people-count">{words.hereOf(presence.here, presence.seats)}</p>}
      {away.length > 0 && (
        <p class="people-away" dir="auto">
          <span class="muted">{words.away}</span> {list(lang, names)}
        </p>
      )}
      <SeatList context={context} />
      <OwnSeat code={context.code} />
    </section>
  );
}

/** A facilitator who also votes does so as anybody else, on the participants' page. */
function OwnSeat({ code }: { code: string }) {
  const words = useConductWords();
  return (
    <div class="own-seat">
      <a
        class="button quiet small"
        href={`/${code}`}
        target="_blank"
        rel="noreferrer"
        aria-describedby="own-seat-text"
      >
        <Icon name="out" />
        {words.ownSeat}
      </a>
      <p id="own-seat-text" class="muted">{words.ownSeatText}</p>
    </div>
  );
}

/** Who took a seat, with what they said of themselves. Answers are never shown here. */
function SeatList({ context }: { context: ConsoleContext }) {
  const words = useWords();
  const { store } = context.session;
  useValue(store.changes("seat"));
  const room = useValue(store.entity("room"));
  const ids = store.ids("seat");
  if (ids.length === 0) return null;
  return (
    <details class="seats">
      <summary>{words.everyone(ids.length)}</summary>
      <ul>
        {ids.map((id) => {
          const seat = store.entity(`seat/${id}`).value;
          if (seat === undefined) return null;
          const groups = [
            seat.organisation === undefined ? undefined : room?.organisations[seat.organisation],
            seat.college === undefined ? undefined : room?.colleges[seat.college],
          ].filter((group) => group !== undefined);
          return (
            <li key={id} dir="auto">
              {seat.name} <span class="muted">{groups.join(" · ")}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
