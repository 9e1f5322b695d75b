/** Counting in tens, per cent, thousands, 万 and millions is where units slip. */
export const SLIPS = [10, 100, 1000, 10_000, 1_000_000] as const;
/** How near to the factor the jump must be, either way; figures grow between two dates. */
export const NEARNESS = 1.6;
/** No two figures that are less than this apart can be a slip of each other's unit. */
export const SMALLEST_SLIP = SLIPS[0] / NEARNESS;
