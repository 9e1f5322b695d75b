import type { Flow, Observation } from '../model/observation.ts';
import type { Indicator, Relation } from '../model/plan.ts';
import type { SetAsideReason } from '../model/reason.ts';
import { relationOf } from '../model/relation.ts';
import { isOnePeriod, isShorter } from '../model/span.ts';
import { floorOf, plausibleRange } from '../model/summable.ts';
import type { Day } from '../values/day.ts';
import { atLeast, between, type Interval, overlaps } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';

/** What decides whether a figure can speak for a target at all, before any two figures are compared. */
export interface Question {
  readonly indicator: Indicator;
  readonly counts: Readonly<Record<string, Relation>>;
  readonly asOf: Day;
  readonly knownBy: Day | undefined;
  /** The time that a figure must be of, where it is not one that its indicator names. */
  readonly stretch?: Flow | undefined;
  /** A period of a span is asked for: what is told of several together is told of none by itself. */
  readonly isInSpan?: boolean | undefined;
}

/** A figure that speaks for the target: the same thing, a part of it, or more than it. */
export interface Usable {
  readonly observation: Observation;
  readonly quantity: Quantity;
  readonly role: Exclude<Relation, 'other'>;
  /** The time in which it was added, where that is not the one meant: a bound of every such time within it or around it. */
  readonly otherSpan: Flow | null;
  /** What the figure means if its unit slipped; it then says one or the other. */
  readonly alternatives: readonly Quantity[];
  /** There are figures of days before it and after it, against which it was held. */
  readonly isBetween: boolean;
  /** It has no day of publication, so that nobody can say whether it was known by the day that is asked for. */
  readonly mayBeUnpublished: boolean;
}

export interface Aside {
  readonly observation: Observation;
  readonly reason: SetAsideReason;
}

export type Screened = { readonly usable: Usable } | { readonly aside: SetAsideReason };

export function screen(question: Question, observation: Observation): Screened {
  const aside = ownFault(observation) ?? outOfTime(question, observation) ?? wrongKind(question, observation);
  if (aside) return { aside };
  const { quantity } = observation;
  if (!quantity) return { aside: observation.against ? 'claim-against-another-target' : 'no-figure' };
  const otherSpan = isOfTheTime(question, observation) ? null : observation.flow;
  const bound = otherSpan && boundBy(question, otherSpan);
  if (otherSpan && !bound) return { aside: 'other-span' };
  if (!overlaps(plausibleOf(question.indicator, bound), quantity)) return { aside: 'implausible' };
  const found = roleOf(question, observation);
  if ('aside' in found) return found;
  const role = bound ?? found.role;
  if (found.role !== 'same' && found.role !== role) return { aside: 'other-span' };
  const mayBeUnpublished = question.knownBy !== undefined && observation.published === null;
  return { usable: { observation, quantity, role, otherSpan, alternatives: [], isBetween: false, mayBeUnpublished } };
}

/** What the report itself says against a figure. */
function ownFault(observation: Observation): SetAsideReason | undefined {
  const { unusable, status } = observation;
  if (unusable) return 'unusable';
  if (status === 'planned') return 'goal';
  if (status === 'proposed') return 'proposed';
  if (isForecast(observation)) return 'forecast';
  return status === 'estimated' ? 'estimated' : undefined;
}

const isForecast = ({ asOf, published }: Observation): boolean => published !== null && asOf > published;

/** Whether a figure tells until when figures reach: one of what is not yet so, or that its report takes back, does not. */
export const reachesItsDay = (observation: Observation): boolean =>
  observation.quantity !== null && !OF_NO_DAY.includes(ownFault(observation) ?? '');

const OF_NO_DAY: readonly string[] = ['goal', 'proposed', 'forecast', 'unusable'];

/** Whether a figure was surely published by a day; of one without a date of publication nobody can say so. */
export const wasPublished = ({ published }: Pick<Observation, 'published'>, knownBy: Day | undefined): boolean =>
  knownBy === undefined || (published !== null && published <= knownBy);

/** Whether a figure may have been published by a day: without a date of publication it was published on its own day at the earliest. */
export const mayBePublished = (
  { published, asOf }: Pick<Observation, 'published' | 'asOf'>,
  knownBy: Day | undefined,
): boolean => wasPublished({ published: published ?? asOf }, knownBy);

/** Two clocks: the day that a figure describes, and the day on which it was published. */
function outOfTime({ asOf, knownBy }: Question, observation: Observation): SetAsideReason | undefined {
  if (observation.asOf > asOf) return 'later-than-as-of';
  return mayBePublished(observation, knownBy) ? undefined : 'published-later';
}

function wrongKind({ indicator, stretch }: Question, { flow, quantity }: Observation): SetAsideReason | undefined {
  if (!quantity) return undefined;
  if (stretch) return flow ? undefined : 'other-span';
  const { kind } = indicator;
  // A rate of change need not say of which time it is: that its day ends.
  if (kind !== 'flow' && kind !== 'growth') return flow ? 'flow-not-stock' : undefined;
  return flow || kind === 'growth' ? undefined : 'stock-not-flow';
}

const isOfTheTime = ({ indicator, stretch }: Question, { flow }: Observation): boolean =>
  flow === null || (stretch ? flow.from === stretch.from && flow.to === stretch.to : isOnePeriod(indicator.per, flow));

/** Of what cannot be negative, what was added in a shorter time is a part of what was added in a longer one around it. */
function boundBy({ indicator, stretch, isInSpan }: Question, flow: Flow): 'part' | 'whole' | null {
  if (indicator.kind !== 'flow' || floorOf(indicator) !== 0) return null;
  if (isShorter(flow, stretch ?? indicator.per)) return 'part';
  return isInSpan ? null : 'whole';
}

/** What is plausible of one period is no less for a longer time, and no more for a shorter one. */
function plausibleOf(indicator: Indicator, bound: 'part' | 'whole' | null): Interval {
  const range = plausibleRange(indicator);
  return bound === null ? range : bound === 'part' ? between(floorOf(indicator), range.high) : atLeast(range.low);
}

function roleOf(
  { indicator, counts }: Question,
  { counts: definition, scope }: Observation,
): { role: Usable['role'] } | { aside: SetAsideReason } {
  const relation = relationOf(counts, definition);
  if (relation === undefined) return { aside: definition === null ? 'definition-unstated' : 'definition-unknown' };
  if (relation === 'other') return { aside: 'not-comparable' };
  if (scope === 'whole') return { role: relation };
  // A part of the region adds up to less than the whole; a part of "more than what is meant" says nothing.
  return !indicator.additive || relation === 'whole' ? { aside: 'part-scope' } : { role: 'part' };
}
