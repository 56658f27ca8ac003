import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { rankingRules } from "../../../core/papers.ts";
import type { PollOf, RankingDesign } from "../../../core/protocol.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { paperWords } from "../../../words/papers.ts";
import type { FieldsProps, PaperForm } from "../PaperFrame.tsx";
import { usePaperWords } from "./words.ts";

type Props = FieldsProps<PollOf<RankingDesign>>;

/** The order so far, and the options not placed yet: a tap places one at the end. */
function RankingFields({ poll, paper, onWrite, abstention }: Props) {
  const words = usePaperWords();
  const form = useRef<HTMLFieldSetElement>(null);
  const [said, setSaid] = useState("");
  // The button that was pressed moves or goes away: the focus follows what it was about.
  const wanted = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    for (const name of wanted.current) {
      const button = form.current?.querySelector<HTMLElement>(`[data-does="${name}"]`);
      if (button === null || button === undefined) continue;
      button.focus({ preventScroll: true });
      break;
    }
    wanted.current = [];
  });
  const order = paper.picked;
  const pool = poll.options.map((_, option) => option).filter((option) => !order.includes(option));
  const nameOf = (option: number) => poll.options[option] ?? "";
  const write = (picked: readonly number[], option: number, focus: readonly string[]) => {
    wanted.current = focus;
    const at = picked.indexOf(option);
    setSaid(
      at < 0 ? words.takenOut(nameOf(option)) : words.placed(nameOf(option), at + 1, picked.length),
    );
    onWrite({ ...paper, abstain: false, picked });
  };
  const place = (option: number) => {
    if (order.length >= poll.max) return onWrite(null);
    const next = pool[pool.indexOf(option) + 1] ?? pool[pool.indexOf(option) - 1];
    write([...order, option], option, next === undefined ? [`up-${option}`] : [`place-${next}`]);
  };
  const swap = (at: number, to: number) => {
    const picked = order.map((option, index) =>
      (index === at ? order[to] : index === to ? order[at] : option) ?? option
    );
    const way = to < at ? ["up", "down"] : ["down", "up"];
    const option = order[at] ?? 0;
    write(picked, option, way.map((does) => `${does}-${option}`));
  };
  const takeOut = (option: number) =>
    write(order.filter((other) => other !== option), option, [`place-${option}`]);
  const button = (
    does: "up" | "down" | "out",
    option: number,
    say: (name: string) => string,
    act: () => void,
  ) => (
    <button
      type="button"
      class="quiet icon-only"
      data-does={`${does}-${option}`}
      aria-label={say(nameOf(option))}
      onClick={act}
    >
      {does === "out" ? <span class="cross" aria-hidden="true" /> : <Icon name={does} />}
    </button>
  );
  return (
    <fieldset class="choices" ref={form}>
      <legend>{words.rankAsk(Math.max(1, poll.min), poll.max)}</legend>
      {!paper.abstain && (
        <>
          <h2 class="rank-title">{words.ranked}</h2>
          {order.length === 0 && <p class="muted">{words.nothingRanked}</p>}
          <ol class="rank-list">
            {order.map((option, at) => (
              <li key={option} class="rank-item">
                <strong class="rank">{at + 1}</strong>
                <span class="rank-name" dir="auto">{nameOf(option)}</span>
                <span class="rank-buttons">
                  {at > 0 && button("up", option, words.moveUp, () => swap(at, at - 1))}
                  {at < order.length - 1 &&
                    button("down", option, words.moveDown, () => swap(at, at + 1))}
                  {button("out", option, words.takeOut, () => takeOut(option))}
                </span>
              </li>
            ))}
          </ol>
          {pool.length > 0 && <h2 class="rank-title">{words.notRanked}</h2>}
          <ul class="rank-pool">
            {pool.map((option) => (
              <li key={option}>
                <button
                  type="button"
                  data-does={`place-${option}`}
                  aria-disabled={order.length >= poll.max}
                  aria-label={words.place(nameOf(option))}
                  onClick={() => place(option)}
                >
                  <Icon name="plus" />
                  <span dir="auto">{nameOf(option)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="sr-only" role="status">{said}</p>
      {abstention}
    </fieldset>
  );
}

export const rankingForm: PaperForm<PollOf<RankingDesign>> = {
  rules: rankingRules,
  Fields: RankingFields,
  isRadio: () => false,
  status: (poll, paper, lang) => paperWords[lang].rankedCount(paper.picked.length, poll.max),
};
