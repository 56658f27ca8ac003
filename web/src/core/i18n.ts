import type { Language } from "./protocol.ts";

/** Words of one language must have the keys and arguments of the other: a gap is a type error. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K];
};

export const languages: readonly Language[] = ["fr", "en"];

/** The name of each language, in itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  fr: "Français",
  en: "English",
};

export interface Forms {
  readonly one: string;
  readonly other: string;
}

const pluralRules: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules("fr"),
  en: new Intl.PluralRules("en"),
};
const numbers: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat("fr"),
  en: new Intl.NumberFormat("en"),
};
const percents: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat("fr", { style: "percent", maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 }),
};
const lists: Record<Language, Intl.ListFormat> = {
  fr: new Intl.ListFormat("fr", { type: "conjunction" }),
  en: new Intl.ListFormat("en", { type: "conjunction" }),
};

/** 1234 as the language writes it. */
export function number(language: Language, value: number): string {
  return numbers[language].format(value);
}

/** A number with so many decimals: 2.50 or 2,50. */
export function decimal(language: Language, value: number, places: number, least = places): string {
  const digits = { minimumFractionDigits: least, maximumFractionDigits: places };
  return value.toLocaleString(language, digits);
}

/** Whole percentage points (0 to 100) with the sign and spacing of the language. */
export function percent(language: Language, points: number): string {
  return percents[language].format(points / 100);
}

/** The form that goes with `count`, `#` replaced by the number. French 0 is singular. */
export function plural(language: Language, count: number, forms: Forms): string {
  const form = pluralRules[language].select(count) === "one" ? forms.one : forms.other;
  return form.replaceAll("#", number(language, count));
}

/** "a, b and c". */
export function list(language: Language, items: readonly string[]): string {
  return lists[language].format(items);
}

/** The first of the wanted languages that the product speaks. */
export function pickLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const short = tag?.slice(0, 2).toLowerCase();
    if (short === "fr" || short === "en") return short;
  }
  return "fr";
}
