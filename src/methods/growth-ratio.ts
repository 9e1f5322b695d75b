import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { yearsBetween } from '../values/day.ts';
import { direction, edge, isDirectionOnly } from './goals.ts';
import { classOf, compounded, EUROSTAT, type Growth, growthOf, growthRate, hasGrowthRate } from './growth.ts';
import { isMetAtBase, judgeReached, lookingBack, turningPoints } from './hold.ts';
import type { Case, Method } from './method.ts';
import type { Point } from './path.ts';

/**
 * Yearly growth so far over the yearly growth needed, both from the baseline: Eurostat's ratio as Statistics Canada
 * computes it (docs/methods.md). For quantities that really compound; a base or target of zero, below zero or of
 * another sign has no growth rate, and the method says so instead of putting a small number in its place.
 */
export const growthRatio: Method = growthFrom(({ baseline }) => baseline, 'no-baseline', lookingBack);

/** The method for one choice of where growth begins, the reason where there is no such point, and what it looks at. */
export function growthFrom(
  startOf: (given: Case) => Point | null,
  without: RefusalReason,
  looksAt: Method['looksAt'],
): Method {
  const growthIn = (given: Case, value: number) => growthSince(startOf(given), given, value);
  return {
    isOfGrowth: true,
    refuses(given, value) {
      if (isDirectionOnly(given.goal)) return 'no-number';
      const growth = growthIn(given, value);
      if (!growth) return without;
      return hasGrowthRate(growth) ? null : 'no-growth-rate';
    },
    judgePace(given, value): DecidedVerdict {
      const growth = growthIn(given, value);
      const ratio = growth && growthOf(growth);
      return ratio === null ? 'open' : classOf(ratio);
    },
    judgeMet: judgeReached,
    looksAt,
    hinges(given, value) {
      if (isMetAtBase(given)) return turningPoints(given, value);
      return hingesSince(startOf(given), given, value);
    },
  };
}

/** For a band, growth towards the side on which the value lies: beyond the far side, growth leads away. */
function growthSince(start: Point | null, { goal, by, at }: Case, value: number): Growth | null {
  const target = edge(goal, value);
  if (!start || target === null) return null;
  return {
    base: start.value,
    value,
    target,
    yearsSoFar: yearsBetween(start.at, at),
    yearsWhole: yearsBetween(start.at, by),
    direction: direction(goal, value),
  };
}

/** Below zero there is no growth; above, a band's share of the growth needed is passed. */
function hingesSince(start: Point | null, { goal, at, by }: Case, value: number): number[] {
  if (!start) return [];
  const base = start.value;
  const beyond = ([target, towards]: readonly [number | null, 1 | -1]): number[] => {
    if (target === null || target <= 0) return [];
    // The nearer a base is to nothing, the less its share of the growth needed makes of it.
    if (base <= 0) return EUROSTAT.map(() => value);
    const needed = towards * Math.abs(growthRate(base, target, yearsBetween(start.at, by)));
    return EUROSTAT.map(
      ({ from }) => value - compounded(base, Math.max(from * needed, -1), yearsBetween(start.at, at)),
    );
  };
  return [value, base, ...beyond([goal.low, 1]), ...beyond([goal.high, -1])];
}
