import { useLanguage } from "../../ui/words.ts";
import { type ParticipantWords, participantWords } from "../../words/participant.ts";

export function useWords(): ParticipantWords {
  return participantWords[useLanguage()];
}
