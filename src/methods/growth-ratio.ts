import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { yearsBetween } from '../values/day.ts';
import { direction, edge, isDirectionOnly } from './goals.ts';
import { compounded, type Growth, growthOf, growthRate, hasGrowthRate, labelOn, STRICT } from './growth.ts';
import { EUROSTAT } from './growth-scales.ts';
import { isMetAtBase, judgeReached, turningPoints } from './hold.ts';
import type { Case, Method } from './method.ts';

/**
 * Yearly growth so far over the yearly growth needed, both from the baseline: Eurostat's ratio as Statistics Canada
 * computes it (docs/methods.md). For quantities that really compound; a base or target of zero, below zero or of
 * another sign has no growth rate, and the method says so instead of putting a small number in its place.
 */
export const growthRatio: Method = {
  id: 'growth-ratio',
  refuses,
  judgePace,
  judgeMet: judgeReached,
  looksAt: 'first-and-last',
  thresholds,
};

function refuses(given: Case, value: number): RefusalReason | null {
  if (isDirectionOnly(given.goal)) return 'no-number';
  const growth = growthIn(given, value);
  if (!growth) return 'no-baseline';
  return hasGrowthRate(growth, STRICT) ? null : 'no-growth-rate';
}

function judgePace(given: Case, value: number): DecidedVerdict {
  const growth = growthIn(given, value);
  const ratio = growth && growthOf(growth, STRICT);
  return ratio === null ? 'open' : labelOn(EUROSTAT, ratio);
}

/** For a band, growth towards the side on which the value lies: beyond the far side, growth leads away. */
function growthIn({ goal, by, at, baseline }: Case, value: number): Growth | null {
  const target = edge(goal, value);
  if (!baseline || target === null) return null;
  return {
    base: baseline.value,
    value,
    target,
    yearsSoFar: yearsBetween(baseline.at, at),
    yearsWhole: yearsBetween(baseline.at, by),
    direction: direction(goal, value),
  };
}

/** Below zero there is no growth; above, a band's share of the growth needed is passed. */
function thresholds(given: Case, value: number): number[] {
  const { goal, baseline, at, by } = given;
  if (!baseline) return [];
  if (isMetAtBase(given)) return turningPoints(given, value);
  const base = baseline.value;
  const beyond = ([target, towards]: readonly [number | null, 1 | -1]): number[] => {
    if (target === null || target <= 0) return [];
    // The nearer a base is to nothing, the less its share of the growth needed makes of it.
    if (base <= 0) return EUROSTAT.bands.map(() => value);
    const needed = towards * Math.abs(growthRate(base, target, yearsBetween(baseline.at, by)));
    return EUROSTAT.bands.map(
      ({ from }) => value - compounded(base, Math.max(from * needed, -1), yearsBetween(baseline.at, at)),
    );
  };
  return [value, base, ...beyond([goal.low, 1]), ...beyond([goal.high, -1])];
}
