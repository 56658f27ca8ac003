import { useRef } from "preact/hooks";
import type { Wall } from "../../core/protocol.ts";
import type { EntityStore } from "../../core/store.ts";
import { number } from "../../core/i18n.ts";
import { WallNotes } from "../../ui/Notes.tsx";
import { useValue } from "../../ui/use.ts";
import { useWatcherWords } from "../../ui/watcherWords.ts";
import { useLanguage, useRoomWords } from "../../ui/words.ts";
import { usePaging } from "./paging.ts";

interface WallSlideProps {
  readonly id: string;
  readonly wall: Wall;
  readonly store: EntityStore;
}

export function WallSlide({ id, wall, store }: WallSlideProps) {
  const words = useRoomWords();
  const watch = useWatcherWords();
  const lang = useLanguage();
  const progress = useValue(store.entity(`progress/${id}`));
  const notes = progress?.notes ?? 0;
  const word = words.noteCount(notes).replace(number(lang, notes), "").trim();
  const box = useRef<HTMLDivElement>(null);
  const page = usePaging(box, wall.phase === "silent" ? 0 : notes);
  return (
    <section class="slide wall-slide">
      <header>
        <h1 dir="auto">{wall.title}</h1>
        <p class="slide-progress">
          {wall.phase === "silent" ? watch.writingSilently : words.noteCount(notes)}
          {page.of > 1 && ` · ${page.at}/${page.of}`}
        </p>
      </header>
      {wall.phase === "silent"
        ? (
          <p class="silent-count">
            <span class="huge">{number(lang, notes)}</span>
            <span>{word}</span>
          </p>
        )
        : (
          <div class="wall-pages" ref={box}>
            <WallNotes store={store} id={id} wall={wall} heading="h2" />
          </div>
        )}
    </section>
  );
}
