import address from "../../static/fonts/inter.woff2";

let face: FontFace | null = null;
let isLoaded = false;

/** True for a person who asked their browser to save data. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Fetches the typeface when the page has nothing better to do: never before the first vote. */
export function fetchTypeface(): void {
  if (face !== null || savesData()) return;
  face = new FontFace("Inter Atelier", `url(${address})`, { weight: "400 700" });
  const load = () =>
    face?.load().then(() => {
      isLoaded = true;
    }).catch(() => {});
  whenIdle(load);
}

/** Does `work` when the page has nothing better to do. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(() => work());
  else setTimeout(work, 1_000);
}

/** Sets the page in the typeface if it has come: call it where the whole screen changes anyway. */
export function showTypeface(): void {
  if (face !== null && isLoaded && !document.fonts.has(face)) document.fonts.add(face);
}
