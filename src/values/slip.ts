/** Counting in tens, per cent, thousands, 万 and so on up to milliards is where units slip: 亿元 for 元 as well. */
export const SLIPS = [10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] as const;
/** How near to the factor the jump must be, either way; figures grow between two dates. */
export const NEARNESS = 1.6;
/** No two figures that are less than this apart can be a slip of each other's unit. */
export const SMALLEST_SLIP = SLIPS[0] / NEARNESS;
