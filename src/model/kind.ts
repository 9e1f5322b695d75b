/** What an indicator measures. */
export const indicatorKinds = ['stock', 'flow', 'level', 'share', 'growth', 'event'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

const counted: readonly IndicatorKind[] = ['stock', 'flow', 'event'];

/** Things are counted one by one, shares, levels and rates are measured: only of the former a whole number is what it is. */
export const isCounted = (kind: IndicatorKind): boolean => counted.includes(kind);

/** Parts of a whole have no rate that is the sum of theirs. */
export const neverAddsUp = (kind: IndicatorKind): boolean => kind === 'share' || kind === 'growth';

/** Units in which a rate of change is counted, with how many of each make the whole. */
export const rateUnits: Readonly<Record<string, number>> = { '%': 100, '‰': 1000 };
