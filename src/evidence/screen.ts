import type { Flow, Observation } from '../model/observation.ts';
import type { Indicator, Relation } from '../model/plan.ts';
import type { SetAsideReason } from '../model/reason.ts';
import { relationOf } from '../model/relation.ts';
import { isOnePeriod } from '../model/span.ts';
import type { Day } from '../values/day.ts';
import { type Interval, overlaps } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';

/** What decides whether a figure can speak for a target at all, before any two figures are compared. */
export interface Question {
  readonly indicator: Indicator;
  readonly counts: Readonly<Record<string, Relation>>;
  readonly asOf: Day;
  readonly knownBy: Day | undefined;
  /** The time that a figure must be of, where it is not one that its indicator names. */
  readonly stretch?: Flow | undefined;
}

/** A figure that speaks for the target: the same thing, a part of it, or more than it. */
export interface Usable {
  readonly observation: Observation;
  readonly quantity: Quantity;
  readonly role: Exclude<Relation, 'other'>;
  /** What the figure means if its unit slipped; it then says one or the other. */
  readonly alternatives: readonly Quantity[];
  /** There are figures of days before it and after it, against which it was held. */
  readonly isBetween: boolean;
  /** It has no day of publication, so that nobody can say whether it was known by the day that is asked for. */
  readonly mayBeUnknown: boolean;
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
  if (!overlaps(plausibleRange(question.indicator), quantity)) return { aside: 'implausible' };
  const role = roleOf(question, observation);
  if ('aside' in role) return role;
  const mayBeUnknown = question.knownBy !== undefined && observation.published === null;
  return { usable: { observation, quantity, role: role.role, alternatives: [], isBetween: false, mayBeUnknown } };
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
export const wasKnown = ({ published }: Pick<Observation, 'published'>, knownBy: Day | undefined): boolean =>
  knownBy === undefined || (published !== null && published <= knownBy);

/** Whether a figure may have been known: without a date of publication it was published on its own day at the earliest. */
export const mayBeKnown = (
  { published, asOf }: Pick<Observation, 'published' | 'asOf'>,
  knownBy: Day | undefined,
): boolean => wasKnown({ published: published ?? asOf }, knownBy);

/** Two clocks: the day that a figure describes, and the day from which it was known. */
function outOfTime({ asOf, knownBy }: Question, observation: Observation): SetAsideReason | undefined {
  if (observation.asOf > asOf) return 'later-than-as-of';
  return mayBeKnown(observation, knownBy) ? undefined : 'published-later';
}

function wrongKind({ indicator, stretch }: Question, { flow, quantity }: Observation): SetAsideReason | undefined {
  if (!quantity) return undefined;
  if (stretch) return flow && isStretch(flow, stretch) ? undefined : 'other-span';
  const { kind, per } = indicator;
  // A rate of change need not say of which time it is: that its day ends.
  if (kind !== 'flow' && kind !== 'growth') return flow ? 'flow-not-stock' : undefined;
  if (!flow) return kind === 'flow' ? 'stock-not-flow' : undefined;
  return isOnePeriod(per, flow) ? undefined : 'other-span';
}

const isStretch = (flow: Flow, { from, to }: Flow): boolean => flow.from === from && flow.to === to;

export const plausibleRange = ({ plausible }: Pick<Indicator, 'plausible'>): Interval => ({
  low: plausible.min ?? -Infinity,
  high: plausible.max ?? Infinity,
});

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
