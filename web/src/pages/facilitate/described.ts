import { decimal } from "../../core/i18n.ts";
import type { Language, PollDesign } from "../../core/protocol.ts";
import type { ComposerWords } from "../../words/composer.ts";

/** What a poll asks for, in a few words: "ranking of 4 options". */
export function described(design: PollDesign, words: ComposerWords, lang: Language): string {
  switch (design.ask) {
    case "scale":
      return words.scaleOf(design.steps, design.low, design.high);
    case "ranking":
      return words.rankingOf(design.max, design.options.length);
    case "points":
      return words.pointsOf(design.points, design.options.length);
    case "estimate": {
      const whole = 10 ** design.decimals;
      const unit = design.unit === "" ? "" : `\u00a0${design.unit}`;
      return words.numberOf(
        decimal(lang, design.from / whole, design.decimals, 0),
        decimal(lang, design.to / whole, design.decimals, 0) + unit,
      );
    }
    case "text":
      return words.textsOf(design.most);
    case "judgement":
      return words.judgementOf(design.options.length, design.grades.length);
    case "consent":
      return words.consentOf;
    default: {
      const lines = design.options.length + (design.other === true ? 1 : 0);
      return design.max === 1 ? words.one(lines) : words.several(design.min, design.max, lines);
    }
  }
}
