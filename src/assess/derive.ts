import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { type Day, latest } from '../values/day.ts';
import { EVERYTHING, type Interval, intersect } from '../values/interval.ts';
import { boundsOn } from './bounds.ts';
import { allUsable, elsewhere, poolOf, summed } from './pool.ts';
import type { RegionTree } from './regions.ts';
import { type Aside, plausibleRange } from './screen.ts';
import { type Bound, hullOf } from './sides.ts';

export interface Derived {
  readonly bound: Bound | undefined;
  /** Figures of the other indicators that the identity could not use. */
  readonly aside: readonly Aside[];
}

export interface IdentityQuestion {
  readonly asOf: Day;
  readonly knownBy: Day | null;
  readonly region: RegionTree;
  /** The day on which only a figure of that very day will do. */
  readonly deadline: Day;
}

/**
 * What an identity of the plan (a product of other indicators) says of an indicator on `day`. Both sides are intervals;
 * a factor that nobody reported may be bounded by an assumption that the plan states.
 */
export function derive(
  plan: Plan,
  { identity }: Indicator,
  day: Day,
  question: IdentityQuestion,
  observations: readonly Observation[],
): Derived {
  if (!identity) return NOTHING;
  const factors = factorsOf(plan, { identity }, day, question, observations);
  const aside = factors.flatMap(factor => factor.aside);
  const from = factors.flatMap(factor => factor.from);
  const isSilent = factors.some(({ isKnown }) => !isKnown) || from.length === 0;
  if (isSilent)
    return {
      bound: undefined,
      aside: [...aside, ...from.map(observation => ({ observation, reason: 'factor-missing' as const }))],
    };
  const interval = productOf(factors, identity.dividedBy);
  const asOf = latest(from.map(observation => observation.asOf)) ?? day;
  return { bound: { kind: 'derived', interval, from, asOf }, aside };
}

const NOTHING: Derived = { bound: undefined, aside: [] };

/** A figure that serves an identity which is not needed. */
export const unneeded = (observation: Observation): Aside => ({ observation, reason: 'not-needed' });

/** What is known of each factor of an identity on `day`, in the order of the plan. */
export const factorsOf = (
  plan: Plan,
  { identity }: Pick<Indicator, 'identity'>,
  day: Day,
  question: IdentityQuestion,
  observations: readonly Observation[],
): Factor[] => (identity?.product ?? []).map(id => factorOn(plan, id, day, question, observations));

export function productOf(factors: readonly Pick<Factor, 'interval'>[], dividedBy: number): Interval {
  const product = factors.map(({ interval }) => interval).reduce(multiply);
  return { low: product.low / dividedBy, high: product.high / dividedBy };
}

export interface Factor {
  readonly interval: Interval;
  readonly from: readonly Observation[];
  readonly isKnown: boolean;
  readonly aside: readonly Aside[];
}

function factorOn(
  plan: Plan,
  id: string,
  day: Day,
  { asOf, knownBy, region, deadline }: IdentityQuestion,
  observations: readonly Observation[],
): Factor {
  const indicator = plan.indicators[id];
  if (!indicator) return { interval: EVERYTHING, from: [], isKnown: false, aside: [] };
  const own = observations.filter(observation => observation.indicator === id);
  const question = { indicator, counts: indicator.counts, asOf, knownBy };
  const inside = summed(indicator, region);
  const { pool, aside } = poolOf(question, { anchor: day, deciding: day, deadline }, inside, own);
  const bounds = boundsOn(day, pool);
  const assumed = plan.assumptions.filter(each => each.indicator === id && each.from <= day && day <= each.to);
  const known = [...bounds.map(({ interval }) => interval), ...assumed.map(({ value }) => value)];
  const reported = hullOf(bounds);
  const interval = [reported, ...assumed.map(({ value }) => value), plausibleRange(indicator)].reduce(intersect);
  const used = new Set(bounds.flatMap(({ from }) => from));
  const notUsed = allUsable(pool).filter(({ observation }) => !used.has(observation));
  return {
    interval: { low: Math.max(interval.low, 0), high: interval.high },
    from: [...used],
    isKnown: known.length > 0,
    aside: [
      ...aside,
      ...elsewhere(own, inside),
      ...notUsed.map(({ observation }) => ({ observation, reason: 'not-on-the-day' as const })),
    ],
  };
}

/** Of two factors that are never negative. */
const multiply = (a: Interval, b: Interval): Interval => ({ low: times(a.low, b.low), high: times(a.high, b.high) });

/** Nothing of something without a bound is nothing all the same. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);
