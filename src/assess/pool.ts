import type { Observation } from '../model/observation.ts';
import type { Indicator } from '../model/plan.ts';
import { type Day, earliest, latest } from '../values/day.ts';
import { groupBy } from './group.ts';
import { type RegionTree, regionsBelow } from './regions.ts';
import { type Aside, type Question, screen, type Usable, wasKnown } from './screen.ts';
import { setSuspectsAside } from './suspect.ts';

/** The figures of one indicator in one region, and of each part of that region. */
export interface Pool {
  /** The oldest first. */
  readonly usable: readonly Usable[];
  readonly parts: readonly Pool[];
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
  const inside = new Set([region.id, ...regionsBelow(region)]);
  return own
    .filter(observation => !inside.has(observation.region))
    .map(observation => ({ observation, reason: 'another-region' as const }));
}

/** The days that a target turns on: the one that it builds on, and the one that decides it in the end. */
export interface TurningDays {
  readonly anchor: Day;
  readonly deciding: Day;
}

/** Sorts the figures of an indicator into the regions that they describe, and screens them there. */
export function poolOf(
  question: Question,
  days: TurningDays,
  region: RegionTree,
  observations: readonly Observation[],
): Pooled {
  const ofRegions = groupBy(observations, observation => observation.region);
  return pooled(question, days, region, ofRegions);
}

function pooled(
  question: Question,
  days: TurningDays,
  { id, parts, complete }: RegionTree,
  ofRegions: ReadonlyMap<string, readonly Observation[]>,
): Pooled {
  const own = ofRegions.get(id) ?? [];
  const aside: Aside[] = [];
  const comparable: Usable[] = [];
  for (const observation of own) {
    const screened = screen(question, observation);
    if ('usable' in screened) comparable.push(screened.usable);
    else aside.push({ observation, reason: screened.aside });
  }
  const isInSeries = seriesOf(breaksOf(question, own), days.anchor);
  const inSeries = comparable.filter(({ observation }) => isInSeries(observation.asOf)).toSorted(byDay);
  const across = comparable.filter(({ observation }) => !isInSeries(observation.asOf));
  const suspected = setSuspectsAside(inSeries, question.indicator.monotone, days.deciding);
  const below = parts.map(part => pooled(question, days, part, ofRegions));
  return {
    pool: {
      usable: suspected.usable,
      parts: [...below.map(({ pool }) => pool), ...(complete === false ? [SILENT] : [])],
    },
    aside: [
      ...aside,
      ...across.map(({ observation }) => ({ observation, reason: 'across-break' as const })),
      ...suspected.aside,
      ...below.flatMap(part => part.aside),
    ],
  };
}

const byDay = (a: Usable, b: Usable): number =>
  a.observation.asOf < b.observation.asOf ? -1 : a.observation.asOf > b.observation.asOf ? 1 : 0;

/** The days on which a new series begins, as the plan or a report declares them. */
function breaksOf({ indicator, knownBy }: Question, own: readonly Observation[]): Day[] {
  return [
    ...indicator.breaks.map(({ on }) => on),
    ...own.flatMap(each => (each.startsSeries && wasKnown(each, knownBy) ? [each.asOf] : [])),
  ];
}

/** The series that a target builds on runs from one break to the next: nothing is compared across them. */
function seriesOf(breaks: readonly Day[], anchor: Day): (day: Day) => boolean {
  const begin = latest(breaks.filter(on => on <= anchor));
  const end = earliest(breaks.filter(on => on > anchor));
  return day => (begin === undefined || day >= begin) && (end === undefined || day < end);
}

/** The figures of one region that describe a day. */
export function figuresOn(day: Day, { usable }: Pool): readonly Usable[] {
  const from = indexOfDay(usable, each => each >= day);
  const to = indexOfDay(usable, each => each > day);
  return usable.slice(from, to);
}

/** Where the days begin that pass; from there on all do. */
function indexOfDay(usable: readonly Usable[], passes: (day: Day) => boolean): number {
  let [from, to] = [0, usable.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const figure = usable[middle];
    if (figure && passes(figure.observation.asOf)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The parts that a plan does not list: nothing is ever reported of them. */
const SILENT: Pool = { usable: [], parts: [] };

export const allUsable = ({ usable, parts }: Pool): readonly Usable[] =>
  parts.length === 0 ? usable : [...usable, ...parts.flatMap(allUsable)];
