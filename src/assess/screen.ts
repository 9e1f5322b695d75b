import type { Observation } from '../model/observation.ts';
import type { Indicator, Relation } from '../model/plan.ts';
import type { SetAsideReason } from '../model/reason.ts';
import type { Day } from '../values/day.ts';
import { contains, type Interval } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';

/** What decides whether a figure can speak for a target at all, before any two figures are compared. */
export interface Question {
  readonly indicator: Indicator;
  readonly counts: Readonly<Record<string, Relation>>;
  readonly region: string;
  readonly asOf: Day;
  readonly knownBy: Day | null;
}

/** A figure that speaks for the target: the same thing, a part of it, or more than it. */
export interface Usable {
  readonly observation: Observation;
  readonly quantity: Quantity;
  readonly role: Exclude<Relation, 'other'>;
}

export type Screened = { readonly usable: Usable } | { readonly aside: SetAsideReason };

/** The definition id under which a plan says what a figure without a definition means. */
const UNSTATED = 'unstated';

export function screen(question: Question, observation: Observation): Screened {
  const aside = asideReason(question, observation);
  if (aside) return { aside };
  const { quantity } = observation;
  if (!quantity) return { aside: observation.against ? 'claim-against-another-target' : 'no-figure' };
  const implausible = !isPlausible(question.indicator, quantity);
  if (implausible) return { aside: 'implausible' };
  const role = roleOf(question, observation);
  return role.ok ? { usable: { observation, quantity, role: role.role } } : { aside: role.aside };
}

function asideReason(
  { indicator, region, asOf, knownBy }: Question,
  observation: Observation,
): SetAsideReason | undefined {
  if (observation.unusable) return 'unusable';
  if (observation.region !== region) return 'another-region';
  if (observation.status === 'planned') return 'goal';
  if (observation.status === 'proposed') return 'proposed';
  if (observation.asOf > asOf) return 'later-than-as-of';
  if (knownBy && !observation.published) return 'publication-unknown';
  if (knownBy && observation.published && observation.published > knownBy) return 'published-later';
  if (observation.status === 'estimated') return 'estimated';
  if (observation.flow && indicator.kind !== 'flow') return 'flow-not-stock';
  if (!observation.flow && observation.quantity && indicator.kind === 'flow') return 'stock-not-flow';
  return undefined;
}

export function isPlausible({ plausible }: Indicator, quantity: Interval): boolean {
  const range = plausibleRange({ plausible });
  return contains(range, quantity.low) || contains(range, quantity.high) || contains(quantity, range.low);
}

export const plausibleRange = ({ plausible }: Pick<Indicator, 'plausible'>): Interval => ({
  low: plausible.min ?? -Infinity,
  high: plausible.max ?? Infinity,
});

type RoleResult = { ok: true; role: Usable['role'] } | { ok: false; aside: SetAsideReason };

function roleOf({ indicator, counts }: Question, observation: Observation): RoleResult {
  const defined = Object.keys(counts).length > 0;
  const definition = observation.counts ?? UNSTATED;
  const relation = defined ? counts[definition] : observation.counts ? undefined : 'same';
  if (relation === undefined) {
    return { ok: false, aside: observation.counts ? 'definition-unknown' : 'definition-unstated' };
  }
  if (relation === 'other') return { ok: false, aside: 'not-comparable' };
  if (observation.scope === 'whole') return { ok: true, role: relation };
  // A part of the region adds up to less than the whole; a part of "more than what is meant" says nothing.
  if (!indicator.additive || relation === 'whole') return { ok: false, aside: 'part-scope' };
  return { ok: true, role: 'part' };
}
