import type { Day } from '../values/day.ts';

/*
 * Of a count that only rises, a figure is a lower bound from its own day on, and an upper bound until then. Where what
 * another figure says excludes that, one of the two is wrong, though on the judged day both could stand: 125,000 in 2024
 * and 93,307 in 2025 are both lower bounds at the end of 2025.
 */

/** The least and the most that is said of the value on a day; of a figure that can be read in two ways, the tightest. */
export interface Claim {
  readonly asOf: Day;
  readonly low: number;
  readonly high: number;
}

/** For each claim of a list, the position of one that excludes its lower or upper end; undefined where none does. */
export interface Contests {
  readonly low: readonly (number | undefined)[];
  readonly high: readonly (number | undefined)[];
}

/** Takes claims with the oldest first. A lower end is contested by what comes later, an upper one by what came before. */
export function contestsAmong(claims: readonly Claim[]): Contests {
  if (claims.length < 2) return NONE;
  const lowest = extremeFrom(claims, (a, b) => a.high < b.high, -1);
  const highest = extremeFrom(claims, (a, b) => a.low > b.low, 1);
  const isLowExcluded = (claim: Claim, by: Claim) => claim.low > by.high && by.asOf >= claim.asOf;
  const isHighExcluded = (claim: Claim, by: Claim) => claim.high < by.low && by.asOf <= claim.asOf;
  return {
    low: claims.map((_, index) => otherThat(isLowExcluded, claims, index, lowest[index] ?? index)),
    high: claims.map((_, index) => otherThat(isHighExcluded, claims, index, highest[index] ?? index)),
  };
}

const NONE: Contests = { low: [], high: [] };

/** A figure that can be read in two ways may be the extreme one itself, which is no contradiction. */
function otherThat(
  isExcluded: (claim: Claim, by: Claim) => boolean,
  claims: readonly Claim[],
  index: number,
  extreme: number,
): number | undefined {
  const claim = claims[index] as Claim;
  if (!isExcluded(claim, claims[extreme] as Claim)) return undefined;
  if (extreme !== index) return extreme;
  const other = claims.findIndex((each, at) => at !== index && isExcluded(claim, each));
  return other === -1 ? undefined : other;
}

/** For each claim the most extreme one from its own day to the end of the list, or with `step` 1 to the beginning. */
function extremeFrom(
  claims: readonly Claim[],
  isBeyond: (a: Claim, b: Claim) => boolean,
  step: 1 | -1,
): readonly number[] {
  const found: number[] = [];
  let extreme: number | undefined;
  for (let index = step === 1 ? 0 : claims.length - 1; index in claims; ) {
    const first = index;
    const { asOf } = claims[index] as Claim;
    for (; claims[index]?.asOf === asOf; index += step)
      if (extreme === undefined || isBeyond(claims[index] as Claim, claims[extreme] as Claim)) extreme = index;
    for (let same = first; same !== index; same += step) found[same] = extreme as number;
  }
  return found;
}
