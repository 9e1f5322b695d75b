import type { Day } from '../values/day.ts';
import { type Interval, intersect } from '../values/interval.ts';
import { MEANT } from './claim.ts';
import type { Side } from './largest-sets.ts';
import type { Network } from './network.ts';
import { leastRises, type Rise } from './rise.ts';
import type { Usable } from './screen.ts';
import { type Ends, endsOf, intervalOf, type Solution, valueIn } from './solution.ts';
import type { Timeline } from './timeline.ts';

/** What one side of a contradiction leaves of the judged value, of the start and of the days between them. */
export interface JudgedSide {
  readonly value: OneValue;
  /** Why its ends are no wider; null where no network gave them. */
  readonly ends: (Ends & { readonly network: Network }) | null;
  readonly start: { readonly at: Day; readonly interval: Interval; readonly rise: Rise | null } | null;
  /** The days of which the whole was told, oldest first; each had a value of one of these intervals. */
  readonly history: readonly { readonly at: Day; readonly values: readonly OneValue[]; readonly rise: Rise | null }[];
  /** Of a span, what its periods have; none where a figure tells of all of them together. */
  readonly periods?: readonly OneValue[];
  /** Its value is the least, or the most, of those of its periods. */
  readonly isOfEach?: boolean;
}

export interface OneValue {
  readonly interval: Interval;
  /** The figure of that very day whose interval this is, no more and no less. */
  readonly figure: Usable | null;
}

export interface SideQuestion {
  readonly at: Day;
  readonly start: { readonly at: Day; readonly interval: Interval } | null;
  /** Oldest first. */
  readonly daysOfHistory: readonly Day[];
}

/** The sides of the judged day; two that leave the same are one. */
export function judgedSides(timeline: Timeline, question: SideQuestion): JudgedSide[] {
  const sides = timeline.splitOn(question.at).sides.map(side => judgedSide(timeline, side, question));
  if (sides.length < 2) return sides;
  const places = new Map(timeline.usable.map((figure, place) => [figure, place]));
  // Two sides are one if their values, starts and histories are the same, whatever the claims behind them.
  const keyOf = (side: JudgedSide) =>
    JSON.stringify(side, (name, value) =>
      name === 'ends' ? undefined : name === 'figure' ? places.get(value) : value,
    );
  return [...new Map(sides.toReversed().map(side => [keyOf(side), side])).values()].toReversed();
}

function judgedSide(timeline: Timeline, side: Side, { at, start, daysOfHistory }: SideQuestion): JudgedSide {
  const { isMonotone } = side.solution.network;
  const ends = endsOf(side.solution, timeline.region, at);
  return {
    value: oneValue(ends),
    ends: { network: side.solution.network, ...ends },
    start: start && startIn(timeline, side, start, at),
    history: daysOfHistory.map(day => ({
      at: day,
      // Days that nothing ties to the judged one have sides of their own.
      values: (isMonotone ? [side] : timeline.splitOn(day).sides).map(({ solution }) =>
        oneValue(endsOf(solution, timeline.region, day)),
      ),
      rise: isMonotone ? riseOf(side.solution, day, at) : null,
    })),
  };
}

function oneValue(ends: Ends): OneValue {
  const { low, high } = ends;
  const ofLow = low.why.kind === 'claims' ? low.why.claims : [];
  const ofHigh = high.why.kind === 'claims' ? high.why.claims : [];
  const own = ofLow.find(claim => claim.takenAs !== 'slipped' && claim.thing === MEANT && ofHigh.includes(claim));
  return { interval: intervalOf(ends), figure: own?.figure ?? null };
}

/** Where the start stands, what it leaves; where figures exclude it, pace is judged from the plan's own number all the same. */
function startIn(
  { region, start: claim }: Timeline,
  { solution, claims }: Side,
  { at, interval }: NonNullable<SideQuestion['start']>,
  judged: Day,
): JudgedSide['start'] {
  const stands = claim !== null && claims.has(claim);
  if (!stands || at > judged) return { at, interval, rise: null };
  return { at, interval: intersect(interval, valueIn(solution, region, at)), rise: riseOf(solution, at, judged) };
}

/** By how much a count has risen at least in the judged region between two days. */
function riseOf(solution: Solution, from: Day, to: Day): Rise | null {
  const { dayPlaces } = solution.network;
  const [first, last] = [dayPlaces.get(from), dayPlaces.get(to)];
  return first === undefined || last === undefined ? null : (leastRises(solution, first, last)[0] ?? null);
}
