import type { Observation } from '../model/observation.ts';
import type { Indicator } from '../model/plan.ts';
import type { Day } from '../values/day.ts';
import { type RegionTree, regionsBelow } from './regions.ts';
import { type Aside, type Question, screen, type Usable, wasKnown } from './screen.ts';
import { setSuspectsAside } from './suspect.ts';

/** The figures of one indicator in one region, and of each part of that region. */
export interface Pool {
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
  { id, parts }: RegionTree,
  observations: readonly Observation[],
): Pooled {
  const own = observations.filter(({ region }) => region === id);
  const screened = own.map(observation => ({ observation, result: screen(question, observation) }));
  const broken = breaksOf(question, own);
  const comparable = screened.flatMap(({ result }) => ('usable' in result ? [result.usable] : []));
  const across = comparable.filter(({ observation }) => isAcross(broken, days.anchor, observation.asOf));
  const inSeries = comparable.filter(usable => !across.includes(usable)).toSorted(byDay);
  const suspected = setSuspectsAside(inSeries, question.indicator.monotone, days.deciding);
  const below = parts.map(part => poolOf(question, days, part, observations));
  return {
    pool: { usable: suspected.usable, parts: below.map(({ pool }) => pool) },
    aside: [
      ...screened.flatMap(({ observation, result }) =>
        'aside' in result ? [{ observation, reason: result.aside }] : [],
      ),
      ...across.map(({ observation }) => ({ observation, reason: 'across-break' as const })),
      ...suspected.aside,
      ...below.flatMap(({ aside }) => aside),
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

/** Whether a break lies between the day that a target builds on and the day of a figure: nothing is compared across it. */
const isAcross = (breaks: readonly Day[], anchor: Day, day: Day): boolean =>
  breaks.some(on => (anchor < on && day >= on) || (day < on && anchor >= on));

export const allUsable = ({ usable, parts }: Pool): Usable[] => [...usable, ...parts.flatMap(allUsable)];
