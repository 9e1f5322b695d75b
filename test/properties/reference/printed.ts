/*
 * What a printed number allows (design §5, "A value is an interval" and "New"). Only the notations that the generator
 * and the fixtures write: 60 · 60.5 · 9.3万 · 60% · ≥60 · >60 · ≤60 · <60 · 不足60 · about 60, with tolerance,
 * rounded_to and exact.
 */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
}

export interface Printed extends Range {
  readonly number: number;
  /** Digits written behind the point; negative where a multiplier hides digits before it. */
  readonly decimals: number;
  /** Nothing but the digits written says how wide it is. */
  readonly isByDigits: boolean;
}

export interface Width {
  readonly tolerance?: string | undefined;
  readonly rounded_to?: string | undefined;
  readonly exact?: string | undefined;
}

const NOTATION = /^(≥|>|≤|<|不足|about )?(-?\d+)(?:\.(\d+))?(万)?%?$/;

/** `isCount`: things are counted, so a whole number is exact; of a share or level it is half a unit wide. */
export function printed(
  text: string,
  { kind, isCount }: { kind: string; isCount: boolean },
  width: Width = {},
): Printed {
  const [, word = '', whole = '', fraction = '', multiplier] = NOTATION.exec(text) ?? [];
  if (whole === '') throw new Error(`${text} is no number of these tests`);
  const decimals = fraction.length - (multiplier ? 4 : 0);
  const number = Number(`${whole}.${fraction || '0'}e${multiplier ? 4 : 0}`);
  const isRounded = width.exact !== 'true' && (decimals !== 0 || (!isCount && number !== 0));
  const digits = isRounded ? 0.5 * 10 ** -decimals : 0;
  const shared = { number, decimals };
  const within = (half: number, isByDigits: boolean): Printed => {
    const ends = { low: tidy(number - half), high: tidy(number + half) };
    // Debt may be 120 % of what it is a share of; but what is printed within 0 and 100 % stays there.
    const isWithin = kind === 'share' && number >= 0 && number <= 100;
    const share = isWithin ? { low: Math.max(0, ends.low), high: Math.min(100, ends.high) } : ends;
    return { ...shared, ...share, isLowOpen: false, isHighOpen: false, isByDigits };
  };
  const bound = (ends: Partial<Range>): Printed => ({ ...shared, ...EVERYTHING, ...ends, isByDigits: false });
  switch (word) {
    case '≥':
      return bound({ low: number });
    case '>':
      return bound({ low: number, isLowOpen: true });
    case '≤':
      return bound({ high: number });
    case '<':
    case '不足':
      return bound({ high: number, isHighOpen: true });
    case 'about ': {
      const half = 0.5 * 10 ** -decimals;
      return within(Math.max(width.tolerance ? Number(width.tolerance) : Math.abs(number) * 0.05, half), false);
    }
    default: {
      const declared = Math.max(Number(width.tolerance ?? 0), Number(width.rounded_to ?? 0) / 2);
      return within(Math.max(declared, digits), declared === 0);
    }
  }
}

export const EVERYTHING: Range = { low: -Infinity, high: Infinity, isLowOpen: false, isHighOpen: false };

const tidy = (value: number): number => Number(value.toPrecision(12));

export const contains = (outer: Range, inner: Range): boolean =>
  (outer.low < inner.low || (outer.low === inner.low && (!outer.isLowOpen || inner.isLowOpen))) &&
  (outer.high > inner.high || (outer.high === inner.high && (!outer.isHighOpen || inner.isHighOpen)));

export const times = (range: Range, factor: number): Range => ({
  ...range,
  low: tidy(range.low * factor),
  high: tidy(range.high * factor),
});
