/** What an indicator measures. */
export const indicatorKinds = ['stock', 'flow', 'level', 'share', 'growth', 'event'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

const counted: readonly IndicatorKind[] = ['stock', 'flow', 'event'];

/** Things are counted one by one, shares, levels and rates are measured: only of the former a whole number is what it is. */
export const isCounted = (kind: IndicatorKind): boolean => counted.includes(kind);

/** A share, a level or a rate in %: it may be kept as a fraction (src/evidence/fractions.ts). */
export const isInPercent = ({ kind, unit }: { readonly kind: IndicatorKind; readonly unit: string }): boolean =>
  unit === '%' && !isCounted(kind);

/** A number that stands at 100 where nothing changed (上年=100): it may be given as a rate of change (src/evidence/indexes.ts). */
export const isIndex = ({ kind, unit }: { readonly kind: IndicatorKind; readonly unit: string }): boolean =>
  !isCounted(kind) && /=\s*100\b|指数|\bindex\b/i.test(unit);

/** Parts of a whole have no rate that is the sum of theirs. */
export const neverAddsUp = (kind: IndicatorKind): boolean => kind === 'share' || kind === 'growth';

/** Units in which a rate of change is counted, with how many of each make the whole. */
export const rateUnits: Readonly<Record<string, number>> = { '%': 100, '‰': 1000 };
