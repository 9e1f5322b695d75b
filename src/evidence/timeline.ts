import type { Observation } from '../model/observation.ts';
import type { RegionTree } from '../model/regions.ts';
import { floorOf } from '../model/summable.ts';
import type { Day } from '../values/day.ts';
import { groupBy } from '../values/group.ts';
import { hull, type Interval } from '../values/interval.ts';
import { type Claim, claimsOf, type DatingRule } from './claim.ts';
import { type Network, networkOf } from './network.ts';
import { poolOf, summed } from './pool.ts';
import type { Aside, Question, Usable } from './screen.ts';
import type { Yardstick } from './slips.ts';
import { valueIn } from './solution.ts';
import { type Split, splitOf } from './split.ts';

/**
 * What figures and the plan leave of the values of a region, day by day. Of a count that only rises all days are tied to
 * each other, and a side of a contradiction is one for all of them; of anything else each day has its own.
 */
export interface Timeline {
  readonly region: string;
  readonly dating: DatingRule;
  /** The figures that can speak, and those that cannot. */
  readonly usable: readonly Usable[];
  readonly aside: readonly Aside[];
  /** What the plan's start says; null where it says nothing of other days. */
  readonly start: Claim | null;
  readonly claimsOn: (day: Day) => readonly Claim[];
  /** The days that figures describe, the newest first. */
  readonly days: readonly Day[];
  readonly splitOn: (day: Day) => Split;
  /** The same with more claims than those of the figures. */
  readonly with: (more: readonly Claim[]) => Timeline;
}

export interface TimelineQuestion extends Question, Pick<Yardstick, 'goal'> {
  readonly region: RegionTree;
  readonly deadline: Day;
  /** A figure beyond a break in the series from this day on is not comparable. */
  readonly anchor: Day;
  readonly authorities: readonly string[];
  /** The claim of the plan itself: the start of a count that only rises. */
  readonly start: Claim | null;
  /** The start as it is printed, where figures may be held against it. */
  readonly printedStart: Yardstick['start'];
  /** Days that may be asked for beside those of the figures. */
  readonly otherDays: readonly Day[];
  /** Figures without a day of publication are taken as known; who asks follows what else may be. */
  readonly isTakenAsPublished?: boolean;
}

/** @param own observations of the indicator */
export function timelineOf(question: TimelineQuestion, own: readonly Observation[]): Timeline {
  const { indicator, start, otherDays, anchor, authorities } = question;
  const region = summed(indicator, question.region);
  const { deadline, stretch } = question;
  const dating = { isMonotone: indicator.monotone, deadline, per: indicator.per, stretch };
  const yardstick = { indicator, start: question.printedStart, goal: question.goal };
  const pool = poolOf(
    {
      indicator,
      counts: question.counts,
      asOf: question.asOf,
      knownBy: question.knownBy,
      stretch,
      isInSpan: question.isInSpan,
      region,
      dating,
      anchor,
      yardstick,
      authorities,
    },
    own,
  );
  const { aside } = pool;
  const usable = question.isTakenAsPublished
    ? pool.usable.map(each => ({ ...each, mayBeUnpublished: false }))
    : pool.usable;
  const days = [...new Set(usable.map(({ observation }) => observation.asOf))].sort().reverse();
  const asked = [...new Set([...days, ...otherDays])];
  const claims = usable.flatMap(figure => claimsOf(figure, dating, asked));
  if (start) claims.push(start);
  const network = (on: readonly Day[]) => networkOf(region, on, dating.isMonotone, floorOf(indicator));
  const allDays = [...asked, ...(start ? [start.day] : [])];
  return timelineWith({ region: region.id, dating, usable, aside, start, days }, claims, network, allDays);
}

function timelineWith(
  given: Omit<Timeline, 'claimsOn' | 'splitOn' | 'with'>,
  claims: readonly Claim[],
  network: (on: readonly Day[]) => Network,
  allDays: readonly Day[],
): Timeline {
  const ofDays = groupBy(claims, ({ day }) => day);
  const claimsOn = (day: Day) => ofDays.get(day) ?? [];
  const splits = new Map<Day | 'all', Split>();
  const splitOn = (day: Day): Split => {
    const key = given.dating.isMonotone ? 'all' : day;
    const split = splits.get(key) ?? splitIn(key === 'all' ? allDays : [key], key === 'all' ? claims : claimsOn(key));
    splits.set(key, split);
    return split;
  };
  const splitIn = (on: readonly Day[], among: readonly Claim[]) => splitOf(network(on), among);
  const timeline: Timeline = {
    ...given,
    claimsOn,
    splitOn,
    with: more =>
      more.length === 0
        ? timeline
        : timelineWith(given, [...claims, ...more], network, [...allDays, ...more.map(({ day }) => day)]),
  };
  return timeline;
}

/** What each side leaves of the value of the region on a day. */
export const valuesOn = ({ region, splitOn }: Timeline, day: Day): Interval[] =>
  splitOn(day).sides.map(({ solution }) => valueIn(solution, region, day));

export const knownOn = (timeline: Timeline, day: Day): Interval => hull(valuesOn(timeline, day));
