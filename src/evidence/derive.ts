import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import type { RegionTree } from '../model/regions.ts';
import type { Day } from '../values/day.ts';
import { divide, EVERYTHING, type Interval, intersect, isEmpty, multiply } from '../values/interval.ts';
import { fatesOf } from './fates.ts';
import { judgedSides } from './judged-side.ts';
import type { Aside } from './screen.ts';
import { knownOn, timelineOf } from './timeline.ts';

export interface Derived {
  /** Undefined where a factor is unknown. */
  readonly interval: Interval | undefined;
  readonly from: readonly Observation[];
  /** Figures of the other indicators that the identity could not use. */
  readonly aside: readonly Aside[];
}

export interface IdentityQuestion {
  readonly asOf: Day;
  readonly knownBy: Day | undefined;
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
  const isSilent = factors.some(({ isBounded }) => !isBounded) || from.length === 0;
  if (isSilent)
    return {
      interval: undefined,
      from: [],
      aside: [...aside, ...from.map(observation => ({ observation, reason: 'factor-missing' as const }))],
    };
  return { interval: productOf(factors, identity.dividedBy), from, aside };
}

const NOTHING: Derived = { interval: undefined, from: [], aside: [] };

/** What is known of each factor of an identity on `day`, in the order of the plan. */
export const factorsOf = (
  plan: Plan,
  { identity }: Pick<Indicator, 'identity'>,
  day: Day,
  question: IdentityQuestion,
  observations: readonly Observation[],
): Factor[] => (identity?.product ?? []).map(id => factorOn(plan, id, day, question, observations));

export const productOf = (factors: readonly Pick<Factor, 'interval'>[], dividedBy: number): Interval =>
  divide(factors.map(({ interval }) => interval).reduce(multiply), dividedBy);

export interface Factor {
  readonly interval: Interval;
  readonly from: readonly Observation[];
  readonly isBounded: boolean;
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
  if (!indicator) return { interval: EVERYTHING, from: [], isBounded: false, aside: [] };
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
  const from = used.map(({ observation }) => observation);
  const assumed = plan.assumptions.filter(each => each.indicator === id && each.from <= day && day <= each.to);
  const known = assumed.map(({ value }) => value).reduce(within, knownOn(timeline, day));
  // Only factors that are never negative multiply end by end.
  const interval = intersect(known, { low: 0, high: Infinity });
  return {
    interval,
    from,
    isBounded: (from.length > 0 || assumed.length > 0) && !isEmpty(interval),
    aside: [...timeline.aside, ...setAside],
  };
}

/** An assumption narrows what is reported; where it contradicts it, it is ignored. */
const within = (interval: Interval, assumed: Interval): Interval => {
  const both = intersect(interval, assumed);
  return isEmpty(both) ? interval : both;
};
