import type { Reading } from '../model/plan.ts';
import type { UndecidedReason } from '../model/reason.ts';
import { addMonths, type Day } from '../values/day.ts';
import { intersect, isEmpty } from '../values/interval.ts';
import { boundsOfThe, isWholeOn } from './bounds.ts';
import { allUsable, type Pool } from './pool.ts';
import type { Question } from './screen.ts';
import { hullOf } from './sides.ts';

export interface ChosenDay {
  readonly at: Day;
  readonly lack: UndecidedReason | null;
}

/**
 * The day that is judged. Before the deadline it is the newest figure's own day while that figure is fresh, else the
 * day of the analysis; once the deadline has passed, the deadline.
 */
export function chooseDay({ asOf, indicator }: Question, { by, baseline }: Reading, pool: Pool): ChosenDay {
  const days = daysOf(pool);
  if (asOf >= by) {
    const isAnswered = days.length === 0 || (days.includes(by) && isWholeOn(by, pool));
    return { at: by, lack: isAnswered ? null : 'nothing-at-deadline' };
  }
  const sinceBaseline = days.filter(at => !baseline || at > baseline.asOf);
  const isFresh = (at: Day) => addMonths(at, indicator.freshForMonths) >= asOf;
  const answer = newestAnswer(sinceBaseline, isFresh, at => isWholeOn(at, pool));
  if (answer) return { at: overtaken(answer, sinceBaseline, pool) ?? answer, lack: null };
  if (days.length === 0) return { at: asOf, lack: null };
  return { at: asOf, lack: sinceBaseline.length > 0 ? 'stale' : 'no-figure-since-baseline' };
}

/** The days that figures describe, the newest first. */
const daysOf = (pool: Pool): Day[] =>
  [...new Set(allUsable(pool).map(({ observation }) => observation.asOf))].sort().reverse();

/** The newest fresh day with a figure of the whole; without one, the newest fresh day. */
function newestAnswer(
  newestFirst: readonly Day[],
  isFresh: (at: Day) => boolean,
  isWhole: (at: Day) => boolean,
): Day | undefined {
  const [newest] = newestFirst;
  if (newest === undefined || !isFresh(newest)) return undefined;
  // What is older than a stale day is stale.
  if (isWhole(newest)) return newest;
  const found = newestFirst.find(at => !isFresh(at) || isWhole(at));
  return found !== undefined && isFresh(found) ? found : newest;
}

/** The newest day of a bound that the older figure can no longer satisfy: from then on, the bound answers. */
function overtaken(day: Day, newestFirst: readonly Day[], pool: Pool): Day | undefined {
  const newer = newestFirst.slice(0, newestFirst.indexOf(day));
  if (newer.length === 0) return undefined;
  const known = hullOf(boundsOfThe(day, pool));
  return newer.find(at => boundsOfThe(at, pool).some(({ interval }) => isEmpty(intersect(interval, known))));
}
