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
export const growthRatio: Method = { id: 'growth-ratio', refuses, judgePace, judgeMet: judgeReached, edges };

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

/** Below zero there is no growth; above, the verdict changes where the base has grown by a band's share of the need. */
function edges(given: Case): number[] {
  const { goal, baseline, at, by } = given;
  if (!baseline) return [];
  if (isMetAtBase(given)) return turningPoints(given);
  if (baseline.value <= 0) return [0];
  const { value } = baseline;
  const atTarget = (target: number | null, towards: 1 | -1): number[] => {
    if (target === null || target <= 0) return [];
    const needed = towards * Math.abs(growthRate(value, target, yearsBetween(baseline.at, by)));
    const rates = EUROSTAT.bands.map(({ from }) => from * needed).filter(rate => rate > -1);
    return rates.map(rate => compounded(value, rate, yearsBetween(baseline.at, at)));
  };
  return [0, ...atTarget(goal.low, 1), ...atTarget(goal.high, -1)];
}
