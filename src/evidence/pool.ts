import type { Observation } from '../model/observation.ts';
import type { Indicator } from '../model/plan.ts';
import { type RegionTree, regionsBelow } from '../model/regions.ts';
import { isSummable } from '../model/summable.ts';
import { type Day, earliest, latest } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { setOutrankedAside } from './authorities.ts';
import type { DatingRule } from './claim.ts';
import { setRevisedAside } from './revisions.ts';
import { type Aside, type Question, screen, type Usable, wasPublished } from './screen.ts';
import { withSlips, type Yardstick } from './slips.ts';

/** The figures that speak for an indicator in a region and its parts, and those that cannot, each with its reason. */
export interface Pool {
  /** Of each region the oldest first. */
  readonly usable: readonly Usable[];
  readonly aside: readonly Aside[];
}

/** What of the plan decides which figures can speak together. */
export interface PoolQuestion extends Question {
  readonly region: RegionTree;
  readonly dating: DatingRule;
  /** The day that a target builds on: a figure beyond a break in the series from there is not comparable with it. */
  readonly anchor: Day;
  readonly yardstick: Yardstick;
  readonly authorities: readonly string[];
}

/** The region whose figures speak for an indicator; with its parts only where they add up to it. */
export const summed = (indicator: Indicator, region: RegionTree): RegionTree =>
  isSummable(indicator) ? region : { id: region.id, parts: [] };

export function poolOf(question: PoolQuestion, observations: readonly Observation[]): Pool {
  const ofRegions = groupBy(observations, observation => observation.region);
  const inside = [question.region.id, ...regionsBelow(question.region)];
  const aside: Aside[] = ofOtherRegions(ofRegions, new Set(inside));
  const usable = inside.flatMap(id => {
    const own = ofRegions.get(id) ?? [];
    const { comparable, aside: rest } = screenAll(question, own);
    const isInSeries = seriesOf(breaksOf(question, own), question.anchor);
    const inSeries = comparable.filter(({ observation }) => isInSeries(observation.asOf));
    const beyond = comparable.filter(({ observation }) => !isInSeries(observation.asOf));
    const { current, aside: revised } = setRevisedAside(inSeries.sort(byDay));
    const { standing, aside: outranked } = setOutrankedAside(current, question.authorities, question.dating);
    aside.push(...rest, ...beyond.map(because('across-break')), ...revised, ...outranked);
    const yardstick =
      id === question.region.id ? question.yardstick : { ...question.yardstick, start: null, goal: null };
    return withSlips(standing, yardstick);
  });
  return { usable, aside };
}

const because =
  (reason: Aside['reason']) =>
  ({ observation }: Usable): Aside => ({ observation, reason });

const ofOtherRegions = (ofRegions: ReadonlyMap<string, readonly Observation[]>, inside: ReadonlySet<string>): Aside[] =>
  [...ofRegions].flatMap(([region, own]) =>
    inside.has(region) ? [] : own.map(observation => ({ observation, reason: 'another-region' as const })),
  );

/** The figures that can speak for a target at all, and those that cannot, each with its reason. */
function screenAll(question: Question, own: readonly Observation[]): { comparable: Usable[]; aside: Aside[] } {
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
  for (const each of own) if (each.startsSeries && wasPublished(each, knownBy)) breaks.push(each.asOf);
  return breaks;
}

/** The series that a target builds on runs from one break to the next: nothing is compared across them. */
function seriesOf(breaks: readonly Day[], anchor: Day): (day: Day) => boolean {
  if (breaks.length === 0) return () => true;
  const begin = latest(breaks.filter(on => on <= anchor));
  const end = earliest(breaks.filter(on => on > anchor));
  return day => (begin === undefined || day >= begin) && (end === undefined || day < end);
}
