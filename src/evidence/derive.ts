import { behind, namedBy } from '../model/identities.ts';
import type { IdentityFormula } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import type { RegionTree } from '../model/regions.ts';
import { floorOf } from '../model/summable.ts';
import type { Day } from '../values/day.ts';
import { evaluate, type Operator } from '../values/formula.ts';
import {
  add,
  divide,
  EVERYTHING,
  type Interval,
  intersect,
  isEmpty,
  multiply,
  point,
  subtract,
} from '../values/interval.ts';
import { entryOf } from '../values/mapping.ts';
import { tidy } from '../values/tidy.ts';
import { fatesOf } from './fates.ts';
import { judgedSides } from './judged-side.ts';
import type { Aside } from './screen.ts';
import { knownOn, timelineOf } from './timeline.ts';

export interface Derived {
  /** What the identity gives; undefined where it gives nothing. */
  readonly interval: Interval | undefined;
  readonly from: readonly Observation[];
  /** Figures of the other indicators that the identity could not use. */
  readonly aside: readonly Aside[];
  /** What was put in, and each identity that was worked out, the one of the indicator last. */
  readonly factors: readonly (Factor & { readonly id: string })[];
  readonly steps: readonly DerivedStep[];
}

interface DerivedStep {
  readonly id: string;
  readonly formula: IdentityFormula;
  readonly interval: Interval;
}

export interface IdentityQuestion {
  readonly asOf: Day;
  readonly knownBy: Day | undefined;
  readonly region: RegionTree;
  /** The day on which only a figure of that very day will do. */
  readonly deadline: Day;
}

/**
 * What an identity of the plan says of an indicator on `day`, in interval arithmetic. What nobody reported follows from
 * its own identity, where it has one, and may be bounded by an assumption that the plan states.
 */
export function derive(
  plan: Plan,
  id: string,
  day: Day,
  question: IdentityQuestion,
  observations: readonly Observation[],
): Derived {
  const indicator = entryOf(plan.indicators, id);
  if (!indicator?.identity) return NOTHING;
  const order = behind(plan, id);
  const factors = new Map(
    order.filter(name => name !== id).map(name => [name, factorOn(plan, name, day, question, observations)]),
  );
  const needed = neededIn(plan, order, factors);
  const values = new Map<string, Interval>();
  const steps: DerivedStep[] = [];
  for (const name of order.filter(each => needed.has(each))) {
    const { interval = EVERYTHING, from = [] } = factors.get(name) ?? {};
    const formula = from.length === 0 ? entryOf(plan.indicators, name)?.identity : undefined;
    const value = formula ? within(interval, workedOut(formula, values)) : interval;
    values.set(name, value);
    if (formula) steps.push({ id: name, formula, interval: value });
  }
  const used = [...factors].map(([id, factor]) => ({ id, ...factor })).filter(factor => needed.has(factor.id));
  const from = used.flatMap(factor => factor.from);
  const interval = from.length > 0 ? values.get(id) : undefined;
  const isSilent = interval === undefined || saysNothing(interval, indicator);
  const asides = [...factors].flatMap(([name, factor]) => [
    ...factor.aside,
    ...(needed.has(name) && !isSilent ? [] : factor.from.map(left(needed.has(name)))),
  ]);
  return isSilent
    ? { ...NOTHING, aside: asides }
    : { interval, from, aside: asides, factors: used.filter(({ id }) => !steps.some(step => step.id === id)), steps };
}

const NOTHING: Derived = { interval: undefined, from: [], aside: [], factors: [], steps: [] };

const left =
  (isNeeded: boolean) =>
  (observation: Observation): Aside => ({ observation, reason: isNeeded ? 'factor-missing' : 'not-needed' });

/** No more than that the indicator is not below zero, as nothing that is counted is. */
const saysNothing = ({ low, high }: Interval, indicator: Indicator): boolean =>
  high === Infinity && (low === 0 || low <= floorOf(indicator));

/** What the last one needs; of an indicator with a figure of its own nothing behind it is needed. */
function neededIn(plan: Plan, order: readonly string[], factors: ReadonlyMap<string, Factor>): Set<string> {
  const needed = new Set(order.slice(-1));
  for (const name of order.toReversed()) {
    const isReported = (factors.get(name)?.from ?? []).length > 0;
    const indicator = entryOf(plan.indicators, name);
    if (needed.has(name) && !isReported && indicator) for (const each of namedBy(indicator)) needed.add(each);
  }
  return needed;
}

const operations: Readonly<Record<Operator, (left: Interval, right: Interval) => Interval>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
};

/** What is not worked out yet stands in a circle, and is unknown. */
function workedOut(identity: IdentityFormula, values: ReadonlyMap<string, Interval>): Interval {
  const exactly = evaluate(
    identity,
    operand => (typeof operand === 'number' ? point(operand) : (values.get(operand) ?? EVERYTHING)),
    (operator, left, right) => operations[operator](left, right),
  );
  const { within: off } = identity;
  if (off === 0) return exactly;
  const roughly = multiply(exactly, { low: 1 - off, high: 1 + off });
  return { ...roughly, low: tidy(roughly.low), high: tidy(roughly.high) };
}

interface Factor {
  readonly interval: Interval;
  readonly from: readonly Observation[];
  readonly aside: readonly Aside[];
}

function factorOn(
  plan: Plan,
  id: string,
  day: Day,
  { asOf, knownBy, region, deadline }: IdentityQuestion,
  observations: readonly Observation[],
): Factor {
  const indicator = entryOf(plan.indicators, id);
  if (!indicator) return { interval: EVERYTHING, from: [], aside: [] };
  const question = { indicator, counts: indicator.counts, asOf, knownBy };
  const timeline = timelineOf(
    {
      ...question,
      ...{ region, deadline, anchor: day, authorities: plan.authorities, otherDay: day },
      ...{ start: null, printedStart: null, goal: null },
    },
    observations.filter(observation => observation.indicator === id),
  );
  const sides = judgedSides(timeline, { at: day, start: null, daysOfHistory: [] });
  const { used, setAside } = fatesOf(timeline, day, sides, question, null);
  const assumed = plan.assumptions.filter(each => each.indicator === id && each.from <= day && day <= each.to);
  return {
    interval: assumed.map(({ value }) => value).reduce<Interval>(within, knownOn(timeline, day)),
    from: used.map(({ observation }) => observation),
    aside: [...timeline.aside, ...setAside],
  };
}

/** An assumption narrows what is reported; where it contradicts it, it is ignored. */
const within = (interval: Interval, assumed: Interval): Interval => {
  const both = intersect(interval, assumed);
  return isEmpty(both) ? interval : both;
};
