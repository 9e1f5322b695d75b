import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { yearsBetween } from '../values/day.ts';
import { direction, edge, isDirectionOnly } from './goals.ts';
import { compounded, type Growth, growthOf, growthRate, hasGrowthRate, labelOn, STRICT } from './growth.ts';
import { EUROSTAT } from './growth-scales.ts';
import type { Case, Method } from './method.ts';

/**
 * Yearly growth so far over the yearly growth needed, both from the baseline: Eurostat's ratio as Statistics Canada
 * computes it (methods.md §1 and §6). For quantities that really compound; a base or target of zero, below zero or of
 * another sign has no growth rate, and the method says so instead of putting a small number in its place.
 */
export const growthRatio: Method = { id: 'growth-ratio', refuses, judgePace, judgeMet: () => 'met', edges };

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

/** Below zero the growth ends; above, a ratio stands where the base has grown by that share of what is needed. */
function edges({ goal, baseline, at, by }: Case): number[] {
  if (!baseline || baseline.value <= 0) return [0];
  const wanted = [goal.low, goal.high].filter(each => each !== null && each > 0);
  return [
    0,
    ...wanted.flatMap(target => {
      const needed = Math.abs(growthRate(baseline.value, target, yearsBetween(baseline.at, by)));
      const towards = target === goal.low ? 1 : -1;
      const both = goal.low === goal.high ? [1, -1] : [towards];
      return both.flatMap(sign =>
        EUROSTAT.bands
          .filter(({ from }) => sign * from * needed > -1)
          .map(({ from }) => compounded(baseline.value, sign * from * needed, yearsBetween(baseline.at, at))),
      );
    }),
  ];
}
