import type { Observation } from '../model/observation.ts';
import type { Plan, Reading } from '../model/plan.ts';
import type { RegionTree } from '../model/regions.ts';
import type { Day } from '../values/day.ts';
import { intersect, isNothing } from '../values/interval.ts';
import { entryOf } from '../values/mapping.ts';
import { claimsOfProducts, type Product } from './claim.ts';
import { identityIn } from './derive.ts';
import type { Aside, Question } from './screen.ts';
import { type Timeline, valuesOn } from './timeline.ts';

/** Of which value is asked, and whether what its identity says counts. */
export interface IdentityRequest {
  readonly plan: Plan;
  readonly indicatorId: string;
  readonly question: Question;
  readonly region: RegionTree;
  /** Leave the identities of the plan out. */
  readonly isDirectOnly: boolean;
}

/** A timeline with what the identity of its indicator says as well. */
export interface TiedTimeline {
  readonly timeline: Timeline;
  /** The figures behind the identity can be taken in several ways on the judged day. */
  readonly isOpen: boolean;
  /** What becomes of the figures of other indicators that are not used. */
  readonly aside: readonly Aside[];
}

/** @param at the judged day @param days those of its history */
export function withIdentity(
  timeline: Timeline,
  { plan, indicatorId: id, question, region, isDirectOnly }: IdentityRequest,
  { by: deadline }: Pick<Reading, 'by'>,
  { at, days: history }: { readonly at: Day; readonly days: readonly Day[] },
  observations: readonly Observation[],
): TiedTimeline {
  const { asOf, knownBy, indicator } = question;
  if (!indicator.identity) return { timeline, isOpen: false, aside: [] };
  const others = observations.filter(each => each.indicator !== id);
  const days = indicator.monotone ? allDays(timeline, at, others, asOf) : [...new Set([at, ...history])];
  const on = identityIn(plan, id, { asOf, knownBy, region, days }, others);
  const isSure = ({ indicator: name, published, dated, asOf: day }: Observation) =>
    (knownBy === undefined || published !== null) &&
    (dated !== 'at-latest' || day !== deadline || entryOf(plan.indicators, name ?? '')?.monotone === true);
  const claims = days.flatMap(day => {
    const { products } = on(day);
    return claimsOfProducts(products, region.id, day, {
      isSure: products.every(({ from }) => from.every(isSure)),
      isExcluded: products.length > 1 && mayExclude(timeline, day, products),
    });
  });
  const { products, aside } = on(at);
  return isDirectOnly
    ? { timeline, isOpen: false, aside: aside() }
    : { timeline: timeline.with(claims), isOpen: products.length > 1, aside: aside() };
}

/** Whether some figure may exclude what one way to take others gives; of a count that only rises figures of all days may. */
const mayExclude = (timeline: Timeline, day: Day, products: readonly Product[]): boolean =>
  timeline.dating.isMonotone
    ? timeline.usable.length > 0 || timeline.start !== null
    : valuesOn(timeline, day).some(value => products.some(({ interval }) => isNothing(intersect(value, interval))));

/** Of a count that only rises, what the identity says of one day bounds it on all others. */
const allDays = ({ days }: Timeline, at: Day, others: readonly Observation[], asOf: Day): Day[] => [
  ...new Set([at, ...days, ...others.map(each => each.asOf).filter(day => day <= asOf)]),
];
