import { wordNumber } from "./numbers.ts";
import { anyOf } from "./phrases.ts";

/** A number from two on, in figures or words: captured. */
export const some =
  "(\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|seven|eight|nine|ten)";
const first = some.replace("(", "(une?|one|");
const span = `${first} (?:a|et|ou|and|to|or) ${some}`;
const answers = "(?:reponses|choix|options|answers|choices|priorites|priorities)";
const choose = "(?:choisi(?:ssez|r)|coche[rz]|selectionne[rz]|retene[rz]|votez pour|" +
  "choose|pick|select|tick|vote for)";
const limit = "(?:jusqu'a|au plus|au maximum|maximum|max\\.?|up to|at most|no more than)";
const which = "(?:quel(?:le)?s(?: sont)?(?: selon vous)?|which|what are|top|premiers?|vos|your)";
const the = "(?: (?:les|vos|the|your|top))?";

const between = anyOf(`${span} ${answers}`);
const chosenBetween = anyOf(`${choose}(?: (?:entre|de|between|from))? ${span}`);
const atMost = anyOf(`${limit} ${some}`);
const limited = anyOf(`${some} (?:\\S+ )?(?:au plus|maximum|max|at most)`);
const exactly = anyOf(`${choose}(?: (?:exactly|exactement))?${the} ${some}`);
const plain = anyOf(`${which}${the} ${some}`);

/** How many answers one person may give, when the question says it. */
export function countIn(asked: string): { min?: number; max: number } | undefined {
  const range = between.exec(asked) ?? chosenBetween.exec(asked);
  if (range !== null) {
    const [min, max] = [wordNumber(range[1]), wordNumber(range[2])];
    if (min >= 1 && max >= min) return { min, max };
  }
  const most = limitIn(asked);
  if (most > 1) return { max: most };
  const just = wordNumber(exactly.exec(asked)?.[1]);
  if (just > 1) return { min: just, max: just };
  const named = wordNumber(plain.exec(asked)?.[1]);
  return named > 1 && named <= 20 ? { max: named } : undefined;
}

/** The number after "jusqu’à", "up to" and the like; 0 without one. */
export function limitIn(asked: string): number {
  return wordNumber((atMost.exec(asked) ?? limited.exec(asked))?.[1]);
}
