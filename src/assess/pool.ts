import type { Observation } from '../model/observation.ts';
import type { Indicator } from '../model/plan.ts';
import { type Day, earliest, latest } from '../values/day.ts';
import type { Interval } from '../values/interval.ts';
import { groupBy } from './group.ts';
import { type RegionTree, regionsBelow } from './regions.ts';
import { type Aside, type Question, screen, type Usable, wasKnown } from './screen.ts';
import { setSuspectsAside } from './suspect.ts';

/** How far a figure speaks beyond its own day. */
export interface Reach {
  /** The value can only rise. */
  readonly isMonotone: boolean;
  /** The day on which only a figure of that very day will do: one dated "at the latest" may be older. */
  readonly deadline: Day;
}

/** The figures of one indicator in one region, and of each part of that region. */
export interface Pool {
  /** The oldest first. */
  readonly usable: readonly Usable[];
  readonly parts: readonly Pool[];
  readonly reach: Reach;
  /** What the plan itself says of the region: as good as a figure of that day, if the count only rises. */
  readonly start: Start | null;
}

export interface Start {
  readonly asOf: Day;
  readonly interval: Interval;
}

export interface Pooled {
  readonly pool: Pool;
  readonly aside: readonly Aside[];
}

/** The region whose figures speak for an indicator; with its parts only where they add up to it. */
export const summed = (indicator: Indicator, region: RegionTree): RegionTree =>
  isSummable(indicator) ? region : { id: region.id, parts: [] };

/** Parts of what is counted add up; parts of what can be negative do not bound the whole. */
const isSummable = ({ additive, plausible }: Indicator): boolean => additive && (plausible.min ?? 0) >= 0;

/** Figures of regions that are no part of this one. */
export function elsewhere(own: readonly Observation[], region: RegionTree): Aside[] {
  const others = own.filter(observation => observation.region !== region.id);
  if (others.length === 0) return [];
  const below = new Set(regionsBelow(region));
  return others
    .filter(observation => !below.has(observation.region))
    .map(observation => ({ observation, reason: 'another-region' as const }));
}

/** The days that a target turns on: the one that it builds on, and the one that decides it in the end. */
export interface TurningDays {
  readonly anchor: Day;
  readonly deciding: Day;
  readonly deadline: Day;
}

/** Sorts the figures of an indicator into the regions that they describe, and screens them there. */
export function poolOf(
  question: Question,
  days: TurningDays,
  region: RegionTree,
  observations: readonly Observation[],
  start: Start | null = null,
): Pooled {
  const ofRegions = groupBy(observations, observation => observation.region);
  const { pool, aside } = pooled(question, days, region, ofRegions);
  return { pool: { ...pool, start }, aside };
}

function pooled(
  question: Question,
  days: TurningDays,
  { id, parts, complete }: RegionTree,
  ofRegions: ReadonlyMap<string, readonly Observation[]>,
): Pooled {
  const own = ofRegions.get(id) ?? [];
  const { comparable, aside } = screenAll(question, own);
  const isInSeries = seriesOf(breaksOf(question, own), days.anchor);
  const inSeries: Usable[] = [];
  for (const each of comparable) {
    if (isInSeries(each.observation.asOf)) inSeries.push(each);
    else aside.push({ observation: each.observation, reason: 'across-break' });
  }
  const suspected = setSuspectsAside(inSeries.sort(byDay), question.indicator.monotone, days.deciding);
  const below = parts.map(part => pooled(question, days, part, ofRegions));
  for (const each of [suspected, ...below]) for (const row of each.aside) aside.push(row);
  const poolsBelow = below.map(({ pool }) => pool);
  const reach = { isMonotone: question.indicator.monotone, deadline: days.deadline };
  // Of the parts that a plan does not list nothing is ever reported.
  const unlisted = complete === false ? [{ usable: [], parts: [], reach, start: null }] : [];
  return { pool: { usable: suspected.usable, parts: [...poolsBelow, ...unlisted], reach, start: null }, aside };
}

/** The figures that can speak for a target at all, and those that cannot, each with its reason. */
function screenAll(
  question: Question,
  own: readonly Observation[],
): { readonly comparable: Usable[]; readonly aside: Aside[] } {
  const comparable: Usable[] = [];
  const aside: Aside[] = [];
  for (const observation of own) {
    const screened = screen(question, observation);
    if ('usable' in screened) comparable.push(screened.usable);
    else aside.push({ observation, reason: screened.aside });
  }
  return { comparable, aside };
}

const byDay = (a: Usable, b: Usable): number =>
  a.observation.asOf < b.observation.asOf ? -1 : a.observation.asOf > b.observation.asOf ? 1 : 0;

/** The days on which a new series begins, as the plan or a report declares them. */
function breaksOf({ indicator, knownBy }: Question, own: readonly Observation[]): Day[] {
  const breaks = indicator.breaks.map(({ on }) => on);
  for (const each of own) if (each.startsSeries && wasKnown(each, knownBy)) breaks.push(each.asOf);
  return breaks;
}

/** The series that a target builds on runs from one break to the next: nothing is compared across them. */
function seriesOf(breaks: readonly Day[], anchor: Day): (day: Day) => boolean {
  if (breaks.length === 0) return () => true;
  const begin = latest(breaks.filter(on => on <= anchor));
  const end = earliest(breaks.filter(on => on > anchor));
  return day => (begin === undefined || day >= begin) && (end === undefined || day < end);
}

export const allUsable = ({ usable, parts }: Pool): readonly Usable[] =>
  parts.length === 0 ? usable : [...usable, ...parts.flatMap(allUsable)];
