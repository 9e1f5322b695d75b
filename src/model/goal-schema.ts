import * as z from 'zod';
import type { GoalNumber } from './field-texts.ts';
import { addProblem, goalNumber, identifier, widthNumber, yes } from './fields.ts';
import { ABOUT_TOLERANCE, type Comparator, comparators, endsOf, type Goal, wishes } from './goal.ts';

/** A goal against another indicator: by how much it is to be above it, which may be nothing, or less than nothing. */
const plus = goalNumber.default({ value: 0, step: 1, sign: null });
const against = z
  .strictObject({ indicator: identifier, plus })
  .transform(({ indicator, plus }): GoalNumber => ({ ...plus, against: indicator }));
const comparable = z.union([goalNumber, against]);

const about = z.union([
  goalNumber.transform(value => ({ value, tolerance: undefined, wanted: undefined })),
  z
    .strictObject({ indicator: identifier, plus, tolerance: goalNumber, wanted: z.enum(wishes).optional() })
    .transform(({ indicator, plus, tolerance, wanted }) => ({
      value: { ...plus, against: indicator },
      tolerance: Math.abs(tolerance.value),
      wanted,
    })),
  z.strictObject({ value: goalNumber, tolerance: widthNumber.optional(), wanted: z.enum(wishes).optional() }),
]);

/** One optional key a comparator; `goalOf` holds that exactly one of them is given. */
export const goalKeys = {
  at_least: comparable.optional(),
  above: comparable.optional(),
  at_most: comparable.optional(),
  below: comparable.optional(),
  about: about.optional(),
  between: z.tuple([goalNumber, goalNumber]).optional(),
  exactly: goalNumber.optional(),
  achieve: yes.optional(),
  hold_at_least: goalNumber.optional(),
  hold_at_most: goalNumber.optional(),
  increase: z.union([yes, goalNumber]).optional(),
  decrease: z.union([yes, goalNumber]).optional(),
};

const goalFields = z.object(goalKeys);
type GoalFields = z.output<typeof goalFields>;

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

/** The sign behind the number of a goal, for those whose number is read by it. */
export function signOf(fields: Partial<GoalFields>): GoalNumber['sign'] {
  const { about, between, at_least, above, at_most, below, exactly, hold_at_least, hold_at_most, ...rest } = fields;
  const numbers = [about?.value, between?.[0], at_least, above, at_most, below, exactly, hold_at_least, hold_at_most];
  const [first] = [...numbers, rest.increase, rest.decrease].filter(each => typeof each === 'object');
  return first?.sign ?? null;
}

function goal(comparator: Comparator, fields: GoalFields): Goal {
  const unprinted = { step: 0, wanted: null };
  switch (comparator) {
    case 'about': {
      const { value: number = NOTHING, tolerance, wanted = null } = fields.about ?? {};
      const { value } = number;
      const width = tolerance ?? Math.abs(value) * ABOUT_TOLERANCE;
      const assumed = tolerance === undefined ? { assumedTolerance: width } : {};
      const ends = { low: value - width, high: value + width };
      return { comparator, value, ...ends, step: 0, wanted, ...assumed, ...heldAgainst(number) };
    }
    case 'between': {
      const [a, b] = fields.between ?? [NOTHING, NOTHING];
      const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
      return { comparator, value: null, low, high, step: Math.min(a.step, b.step), wanted: null };
    }
    case 'achieve':
      return { comparator, value: 1, ...endsOf(comparator, 1), ...unprinted };
    case 'increase':
    case 'decrease': {
      const by = fields[comparator];
      if (typeof by !== 'object') return { comparator, value: null, ...endsOf(comparator, null), ...unprinted };
      return { comparator, value: by.value, ...endsOf(comparator, by.value), step: by.step, wanted: null };
    }
    default: {
      const number = fields[comparator] ?? NOTHING;
      const { value, step } = number;
      return { comparator, value, ...endsOf(comparator, value), step, wanted: null, ...heldAgainst(number) };
    }
  }
}

const heldAgainst = ({ against }: GoalNumber): Pick<Goal, 'against'> => (against === undefined ? {} : { against });

const NOTHING: GoalNumber = { value: 0, step: 0, sign: null };
