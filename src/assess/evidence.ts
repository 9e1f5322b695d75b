import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan, Reading } from '../model/plan.ts';
import type { SetAsideReason, UndecidedReason, UseReason } from '../model/reason.ts';
import { addMonths, type Day, latest } from '../values/day.ts';
import { clamp, type Interval, intersect, overlaps } from '../values/interval.ts';
import { boundsOn } from './bounds.ts';
import { chooseDay } from './choose-day.ts';
import { derive, unneeded } from './derive.ts';
import { allUsable, elsewhere, type Pool, poolOf, type Start, summed } from './pool.ts';
import type { RegionTree } from './regions.ts';
import { type Aside, plausibleRange, type Question, type Usable, wasKnown } from './screen.ts';
import { type Bound, commonOf, hull, type Side, sides } from './sides.ts';

/** What the observations say of one reading's value on the day that is judged. */
export interface Evidence {
  readonly at: Day;
  /** Each side of a contradiction; one where all agree. Never empty: what is not known is unbounded. */
  readonly sides: readonly Interval[];
  /** What the figures leave possible, before it is held against what is plausible. */
  readonly known: Interval;
  readonly figure: Figure | null;
  readonly used: readonly { readonly observation: Observation; readonly reason: UseReason }[];
  readonly setAside: readonly Aside[];
  /** The start that the plan names is one side of a contradiction. */
  readonly isStartContested: boolean;
  /** What is lacking, where something is: the reason to give when the worlds of each side disagree. */
  readonly lack: UndecidedReason | null;
  /** The verdict rests on an identity of the plan, not on a reported figure alone. */
  readonly isDerived: boolean;
  /** Comparable figures of the whole before the judged day, oldest first. */
  readonly history: readonly Usable[];
}

/** The number to show: as it was printed where a figure answers, else the finite end of what is known. */
export interface Figure {
  readonly nominal: number;
  readonly text: string | null;
  readonly asOf: Day;
  /** Which ends are known where no figure of the whole answers; null where one does. */
  readonly bound: 'low' | 'high' | 'range' | null;
}

export interface Ask {
  readonly plan: Plan;
  readonly indicatorId: string;
  readonly question: Question;
  readonly region: RegionTree;
  /** Leave the identities of the plan out. */
  readonly isDirectOnly: boolean;
}

export function gatherEvidence(ask: Ask, reading: Reading, observations: readonly Observation[]): Evidence {
  const { plan, question, region } = ask;
  const { indicator, asOf, knownBy } = question;
  const { by: deadline } = reading;
  const isKnown = ({ observation }: Aside) => wasKnown(observation, knownBy);
  const own = observations.filter(observation => observation.indicator === ask.indicatorId);
  const inside = summed(indicator, region);
  const days = { anchor: anchorOf(plan, reading), deciding: deadline, deadline };
  const { pool, aside } = poolOf(question, days, inside, own, startOf(indicator, reading));
  const { at, lack } = chooseDay(question, reading, pool);
  const reported = boundsOn(at, pool);
  const isSilent = !reported.some(({ kind }) => kind === 'direct');
  const derived = derive(plan, indicator, at, { asOf, knownBy, region, deadline }, observations);
  const found = sides(isSilent && derived.bound && !ask.isDirectOnly ? [...reported, derived.bound] : reported);
  const deciding = decidingOf(found);
  const used = useReasons(deciding, found.length > 1);
  const known = hull(found.map(({ interval }) => interval));
  const range = plausibleRange(indicator);
  return {
    at,
    sides: found.length === 0 ? [range] : found.map(({ interval }) => within(interval, range)),
    known,
    figure: figureOf(deciding, known),
    used: [...used].map(([observation, reason]) => ({ observation, reason })),
    setAside: [
      ...aside,
      ...elsewhere(own, inside),
      ...notUsed(pool, used, question, reading, at),
      ...derived.aside,
      ...(derived.bound && !deciding.includes(derived.bound) ? derived.bound.from.map(unneeded) : []),
    ],
    isStartContested: found.length > 1 && reported.some(isAgainstStart),
    lack: lackOf(lack, pool, aside.filter(isKnown), isSilent, deciding),
    isDerived: deciding.some(({ kind }) => kind === 'derived'),
    history: pool.usable.filter(({ role, observation }) => role === 'same' && observation.asOf < at),
  };
}

const isAgainstStart = ({ kind, doubts, against }: Bound): boolean =>
  against === 'start' || (kind === 'baseline' && doubts !== undefined);

/** What decides one side or another. */
function decidingOf(found: readonly Side[]): readonly Bound[] {
  const [only, second] = found;
  return only && !second ? only.bounds : [...new Set(found.flatMap(({ bounds }) => bounds))];
}

