/** Numbers of an estimate: whole numbers of its last decimal, so that none is ever rounded. */

/**
 * Reads a number as people type it in either language; null when it is not one, or when a comma or
 * point could part thousands as well as decimals ("1,000" where there are no three decimals).
 */
export function readNumber(typed: string, decimals: number): number | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f'’]/g, "").replace("\u2212", "-").replace(",", ".");
  const parts = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/.exec(text);
  if (parts === null) return null;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  if (fraction.length === 3 && decimals < 3) return null;
  const places = fraction.replace(/0+$/, "");
  if (places.length > decimals) return null;
  const units = Number(whole + places.padEnd(decimals, "0"));
  return sign === "-" && units !== 0 ? -units : units;
}

/** A number as it is typed, with a point: 1250 with 2 decimals is "12.50". */
export function writtenNumber(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units < 0 ? `-${text}` : text;
}
