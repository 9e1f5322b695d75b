/** The comparators of a target, with the sign under which each is shown. */
export const comparatorSigns = {
  at_least: '≥',
  above: '>',
  at_most: '≤',
  below: '<',
  about: '≈',
  between: '∈',
  exactly: '=',
  achieve: '✓',
  hold_at_least: '⊢≥',
  hold_at_most: '⊢≤',
  increase: '↑',
  decrease: '↓',
} as const;

export type Comparator = keyof typeof comparatorSigns;
export const comparators = Object.keys(comparatorSigns) as Comparator[];

/** "About 20" without a declared tolerance: five per cent either way, one unit at 20 (docs/methods.md). */
export const ABOUT_TOLERANCE = 0.05;

/** The sides on which it is better to miss a goal of "about". */
export const wishes = ['up', 'down'] as const;

/**
 * A goal for one number. `low` and `high` bound what fulfils it, so that every comparator is judged by the same two
 * ends; `value` is the number that the plan prints.
 */
export interface Goal {
  readonly comparator: Comparator;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** One unit of the last digit that the plan writes of its edge: 10,000 of 12万; 0 where it writes no edge. */
  readonly step: number;
  /** Of "about": how far it reaches where the plan does not say; absent where nothing was assumed. */
  readonly assumedTolerance?: number;
  /** Of "about": the side on which more than it is as good. */
  readonly wanted: (typeof wishes)[number] | null;
  /** The indicator against which it is held: its numbers are then by how much the own one is above it. */
  readonly against?: string;
}

/** The number that the plan prints of a goal, of a band the lower one; null for a direction alone. */
export const printedNumber = ({ value, low, high }: Pick<Goal, 'value' | 'low' | 'high'>): number | null =>
  value ?? low ?? high;

/** All of a goal that it takes to hold a value against it. */
export type GoalEnds = Pick<Goal, 'comparator' | 'low' | 'high'>;

/** What fulfils a goal of one number, or of none. */
export function endsOf(
  comparator: Exclude<Comparator, 'about' | 'between'>,
  value: number | null,
): Pick<Goal, 'low' | 'high'> {
  switch (comparator) {
    case 'exactly':
      return { low: value, high: value };
    case 'increase':
      return { low: value, high: null };
    case 'decrease':
      return { low: null, high: value && -value };
    case 'achieve':
    case 'at_least':
    case 'above':
    case 'hold_at_least':
      return { low: value, high: null };
    case 'at_most':
    case 'below':
    case 'hold_at_most':
      return { low: null, high: value };
  }
}

/** A part of a goal for what adds up: each of its numbers times the share, without the last bits of the product. */
export function shareOf({ comparator, value, low, high, wanted }: Goal, percent: number): Goal {
  const part = (number: number | null) => (number === null ? null : Number(((number * percent) / 100).toPrecision(12)));
  return { comparator, value: part(value), low: part(low), high: part(high), step: 0, wanted };
}
