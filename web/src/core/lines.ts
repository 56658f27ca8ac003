/** The lines a person wrote, trimmed, without empty ones and repetitions. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  return [...new Set(lines)];
}

/** What lists begin their lines with: dashes, dots, "1.", "a)". */
const bullet = /^(?:[-–—*•·▪◦‣+]|\d{1,2}[.)]|[a-zA-Z]\))\s+(?=\S)/u;

/** A line without the bullet or number it was listed with. */
export function bareLine(line: string): string {
  return line.trim().replace(bullet, "");
}

/** A line as it has to be written to be read back as it is, whatever it begins with. */
export function listedLine(line: string): string {
  return bareLine(line) === line ? line : `- ${line}`;
}

/** Lower case, without accents, with plain apostrophes and spaces: what the patterns read. */
export function plainOf(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("’", "'").replace(/\s+/gu, " ").trim();
}
