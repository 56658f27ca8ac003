import { type ResultWords, resultWords } from "../../words/results.ts";
import { useLanguage } from "../words.ts";

export function useResultWords(): ResultWords {
  return resultWords[useLanguage()];
}
