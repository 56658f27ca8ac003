import { useLanguage } from "../../../ui/words.ts";
import { type PaperWords, paperWords } from "../../../words/papers.ts";

export function usePaperWords(): PaperWords {
  return paperWords[useLanguage()];
}
