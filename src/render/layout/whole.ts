export interface NumberEnds {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The ends of what is known of a thing that is counted one by one, as far as it can be there: at most 119,999.5 stations
 * are at most 119,999. Where no whole number lies between them they are left as they are.
 */
export function endsShown(ends: NumberEnds, isWhole: boolean): NumberEnds {
  if (!isWhole) return ends;
  const low = ends.low === null ? null : Math.ceil(tidy(ends.low)) + 0; // never −0
  const high = ends.high === null ? null : Math.floor(tidy(ends.high));
  return low !== null && high !== null && low > high ? ends : { low, high };
}

/** Without what binary fractions add: a sum that is 120,000 but for its last bits is no less and no more. */
const tidy = (value: number): number => Number(value.toPrecision(12));
