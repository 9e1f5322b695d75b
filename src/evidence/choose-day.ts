import type { Reading } from '../model/plan.ts';
import type { Lack } from '../model/reason.ts';
import { addMonths, type Day } from '../values/day.ts';
import { overlaps } from '../values/interval.ts';
import { MEANT } from './claim.ts';
import type { Question } from './screen.ts';
import { endsOf } from './solution.ts';
import { knownOn, type Timeline, valuesOn } from './timeline.ts';

export interface ChosenDay {
  readonly at: Day;
  readonly lack: Lack | null;
}

/**
 * The day that is judged. Before the deadline it is the newest figure's own day while that figure is fresh, else the
 * day of the analysis; once the deadline has passed, the deadline.
 */
export function chooseDay({ asOf, indicator }: Question, { by, baseline }: Reading, timeline: Timeline): ChosenDay {
  const { days } = timeline;
  if (asOf >= by) {
    const isAnswered = days.length === 0 || (days.includes(by) && isClosedOn(by, timeline));
    return { at: by, lack: isAnswered ? null : 'nothing-at-deadline' };
  }
  const sinceBaseline = days.filter(at => !baseline || at > baseline.asOf);
  const isFresh = (at: Day) => addMonths(at, indicator.freshForMonths) >= asOf;
  const answer = newestAnswer(sinceBaseline, isFresh, at => isClosedOn(at, timeline));
  if (answer) return { at: overtaken(answer, sinceBaseline, timeline) ?? answer, lack: null };
  if (days.length === 0) return { at: asOf, lack: null };
  return { at: asOf, lack: sinceBaseline.length > 0 ? 'stale' : 'no-figure-since-baseline' };
}

/** The newest fresh day on which the value is closed; without one, the newest fresh day. */
function newestAnswer(
  newestFirst: readonly Day[],
  isFresh: (at: Day) => boolean,
  isClosed: (at: Day) => boolean,
): Day | undefined {
  const [newest] = newestFirst;
  if (newest === undefined || !isFresh(newest)) return undefined;
  // What is older than a stale day is stale.
  if (isClosed(newest)) return newest;
  const found = newestFirst.find(at => !isFresh(at) || isClosed(at));
  return found !== undefined && isFresh(found) ? found : newest;
}

/** Whether a figure of the whole on that very day, or its parts, close the value. */
function isClosedOn(day: Day, { region, claimsOn, splitOn }: Timeline): boolean {
  const figures = claimsOn(day).filter(claim => claim.region === region && claim.thing === MEANT);
  return splitOn(day).sides.some(({ solution, claims }) => {
    const { regions } = solution.network;
    const parts = regions[0]?.parts ?? [];
    const isClosed = (part: number) => Number.isFinite(endsOf(solution, regions[part]?.id ?? '', day).high.at);
    return figures.some(claim => claims.has(claim)) || (parts.length > 0 && parts.every(isClosed));
  });
}

/** The newest day of a bound that the older figure can no longer satisfy: from then on, the bound answers. */
function overtaken(day: Day, newestFirst: readonly Day[], timeline: Timeline): Day | undefined {
  const newer = newestFirst.slice(0, newestFirst.indexOf(day));
  if (newer.length === 0) return undefined;
  const known = knownOn(timeline, day);
  return newer.find(at => valuesOn(timeline, at).some(value => !overlaps(value, known)));
}
