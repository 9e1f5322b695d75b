import type { DecidedVerdict } from '../model/verdict.ts';
import { NOISE } from '../values/noise.ts';

/** A quantity that grows by a factor a year: where it began, where it stands, and where it should end. */
export interface Growth {
  readonly base: number;
  readonly value: number;
  /** Null where only the direction is wanted. */
  readonly target: number | null;
  readonly yearsSoFar: number;
  readonly yearsWhole: number;
  readonly direction: 1 | -1;
}

/** Compound yearly growth from one value to another; defined for values of one sign only. */
export const growthRate = (from: number, to: number, years: number): number => (to / from) ** (1 / years) - 1;

/** The value after some years of a growth rate. */
export const compounded = (from: number, rate: number, years: number): number => from * (1 + rate) ** years;

/** A base or target of zero, below zero or of another sign has no growth rate. */
export const hasGrowthRate = ({ base, value, target }: Growth): boolean =>
  base > 0 && value >= 0 && (target === null || target > 0);

/**
 * Yearly growth so far over the yearly growth needed, both from the base and positive in the wanted direction; without
 * a target the growth itself. Null where there is none. The absolute value of the growth needed keeps the sign right
 * where the base already meets the target.
 */
export function growthOf(given: Growth): number | null {
  const { base, value, target, yearsSoFar, yearsWhole, direction } = given;
  if (!hasGrowthRate(given) || yearsSoFar <= 0) return null;
  const soFar = direction * growthRate(base, value, yearsSoFar);
  if (target === null) return soFar;
  // From a base next to nothing more is needed than a float can hold: the largest one keeps the sign of the ratio.
  const needed = yearsWhole > 0 ? Math.min(Math.abs(growthRate(base, target, yearsWhole)), Number.MAX_VALUE) : 0;
  return needed > 0 ? soFar / needed : null;
}

interface GrowthClass {
  readonly verdict: DecidedVerdict;
  /** The lowest ratio that still belongs to it. */
  readonly from: number;
}

/** Eurostat's classes of the ratio, in our verdicts: significant, moderate and insufficient progress. */
export const EUROSTAT: readonly GrowthClass[] = [
  { verdict: 'on-schedule', from: 0.95 },
  { verdict: 'behind', from: 0.6 },
  { verdict: 'far-behind', from: 0 },
];

/** Below the last class is movement away. In proportion to the edge, so that at zero the sign alone decides. */
export const classOf = (ratio: number): DecidedVerdict =>
  EUROSTAT.find(({ from }) => ratio >= from - from * NOISE)?.verdict ?? 'reversing';
