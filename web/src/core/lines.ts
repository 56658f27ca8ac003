/** The lines a person wrote, trimmed, without empty ones and repetitions. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  return [...new Set(lines)];
}
