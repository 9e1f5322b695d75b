import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { contains, type Interval, isEmpty, point } from '../../src/values/interval.ts';
import type { Quantity } from '../../src/values/quantity.ts';
import { anyScenario, type Scenario, scenarioOf } from './arbitraries.ts';
import { assessTarget, daysOf, doAgree, evidencesOf, exactly, isWithin, suspectsOf, withBaselines } from './support.ts';

/** Which figure is told more exactly, and between which of the values that it allowed. */
interface Narrowing {
  readonly figure: number;
  readonly from: number;
  readonly to: number;
}

const narrowing: Arbitrary<Narrowing> = fc.record({
  figure: fc.nat(5),
  from: fc.integer({ min: 0, max: 40 }),
  to: fc.integer({ min: 0, max: 40 }),
});

/** A part of an interval: its ends, its number, and what lies between on a grid, so that goals are hit. */
function narrow(quantity: Quantity, { from, to }: Narrowing): Quantity | undefined {
  const step = Math.max(Math.abs(quantity.nominal), 1) / 8;
  const grid = Array.from({ length: 33 }, (_, index) => quantity.nominal + (index - 16) * step);
  const candidates = [quantity.low, quantity.high, quantity.nominal, ...grid].filter(
    value => (value >= quantity.low && value <= quantity.high) || contains(quantity, point(value)),
  );
  const low = candidates[from % candidates.length] ?? quantity.low;
  const high = candidates[to % candidates.length] ?? quantity.high;
  const { lowOpen, highOpen, ...rest } = quantity;
  const part: Interval = {
    low: Math.min(low, high),
    high: Math.max(low, high),
    ...(lowOpen && Math.min(low, high) === quantity.low && { lowOpen }),
    ...(highOpen && Math.max(low, high) === quantity.high && { highOpen }),
  };
  // Less than nothing is none of a count; and another number named may seem a slip of the unit, which this is not about.
  const isOther = part.high < 0 || quantity.nominal < part.low || quantity.nominal > part.high;
  return isEmpty(part) || isOther ? undefined : { ...rest, ...part, isPlain: false };
}

function narrowed(scenario: Scenario, change: Narrowing): Scenario | undefined {
  const index = change.figure % Math.max(scenario.observations.length, 1);
  const observation = scenario.observations[index];
  const quantity = observation?.quantity && narrow(observation.quantity, change);
  if (!observation || !quantity) return undefined;
  return { ...scenario, observations: scenario.observations.with(index, { ...observation, quantity }) };
}

/** Told more exactly, a figure may be nearer to a power of ten of its neighbours. */
const isPastDoubted = (evidences: readonly Evidence[]): boolean =>
  evidences.some(({ history }) => history.some(({ alternatives }) => alternatives.length > 0));

/** The same days decide, the same figures are suspect, what is left agrees, and an identity that held still can. */
function isComparable(before: readonly Evidence[], after: Scenario, evidences: readonly Evidence[]): boolean {
  // A factor told more exactly may exclude what the plan assumes of it, which then says nothing any more.
  const isAssumed = after.plan.assumptions.length > 0;
  return (
    daysOf(before) === daysOf(evidences) &&
    suspectsOf(before) === suspectsOf(evidences) &&
    doAgree(after, evidences) &&
    !isPastDoubted(before) &&
    !isPastDoubted(evidences) &&
    before.every(({ isDerived }, index) => !isDerived || (!isAssumed && evidences[index]?.isDerived))
  );
}

test('a figure told more exactly makes no verdict possible that was not, where the same day decides and the figures still agree', () => {
  fc.assert(
    fc.property(anyScenario, narrowing, (fields, change) => {
      const scenario = exactly(scenarioOf(fields));
      const after = narrowed(scenario, change);
      fc.pre(after !== undefined && isComparable(evidencesOf(scenario), after, evidencesOf(after)));
      const [wide, exact] = [assessTarget(scenario), assessTarget(after)];
      if (wide.verdict !== 'undecided') expect(exact.verdict).toBe(wide.verdict);
      expect(isWithin(exact.possible, wide.possible), `${wide.possible} → ${exact.possible}`).toBe(true);
    }),
  );
});

test('a baseline told more exactly never turns a decided verdict into another one, where it agrees with the figures', () => {
  fc.assert(
    fc.property(anyScenario, narrowing, (fields, change) => {
      const scenario = exactly(scenarioOf(fields));
      const after = withBaselines(scenario, value => narrow(value, change));
      fc.pre(isComparable(evidencesOf(scenario), after, evidencesOf(after)));
      const [wide, exact] = [assessTarget(scenario), assessTarget(after)];
      if (wide.verdict !== 'undecided') expect(exact.verdict).toBe(wide.verdict);
      if (wide.severity !== 'undecided') expect(exact.severity).toBe(wide.severity);
    }),
  );
});
