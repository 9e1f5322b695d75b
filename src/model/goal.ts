import * as z from 'zod';
import { addProblem, plainNumber, widthNumber, yes } from './fields.ts';

/** The comparators of a target, with the sign under which each is shown. */
export const comparatorSigns = {
  at_least: '≥',
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
const ABOUT_TOLERANCE = 0.05;

const about = z.union([
  plainNumber.transform(value => ({ value, tolerance: Math.abs(value) * ABOUT_TOLERANCE })),
  z
    .strictObject({ value: plainNumber, tolerance: widthNumber.optional() })
    .transform(({ value, tolerance }) => ({ value, tolerance: tolerance ?? Math.abs(value) * ABOUT_TOLERANCE })),
]);

/** One optional key a comparator; `goalOf` holds that exactly one of them is given. */
export const goalKeys = {
  at_least: plainNumber.optional(),
  at_most: plainNumber.optional(),
  below: plainNumber.optional(),
  about: about.optional(),
  between: z.tuple([plainNumber, plainNumber]).optional(),
  exactly: plainNumber.optional(),
  achieve: yes.optional(),
  hold_at_least: plainNumber.optional(),
  hold_at_most: plainNumber.optional(),
  increase: yes.optional(),
  decrease: yes.optional(),
};

const goalFields = z.object(goalKeys);
type GoalFields = z.output<typeof goalFields>;

/**
 * A goal for one number. `low` and `high` bound what fulfils it, so that every comparator is judged by the same two
 * ends; `value` is the number that the plan prints.
 */
export interface Goal {
  readonly comparator: Comparator;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The goal that the fields of a target state, or undefined with a problem where there is none or more than one;
 * `instead` names what may stand in its place.
 */
export function goalOf(
  fields: GoalFields,
  ctx: z.core.$RefinementCtx,
  instead: readonly string[] = [],
): Goal | undefined {
  const given = comparators.filter(comparator => fields[comparator] !== undefined);
  const [comparator] = given;
  if (comparator === undefined) {
    addProblem(ctx, 'no-comparator', { allowed: [...comparators, ...instead] });
    return undefined;
  }
  if (given.length > 1) {
    addProblem(ctx, 'several-comparators', { given }, [given[1] ?? comparator]);
    return undefined;
  }
  return goal(comparator, fields);
}

function goal(comparator: Comparator, fields: GoalFields): Goal {
  switch (comparator) {
    case 'about': {
      const { value, tolerance } = fields.about ?? { value: 0, tolerance: 0 };
      return { comparator, value, low: value - tolerance, high: value + tolerance };
    }
    case 'between': {
      const [low, high] = fields.between ?? [0, 0];
      return { comparator, value: null, low: Math.min(low, high), high: Math.max(low, high) };
    }
    case 'exactly':
      return { comparator, value: fields.exactly ?? null, low: fields.exactly ?? null, high: fields.exactly ?? null };
    case 'achieve':
      return { comparator, value: 1, low: 1, high: null };
    case 'increase':
    case 'decrease':
      return { comparator, value: null, low: null, high: null };
    case 'at_least':
    case 'hold_at_least':
      return { comparator, value: fields[comparator] ?? null, low: fields[comparator] ?? null, high: null };
    case 'at_most':
    case 'below':
    case 'hold_at_most':
      return { comparator, value: fields[comparator] ?? null, low: null, high: fields[comparator] ?? null };
  }
}

/** A part of a goal for what adds up: each of its numbers times the share, without the last bits of the product. */
export function shareOf({ comparator, value, low, high }: Goal, percent: number): Goal {
  const part = (number: number | null) => (number === null ? null : Number(((number * percent) / 100).toPrecision(12)));
  return { comparator, value: part(value), low: part(low), high: part(high) };
}
