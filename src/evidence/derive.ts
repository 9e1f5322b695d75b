import { behind, namedBy } from '../model/identities.ts';
import type { IdentityFormula } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { floorOf } from '../model/summable.ts';
import type { Day } from '../values/day.ts';
import { evaluate, type Operator } from '../values/formula.ts';
import {
  add,
  between,
  contains,
  divide,
  EVERYTHING,
  hull,
  type Interval,
  intersect,
  isNothing,
  multiply,
  point,
  subtract,
  within,
} from '../values/interval.ts';
import { entryOf } from '../values/mapping.ts';
import { tidy } from '../values/tidy.ts';
import type { Product } from './claim.ts';
import { alike, allOf, type FactorQuestion, type Factors, factorsOf, together } from './factors.ts';
import type { Aside } from './screen.ts';

/** What an identity of the plan gives for a day. */
export interface Derived {
  /** One for each way in which the figures can stand together; none where they say nothing. */
  readonly products: readonly Product[];
  /** What was put in, and each identity that was worked out, the one of the indicator last. */
  readonly factors: readonly WorkedOut[];
  readonly steps: readonly (WorkedOut & { readonly formula: IdentityFormula })[];
  /** What became of the figures of other indicators, those that it rests on taken as not needed. */
  readonly aside: () => readonly Aside[];
}

interface WorkedOut {
  readonly id: string;
  readonly interval: Interval;
}

/** With more ways to take figures together, what all ways of one indicator leave is put in. */
const MOST_WAYS = 12;

/**
 * What an identity says of an indicator, day by day, in interval arithmetic. What it names may follow from its own identity
 * as well, and may be bounded by an assumption that the plan states.
 */
export function identityIn(
  plan: Plan,
  id: string,
  question: FactorQuestion,
  observations: readonly Observation[],
): (day: Day) => Derived {
  const order = behind(plan, id);
  const factors = factorsOf(plan, question, observations);
  return day => {
    const ways = new Map<string, Ways>();
    for (const name of order) {
      const direct = name === id ? [] : factors.on(name, day);
      const worked = productsOf(entryOf(plan.indicators, name), ways);
      ways.set(name, { direct, worked, all: name === id ? worked : direct.flatMap(way => taken(way, worked)) });
    }
    const products = ways.get(id)?.worked ?? [];
    const needed = neededIn(plan, order, ways);
    const steps = [...needed].toReversed().flatMap(name => {
      const { worked = [], direct = [], all = [] } = ways.get(name) ?? {};
      const formula = entryOf(plan.indicators, name)?.identity;
      const isStep = formula && worked.length > 0 && all.some(way => !direct.includes(way));
      return isStep ? [{ id: name, formula, interval: allOf(all).interval }] : [];
    });
    const put = order.filter(name => needed.has(name) && name !== id && !steps.some(step => step.id === name));
    return {
      products,
      factors: put.map(name => ({ id: name, interval: allOf(ways.get(name)?.all ?? []).interval })),
      steps,
      aside: () =>
        order.slice(0, -1).flatMap(name => asideOf(name, day, factors, needed.has(name) && products.length === 0)),
    };
  };
}

/** What the figures of an indicator leave, what its identity gives, and both together. */
interface Ways {
  readonly direct: readonly Product[];
  readonly worked: readonly Product[];
  readonly all: readonly Product[];
}

function productsOf(indicator: Indicator | undefined, ways: ReadonlyMap<string, Ways>): readonly Product[] {
  const identity = indicator?.identity;
  if (!identity) return [];
  let found: { readonly values: ReadonlyMap<string, Interval>; readonly ways: readonly Product[] }[] = [
    { values: new Map(), ways: [] },
  ];
  for (const name of namedBy({ identity })) {
    // What is not worked out yet stands in a circle, and is unknown.
    const own = ways.get(name)?.all ?? [];
    const put = found.length * own.length > MOST_WAYS ? [allOf(own)] : own;
    if (put.length > 0)
      found = found.flatMap(each =>
        put.map(way => ({ values: new Map(each.values).set(name, way.interval), ways: [...each.ways, way] })),
      );
  }
  const products = found.map(each => together(workedOut(identity, each.values), each.ways));
  return products.every(product => saysNothing(product, indicator)) ? [] : alike(products);
}

/** No more than that the indicator is not below zero, as nothing that is counted is; or nothing that was reported. */
const saysNothing = ({ interval: { low, high }, from }: Product, indicator: Indicator): boolean =>
  from.length === 0 || (high === Infinity && (low === 0 || low <= floorOf(indicator)));

const operations: Readonly<Record<Operator, (left: Interval, right: Interval) => Interval>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': (left, right) => divide(left, neverNothing(right)),
};

/** What divides is not nothing, or nothing could be said of the indicator at all. */
const neverNothing = ({ low, high, lowOpen, highOpen }: Interval): Interval =>
  low === high ? point(low) : between(low, high, lowOpen || low === 0, highOpen || high === 0);

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

/** What figures leave of an indicator and what its identity gives: together, or, where they exclude each other, each by itself. */
function taken(way: Product, worked: readonly Product[]): readonly Product[] {
  if (worked.length === 0) return [way];
  return worked.flatMap(product => {
    if (way.from.length === 0) return [together(within(product.interval, way.interval), [product])];
    const both = intersect(way.interval, product.interval);
    if (isNothing(both)) {
      // Some of several figures may stand with some of those behind the identity, anywhere between the two.
      const isOneFigure = way.from.length === 1;
      return [way, isOneFigure ? product : together(hull([way.interval, product.interval]), [way, product])];
    }
    return contains(product.interval, way.interval) ? [way] : [together(both, [way, product])];
  });
}

/** What the last one needs; behind an indicator whose own figures say as much as its identity nothing is needed. */
function neededIn(plan: Plan, order: readonly string[], ways: ReadonlyMap<string, Ways>): Set<string> {
  const needed = new Set(order.slice(-1));
  for (const name of order.toReversed()) {
    const { direct = [], all = [] } = ways.get(name) ?? {};
    const isReported = direct.some(({ from }) => from.length > 0) && all.every(way => direct.includes(way));
    const indicator = entryOf(plan.indicators, name);
    if (needed.has(name) && !isReported && indicator) for (const each of namedBy(indicator)) needed.add(each);
  }
  return needed;
}

function asideOf(name: string, day: Day, factors: Factors, isMissing: boolean): Aside[] {
  const from = new Set(factors.on(name, day).flatMap(way => way.from));
  const others = factors.asideOn(name, day).filter(({ observation }) => !from.has(observation));
  const reason = isMissing ? ('factor-missing' as const) : ('not-needed' as const);
  return [...others, ...[...from].map(observation => ({ observation, reason }))];
}
