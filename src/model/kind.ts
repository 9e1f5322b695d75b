/** What an indicator measures. */
export const indicatorKinds = ['stock', 'flow', 'level', 'share', 'event'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

const counted: readonly IndicatorKind[] = ['stock', 'flow', 'event'];

/** Things are counted one by one, shares and levels are measured: only of the former a whole number is what it is. */
export const isCounted = (kind: IndicatorKind): boolean => counted.includes(kind);
