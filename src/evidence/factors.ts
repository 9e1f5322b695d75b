import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import type { RegionTree } from '../model/regions.ts';
import { type Day, latest } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { EVERYTHING, hull, type Interval, isSame, within } from '../values/interval.ts';
import { entryOf } from '../values/mapping.ts';
import type { Product } from './claim.ts';
import { fatesOf } from './fates.ts';
import { judgedSides } from './judged-side.ts';
import { type Aside, wasPublished } from './screen.ts';
import { endsOf, intervalOf } from './solution.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { claimsBehind } from './why.ts';

export interface FactorQuestion {
  readonly asOf: Day;
  readonly knownBy: Day | undefined;
  readonly region: RegionTree;
  /** All days that are asked for. */
  readonly days: readonly Day[];
}

/** What is known of an indicator that an identity names, one for each way in which its figures can stand together. */
export interface Factors {
  readonly on: (name: string, day: Day) => readonly Product[];
  readonly asideOn: (name: string, day: Day) => readonly Aside[];
}

/** The figures of other indicators, asked for day by day. */
export function factorsOf(plan: Plan, question: FactorQuestion, observations: readonly Observation[]): Factors {
  const ofIndicators = groupBy(observations, ({ indicator }) => indicator);
  const { region, asOf, knownBy } = question;
  const timelines = new Map<string, Timeline>();
  /** Only figures of the series that holds the day speak for it. */
  const timelineOn = (name: string, indicator: Indicator, day: Day): Timeline => {
    const own = ofIndicators.get(name) ?? [];
    const series = `${name} ${latest(breaksIn(indicator, own, knownBy).filter(on => on <= day)) ?? ''}`;
    const timeline = timelines.get(series) ?? timelineFor(plan, indicator, day, question, own);
    timelines.set(series, timeline);
    return timeline;
  };
  return {
    on: (name, day) => {
      const indicator = entryOf(plan.indicators, name);
      if (!indicator) return [UNKNOWN];
      const { splitOn } = timelineOn(name, indicator, day);
      const assumed = plan.assumptions.filter(each => each.indicator === name && each.from <= day && day <= each.to);
      return alike(
        splitOn(day).sides.map(({ solution }): Product => {
          const ends = endsOf(solution, region.id, day);
          const figures = [ends.low, ends.high].flatMap(claimsBehind).flatMap(({ figure }) => figure ?? []);
          return {
            // An assumption narrows what is reported; where it contradicts it, it is ignored.
            interval: assumed.map(({ value }) => value).reduce<Interval>(within, intervalOf(ends)),
            from: [...new Set(figures.map(({ observation }) => observation))],
          };
        }),
      );
    },
    asideOn: (name, day) => {
      const indicator = entryOf(plan.indicators, name);
      if (!indicator) return [];
      const timeline = timelineOn(name, indicator, day);
      const sides = judgedSides(timeline, { at: day, start: null, daysOfHistory: [] });
      const { setAside } = fatesOf(timeline, day, sides, { indicator, counts: indicator.counts, asOf, knownBy }, null);
      return [...timeline.aside, ...setAside];
    },
  };
}

/** Figures dated at the latest are taken as of their day, on any; who asks follows what else may be. */
const NO_DAY = '' as Day;

const UNKNOWN: Product = { interval: EVERYTHING, from: [] };

function timelineFor(
  plan: Plan,
  indicator: Indicator,
  day: Day,
  { asOf, knownBy, region, days }: FactorQuestion,
  own: readonly Observation[],
): Timeline {
  return timelineOf(
    {
      ...{ indicator, counts: indicator.counts, asOf, knownBy, region, authorities: plan.authorities },
      ...{ anchor: day, otherDays: days, start: null, printedStart: null, goal: null },
      ...{ deadline: NO_DAY, isTakenAsPublished: true },
    },
    own,
  );
}

function breaksIn(indicator: Indicator, own: readonly Observation[], knownBy: Day | undefined): Day[] {
  const reported = own.filter(each => each.startsSeries && wasPublished(each, knownBy));
  return [...indicator.breaks.map(({ on }) => on), ...reported.map(({ asOf }) => asOf)];
}

/** Those that leave the same are one, which rests on the figures of all of them. */
export function alike(ways: readonly Product[]): readonly Product[] {
  if (ways.length < 2) return ways;
  const kept: Product[] = [];
  for (const way of ways) {
    const place = kept.findIndex(({ interval }) => isSame(interval, way.interval));
    const same = kept[place];
    if (same) kept[place] = together(way.interval, [same, way]);
    else kept.push(way);
  }
  return kept;
}

/** One way in the place of all of these. */
export const together = (interval: Interval, ways: readonly Product[]): Product => ({
  interval,
  from: [...new Set(ways.flatMap(({ from }) => from))],
});

export const allOf = (ways: readonly Product[]): Product => together(hull(ways.map(({ interval }) => interval)), ways);
