/**
 * Whole percentages of `counts` that sum to exactly 100 (largest remainder), all 0 when there is
 * nothing to share. Equal counts may differ by one: the earlier gets the odd point.
 */
export function percentages(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((count) => Math.floor((count * 100) / total));
  const remainders = counts.map((count, index) => ({ index, rest: (count * 100) % total }));
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = 100 - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of remainders) {
    if (missing === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares;
}

/** Whole percentage of `ballots` that chose an option, for polls with several choices. */
export function shareOf(count: number, ballots: number): number {
  return ballots === 0 ? 0 : Math.round((count * 100) / ballots);
}
