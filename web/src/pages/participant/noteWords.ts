import { useLanguage } from "../../ui/words.ts";
import { type NoteWords, noteWords } from "../../words/notes.ts";

export function useNoteWords(): NoteWords {
  return noteWords[useLanguage()];
}