/** The day that a target builds on: a figure beyond a break in the series from there is not comparable with it. */
const anchorOf = ({ period }: Plan, { baseline }: Reading): Day => baseline?.asOf ?? period.from;

/** A count that only rises stays at or above its own baseline, and was at or below it before. */
const startOf = ({ monotone }: Indicator, { baseline }: Reading): Start | null =>
  monotone && baseline ? { asOf: baseline.asOf, interval: baseline.value } : null;

/** What nobody reported still lies within what is plausible. */
const within = (side: Interval, range: Interval): Interval => (overlaps(side, range) ? intersect(side, range) : side);

function useReasons(deciding: readonly Bound[], isConflict: boolean): ReadonlyMap<Observation, UseReason> {
  const reasons = new Map<Observation, UseReason>();
  for (const bound of deciding)
    for (const observation of bound.from)
      if (!reasons.has(observation)) reasons.set(observation, useReason(bound, isConflict));
  for (const { against } of isConflict ? deciding : [])
    if (against && against !== 'start' && !reasons.has(against)) reasons.set(against, 'conflict-side');
  return reasons;
}

function useReason({ kind, interval }: Bound, isConflict: boolean): UseReason {
  if (kind === 'derived') return 'derived';
  if (kind === 'sum') return 'part-of-sum';
  if (isConflict) return 'conflict-side';
  if (kind === 'direct') return 'answers';
  return interval.low === -Infinity ? 'upper-bound' : 'lower-bound';
}

function notUsed(
  pool: Pool,
  used: ReadonlyMap<Observation, UseReason>,
  question: Question,
  reading: Reading,
  at: Day,
): Aside[] {
  const left = allUsable(pool).filter(({ observation }) => !used.has(observation));
  if (left.length === 0) return [];
  const ofParts = new Set(pool.parts.flatMap(allUsable).map(({ observation }) => observation));
  return left.map(usable => ({
    observation: usable.observation,
    reason: ofParts.has(usable.observation) ? 'part-of-the-whole' : whyNot(usable, question, reading, at),
  }));
}

function whyNot(
  { observation, role }: Usable,
  { asOf, indicator }: Question,
  { by, baseline }: Reading,
  at: Day,
): SetAsideReason {
  if (observation.asOf === at) return 'not-needed';
  const isSilent = role === 'whole' || !indicator.monotone;
  if (asOf >= by) return isSilent ? 'not-on-the-day' : 'superseded';
  if (baseline && observation.asOf <= baseline.asOf) return 'before-baseline';
  if (at === asOf && addMonths(observation.asOf, indicator.freshForMonths) < asOf) return 'stale';
  return observation.asOf > at || role === 'whole' ? 'not-on-the-day' : 'superseded';
}

function lackOf(
  lack: UndecidedReason | null,
  pool: Pool,
  aside: readonly Aside[],
  isSilent: boolean,
  deciding: readonly Bound[],
): UndecidedReason | null {
  if (allUsable(pool).length > 0) return lack ?? (isSilent ? 'only-a-bound' : null);
  if (deciding.some(({ kind }) => kind === 'derived')) return 'only-a-bound';
  if (aside.some(({ reason }) => reason === 'across-break')) return 'series-break';
  return aside.length > 0 ? 'nothing-comparable' : 'no-report';
}

const isUnbounded = ({ low, high }: Interval): boolean => low === -Infinity && high === Infinity;

function figureOf(deciding: readonly Bound[], whole: Interval): Figure | null {
  const [first] = deciding;
  if (!first) return null;
  // Where one side says "at least" and the other "at most", together they say nothing: then the ends that they give.
  const known = isUnbounded(whole) ? commonOf(deciding) : whole;
  const direct = deciding.find(({ kind }) => kind === 'direct');
  const quantity = direct?.from[0]?.quantity;
  if (direct && quantity && Number.isFinite(quantity.low) && Number.isFinite(quantity.high))
    return { nominal: clamp(quantity.nominal, whole), text: quantity.text, asOf: direct.asOf, bound: null };
  const isRange = Number.isFinite(known.low) && Number.isFinite(known.high);
  const end = Number.isFinite(known.low) ? 'low' : 'high';
  const nominal = known[end];
  const source = deciding.find(({ interval }) => interval[end] === nominal) ?? first;
  const [only, second] = source.from;
  return {
    nominal,
    text: second ? null : (only?.quantity?.text ?? null),
    asOf: isRange ? (latest(deciding.map(({ asOf }) => asOf)) ?? source.asOf) : source.asOf,
    bound: isRange ? 'range' : end,
  };
}
