import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { yearsBetween } from '../values/day.ts';
import { direction, EPSILON, edge, isDirectionOnly } from './goals.ts';
import type { Case, Method } from './method.ts';

/**
 * Yearly growth so far over the yearly growth needed, both from the baseline: Eurostat's ratio as Statistics Canada
 * computes it (methods.md §1 and §6). For quantities that really compound; a base or target of zero, below zero or of
 * another sign has no growth rate, and the method says so instead of putting a small number in its place.
 */
export const growthRatio: Method = { id: 'growth-ratio', refuses, judgePace, judgeMet: () => 'met', edges };

/** The ratios at which the class changes; the EUSTAT variant differs in its names and its use of "above". */
export const RATIO_BANDS = { onTrack: 0.95, moderate: 0.6, limited: 0 } as const;

function refuses({ goal, baseline }: Case, value: number): RefusalReason | null {
  if (isDirectionOnly(goal)) return 'no-number';
  if (!baseline) return 'no-baseline';
  const wanted = edge(goal, baseline.value);
  return wanted === null || Math.min(baseline.value, wanted) <= 0 || value < 0 ? 'no-growth-rate' : null;
}

function judgePace(given: Case, value: number): DecidedVerdict {
  const { goal, by, at, baseline } = given;
  const wanted = baseline && edge(goal, baseline.value);
  if (!baseline || wanted === null) return 'open';
  const ratio = growthRatioOf({
    base: baseline.value,
    value,
    target: wanted,
    yearsSoFar: yearsBetween(baseline.at, at),
    yearsWhole: yearsBetween(baseline.at, by),
    direction: direction(goal, baseline.value),
  });
  if (ratio >= RATIO_BANDS.onTrack - EPSILON) return 'on-schedule';
  if (ratio >= RATIO_BANDS.moderate - EPSILON) return 'behind';
  return ratio >= -EPSILON ? 'far-behind' : 'reversing';
}

export interface Growth {
  readonly base: number;
  readonly value: number;
  readonly target: number;
  readonly yearsSoFar: number;
  readonly yearsWhole: number;
  readonly direction: 1 | -1;
}

/** The absolute value of the growth needed keeps the sign right where the base already meets the target. */
export const growthRatioOf = ({ base, value, target, yearsSoFar, yearsWhole, direction }: Growth): number =>
  (direction * growthRate(base, value, yearsSoFar)) / Math.abs(growthRate(base, target, yearsWhole));

/** Compound yearly growth from one value to another; defined for values of one sign only. */
export const growthRate = (from: number, to: number, years: number): number => (to / from) ** (1 / years) - 1;

function edges({ goal, baseline, at, by }: Case): number[] {
  const wanted = baseline && edge(goal, baseline.value);
  if (!baseline || wanted === null || baseline.value <= 0 || wanted <= 0) return [];
  const needed = Math.abs(growthRate(baseline.value, wanted, yearsBetween(baseline.at, by)));
  const years = yearsBetween(baseline.at, at);
  const wantedSign = direction(goal, baseline.value);
  return Object.values(RATIO_BANDS).map(ratio => baseline.value * (1 + wantedSign * ratio * needed) ** years);
}
