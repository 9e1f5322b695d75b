import type { Reading } from '../model/plan.ts';
import type { UndecidedReason } from '../model/reason.ts';
import { addMonths, type Day, latest } from '../values/day.ts';
import { intersect, isEmpty } from '../values/interval.ts';
import { boundsOn, hull, type Reach, sides } from './bounds.ts';
import { allUsable, type Pool } from './pool.ts';
import type { Question } from './screen.ts';

export interface ChosenDay {
  readonly at: Day;
  readonly lack: UndecidedReason | null;
}

/**
 * The day that is judged. Before the deadline it is the newest figure's own day while that figure is fresh, else the
 * day of the analysis; once the deadline has passed, the deadline.
 */
export function chooseDay({ asOf, indicator }: Question, { by, baseline }: Reading, pool: Pool): ChosenDay {
  const reach: Reach = { isMonotone: indicator.monotone, deadline: by };
  const days = daysOf(pool, reach);
  if (asOf >= by) {
    const isSilent = days.length === 0;
    return { at: by, lack: isSilent || days.some(day => day.isWhole && day.at === by) ? null : 'nothing-at-deadline' };
  }
  const sinceBaseline = days.filter(({ at }) => !baseline || at > baseline.asOf);
  const fresh = sinceBaseline.filter(({ at }) => addMonths(at, indicator.freshForMonths) >= asOf);
  const whole = latest(fresh.filter(({ isWhole }) => isWhole).map(({ at }) => at));
  const answer = whole ?? latest(fresh.map(({ at }) => at));
  if (answer) return { at: overtaken(answer, fresh, pool, reach) ?? answer, lack: null };
  if (days.length === 0) return { at: asOf, lack: null };
  return { at: asOf, lack: sinceBaseline.length > 0 ? 'stale' : 'no-figure-since-baseline' };
}

interface KnownDay {
  readonly at: Day;
  /** A figure of the whole, or every part of it. */
  readonly isWhole: boolean;
}

function daysOf(pool: Pool, reach: Reach): KnownDay[] {
  const days = [...new Set(allUsable(pool).map(({ observation }) => observation.asOf))];
  return days.map(at => ({
    at,
    isWhole: boundsOn(at, pool, reach).some(
      ({ kind, interval }) => kind === 'direct' || (kind === 'sum' && Number.isFinite(interval.high)),
    ),
  }));
}

/** The day of a newer bound that the older figure can no longer satisfy: from then on, the bound answers. */
function overtaken(day: Day, fresh: readonly KnownDay[], pool: Pool, reach: Reach): Day | undefined {
  const boundsOf = (at: Day) => boundsOn(at, pool, reach).filter(({ asOf }) => asOf === at);
  const known = hull(sides(boundsOf(day)).map(({ interval }) => interval));
  const newer = fresh.filter(({ at }) => at > day);
  return latest(
    newer
      .filter(({ at }) => boundsOf(at).some(({ interval }) => isEmpty(intersect(interval, known))))
      .map(({ at }) => at),
  );
}
