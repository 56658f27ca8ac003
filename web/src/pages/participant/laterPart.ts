import { Later } from "../../ui/later.ts";

/**
 * What the first vote does not need: walls, the other kinds of polls, what stands beside results.
 * Fetched when it is first shown, or before, when the page has nothing better to do.
 */
export const laterPart = new Later(() => import("./later.tsx"));
